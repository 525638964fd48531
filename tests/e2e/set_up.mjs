// Set-up: five steps, each of which can wait, and a way back that is on only when it has led back.
import { assert, journey } from './harness/journey.mjs';
import {
  PASSPHRASE, at, dial, holdEquals, isCalculator, leave, look, setUp, tab, tap, toPassphrase, words,
} from './harness/steps.mjs';

const NUMBER = '314159';
const wrong = (page) => page.locator('.field-wrong');

// Step 4, with the passphrase made.
async function toWords(t, page) {
  await toPassphrase(t, page);
  await page.locator('#passphrase').fill(PASSPHRASE);
  await page.locator('#passphrase-again').fill(PASSPHRASE);
  await tap(t, page, 'Make the journal');
  await at(page, 'Recovery words');
}

journey('a weak passphrase, or two that differ, are answered beside the field and make nothing', async (t) => {
  const page = await t.open();
  await toPassphrase(t, page);
  await look(t, page, 'set-up');
  await page.locator('#passphrase').fill('kitten');
  await page.locator('#passphrase-again').fill('kitten');
  await tap(t, page, 'Make the journal');
  const field = page.locator('.field').filter({ has: page.locator('#passphrase') });
  await field.locator('.field-wrong').getByText('That is too short').waitFor();
  assert(await page.locator('#passphrase').getAttribute('aria-invalid') === 'true', 'a screen reader is not told');
  await t.accessible(page);
  await page.locator('#passphrase').fill(PASSPHRASE);
  await tap(t, page, 'Make the journal');
  const again = page.locator('.field').filter({ has: page.locator('#passphrase-again') });
  await again.locator('.field-wrong').getByText('not the same').waitFor();
  await page.reload();
  await page.getByText('It can wait').waitFor();
});

journey('the whole of set-up: words asked back, a wrong one pointed out, and a number that leads back', async (t) => {
  const page = await t.open();
  await toWords(t, page);
  await page.getByText('Step 4 of 5').waitFor();
  await tap(t, page, 'Write them down now');
  await at(page, 'Write these down');
  const made = await page.locator('.four-words b').allTextContents();
  assert(made.length === 28 && made.every((word) => /^[a-z]{3,8}$/.test(word)), `the words are ${made.length}`);
  await look(t, page, 'recovery-words');
  await tap(t, page, 'I have written them down');
  await at(page, 'Check what you wrote');
  const asked = await page.locator('input[id^="word-"]').evaluateAll((all) => all.map(({ id }) => Number(id.slice(5))));
  assert(asked.length === 2 && asked[0] !== asked[1], `it asks for ${asked}`);
  const markup = await page.evaluate(() => document.body.innerHTML);
  assert(!asked.some((number) => markup.includes(`<b>${made[number - 1]}</b>`)), 'the words are still in the page');
  const [right, slip] = asked;
  await page.locator(`#word-${right}`).fill(made[right - 1]);
  await page.locator(`#word-${slip}`).fill('pencil');
  await tap(t, page, 'Check them');
  await wrong(page).getByText(`That is not word ${slip}.`).waitFor();
  assert(await wrong(page).count() === 1, 'the right word is called wrong too');
  await t.accessible(page);
  await page.locator(`#word-${slip}`).fill(` ${made[slip - 1].toUpperCase()} `);
  await tap(t, page, 'Check them');
  await page.getByText('Both words are right.').waitFor();
  await tap(t, page, /^Next$/);

  await at(page, 'The disguise and the way back');
  await look(t, page, 'set-up-disguise');
  await page.locator('#way-back').fill(NUMBER);
  await tap(t, page, 'Try it now');
  await isCalculator(page);
  // Another number does not lead back, and the right one only when held.
  await dial(page, '314158');
  await holdEquals(page);
  await dial(page, NUMBER);
  await holdEquals(page, () => page.getByText('It worked. After Leave, only your number leads back.').waitFor());
  await tap(t, page, 'To the journal');
  await at(page, 'Journal');

  // And now in earnest.
  await leave(t, page);
  await dial(page, NUMBER);
  await holdEquals(page, () => at(page, 'In danger now?'));
  await tab(page, 'Journal');
  await page.getByText('Your journal is locked').waitFor();
});

journey('a number that people call for help cannot be the way back', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await tab(page, 'Home');
  await tap(t, page, /^More/);
  await tap(t, page, /^The disguise and the way back/);
  for (const number of ['999', '112', '101', '08088020300']) {
    await page.locator('#way-back').fill(number);
    await tap(t, page, 'Try it now');
    await wrong(page).getByText('call for help').waitFor();
    // The next refusal must be a new one.
    await page.locator('#way-back').fill('1');
    await tap(t, page, 'Try it now');
    await wrong(page).getByText('4 to 12 digits').waitFor();
  }
  await t.accessible(page);
});

journey('whoever forgets the new number in practice still comes back, and it is not on', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await tab(page, 'Home');
  await tap(t, page, /^More/);
  await tap(t, page, /^The disguise and the way back/);
  await page.locator('#way-back').fill(NUMBER);
  await tap(t, page, 'Try it now');
  await isCalculator(page);
  await holdEquals(page, () => page.getByText('The new number is not on yet.').waitFor());
  // Practice locks nothing.
  await tap(t, page, /^Later$/);
  await at(page, 'More');
  await page.getByText('No number yet').waitFor();
  await page.getByText('Lock now').waitFor();
});

journey('"Later" stands on every step of set-up and loses nothing', async (t) => {
  const page = await t.open();
  for (let steps = 0; steps < 3; steps += 1) {
    await tap(t, page, /^Set-up takes/);
    for (let on = 0; on < steps; on += 1) {
      await page.getByText(`Step ${on + 1} of 5`).waitFor();
      await tap(t, page, /^Next$/);
    }
    await page.getByText(`Step ${steps + 1} of 5`).waitFor();
    await tap(t, page, /^Later$/);
    await at(page, 'In danger now?');
    await page.getByText('It can wait').waitFor();
  }
  await toWords(t, page);
  await tap(t, page, /^Later$/);
  await page.getByText('Step 5 of 5').waitFor();
  await tap(t, page, /^Later$/);
  await at(page, 'Journal');
  await page.getByText('Nothing written yet').waitFor();
  assert(!/locked/i.test(await words(page)), 'the journal was locked');
  await look(t, page, 'journal-empty');
});
