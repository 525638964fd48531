// What opens the journal: a new passphrase, a PIN, the recovery words; and what happens to whoever guesses.
import { assert, journey } from './harness/journey.mjs';
import { PASSPHRASE, at, isCalculator, leave, look, setUp, tab, tap, words } from './harness/steps.mjs';

const NEW = 'eleven quiet saucepans';
const PIN = '493817';
const SLOW = { timeout: 30_000 };

// From any tab to the list.
async function toWays(t, page) {
  await tab(page, 'Home');
  await tap(t, page, /^More/);
  await at(page, 'More');
  await tap(t, page, /^What opens this journal/);
  await at(page, 'What opens this journal');
  await page.getByText('Change the passphrase').waitFor();
}

// From the list: locked, and at the lock.
async function toLock(t, page) {
  await tap(t, page, /^More$/);
  await tap(t, page, /^Lock now/);
  await at(page, 'In danger now?');
  await tab(page, 'Journal');
  await tap(t, page, /^Unlock/);
  await at(page, 'Your journal is locked');
}

async function tries(t, page, passphrase) {
  await page.locator('#unlock-passphrase').fill(passphrase);
  await tap(t, page, /^Unlock$/);
}

// One wrong try more, so that there are this many.
async function guess(t, page, count) {
  await page.getByRole('button', { name: 'Unlock', exact: true, disabled: false }).waitFor(SLOW);
  await tries(t, page, `somebody guesses ${count}`);
  await page.locator('[data-failed]').getByText(new RegExp(`^${count} tr`)).waitFor(SLOW);
  await page.waitForFunction(() => document.querySelector('#unlock-passphrase').value === '');
  if (count >= 5) await page.getByText('You can try again in').waitFor();
}

async function isOpen(page) {
  await page.locator('#unlock-passphrase, #unlock-words, [data-pin]').first().waitFor({ state: 'detached', ...SLOW });
}

async function press(page, digits) {
  const pad = page.locator('[data-pin]');
  for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).tap();
  await pad.getByText(`${digits.length} digits`).waitFor({ state: 'attached' });
}

// On to the second time. Until its pad is there, a digit would still go into the first.
async function again(t, page) {
  await tap(t, page, /^Next$/);
  await page.getByText('The same PIN again').waitFor();
}

// From the list; the words as they are shown.
async function makeWords(t, page, row) {
  await tap(t, page, row);
  await at(page, 'Recovery words');
  await page.locator('#present-passphrase').fill(PASSPHRASE);
  await tap(t, page, 'Write them down now');
  await at(page, 'Write these down');
  const made = await page.locator('.four-words b').allTextContents();
  assert(made.length === 28, `${made.length} words`);
  return made;
}

journey('a changed passphrase opens the journal, and the old one does not', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toWays(t, page);
  await look(t, page, 'ways');
  await tap(t, page, /^Change the passphrase/);
  await at(page, 'Change the passphrase');
  await look(t, page, 'ways-passphrase');
  // A wrong one first: nothing is changed, and it is said where.
  await page.locator('#present-passphrase').fill('not this one at all');
  await page.locator('#new-passphrase').fill(NEW);
  await page.locator('#new-passphrase-again').fill(NEW);
  await tap(t, page, 'Change it');
  await page.locator('.field-wrong').getByText('That is not your passphrase.').waitFor(SLOW);
  assert(await page.locator('#present-passphrase').inputValue() === '', 'the wrong one stays in the field');
  await t.accessible(page);
  await page.locator('#present-passphrase').fill(PASSPHRASE);
  await tap(t, page, 'Change it');
  await page.getByText('The new passphrase opens the journal.').waitFor(SLOW);
  await look(t, page, 'ways-passphrase-done');
  await tap(t, page, 'Go on');
  await toLock(t, page);
  await tries(t, page, PASSPHRASE);
  await page.locator('.field-wrong').getByText('That does not open the journal.').waitFor(SLOW);
  await tries(t, page, NEW);
  await isOpen(page);
  await at(page, 'Journal');
});

journey('whoever guesses has to wait, sees for how long, and the owner has a mark of it', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toWays(t, page);
  await toLock(t, page);
  for (let count = 1; count <= 9; count += 1) await guess(t, page, count);
  await page.locator('.field-wrong').waitFor();
  const wait = page.locator('[role="timer"]').getByText(/You can try again in \d+ seconds\. The recovery words never wait\./);
  await wait.waitFor();
  assert(await page.getByRole('button', { name: 'Unlock', exact: true }).isDisabled(), 'it can be pressed');
  const seconds = async () => Number((await wait.textContent()).match(/in (\d+)/)[1]);
  const before = await seconds();
  await page.waitForFunction((was) => {
    const now = document.querySelector('[role="timer"]')?.textContent.match(/in (\d+)/);
    return now && Number(now[1]) < was;
  }, before);
  await look(t, page, 'unlock-wait');
  // The mark: a point behind the nought, and no word about it.
  await leave(t, page);
  await page.waitForFunction(() => document.querySelector('[data-display]').textContent === '0.');
  await t.shot(page, 'calculator-marked');
  await page.reload();
  await isCalculator(page);
});

journey('recovery words open at once in spite of the wait, and a wrong one is pointed out', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toWays(t, page);
  const made = await makeWords(t, page, /^Make recovery words/);
  await tap(t, page, /^Later$/);
  await toLock(t, page);
  for (let count = 1; count <= 7; count += 1) await guess(t, page, count);
  await tap(t, page, 'I have my recovery words');
  const field = page.locator('#unlock-words');
  const wrong = page.locator('.field-wrong');
  for (const [typed, said] of [
    [made.with(9, `q${made[9]}q`), 'Word 10, in group 3, is not one of the words.'],
    // Which group, now and then two would explain.
    [made.toSpliced(9, 1), 'There are 27 words, and there should be 28.'],
    [made.toSpliced(9, 0, made[9]), 'Word 11 is one too many. Is it there twice?'],
  ]) {
    await field.fill(typed.join(' '));
    await tap(t, page, /^Unlock$/);
    await wrong.getByText(said).waitFor(SLOW);
  }
  await look(t, page, 'unlock-words-wrong');
  await field.fill(made.map((word, n) => `${n + 1}. ${word.toUpperCase()}`).join('\n'));
  await tap(t, page, /^Unlock$/);
  await at(page, 'Choose a new passphrase?');
  await look(t, page, 'unlock-forgotten');
  assert(await page.locator('#present-passphrase').count() === 0, 'it asks for what she forgot');
  await page.locator('#new-passphrase').fill(NEW);
  await page.locator('#new-passphrase-again').fill(NEW);
  await tap(t, page, 'Change it');
  await page.getByText('The new passphrase opens the journal.').waitFor(SLOW);
  await tap(t, page, 'Go on');
  await at(page, 'Journal');
});

journey('a PIN is warned of on a computer, pressed on buttons, and opens the journal', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toWays(t, page);
  await tap(t, page, /^Choose a PIN/);
  await at(page, 'A PIN for this device');
  await page.getByText('On a computer a copied disk can be guessed at').waitFor();
  await look(t, page, 'ways-pin');
  await page.locator('#present-passphrase').fill(PASSPHRASE);
  await tap(t, page, /^Next$/);
  await press(page, '123456');
  await look(t, page, 'ways-pin-pad');
  await again(t, page);
  await press(page, '123456');
  await tap(t, page, 'Keep this PIN');
  await page.locator('.field-wrong').getByText('That PIN is too easy to guess.').waitFor(SLOW);
  await press(page, PIN);
  await again(t, page);
  await press(page, PIN);
  const markup = await page.evaluate(() => document.body.innerHTML);
  assert(!markup.includes(PIN) && await page.locator('input, textarea').count() === 0, 'the page holds the PIN');
  await tap(t, page, 'Keep this PIN');
  await page.getByText('The PIN opens the journal on this device.').waitFor(SLOW);
  await tap(t, page, 'Go on');
  await toLock(t, page);
  await tap(t, page, 'I have a PIN');
  await press(page, '493818');
  await look(t, page, 'unlock-pin');
  await tap(t, page, /^Unlock$/);
  await page.locator('.field-wrong').getByText('That does not open the journal.').waitFor(SLOW);
  // A keyboard's digits work as well, and are in no field.
  await page.locator('[data-pin]').focus();
  for (const digit of PIN) await page.keyboard.press(digit);
  await page.getByText('6 digits').waitFor({ state: 'attached' });
  await tap(t, page, /^Unlock$/);
  await isOpen(page);
  await toWays(t, page);
  await page.getByText('Quicker to press. It opens it on this device only.').waitFor();
  await look(t, page, 'ways-with-pin');
  await tap(t, page, /^Take the PIN away/);
  await at(page, 'Take the PIN away?');
  await look(t, page, 'ways-take-away');
  await page.locator('#present-passphrase').fill(PASSPHRASE);
  await tap(t, page, 'Take it away');
  await page.getByText('The PIN opens nothing any more.').waitFor(SLOW);
});

journey('new recovery words are printed on a sheet that says nothing, and the old ones stop', async (t) => {
  const page = await t.open();
  await page.addInitScript(() => { globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1; }; });
  await page.reload();
  await page.locator('#main').locator('button, a').first().waitFor();
  await setUp(t, page);
  await toWays(t, page);
  const old = await makeWords(t, page, /^Make recovery words/);
  await tap(t, page, /^Later$/);
  const made = await makeWords(t, page, /^Make new recovery words/);
  assert(made.join() !== old.join(), 'they are the same words');
  await tap(t, page, 'Print them on a sheet');
  await at(page, 'A sheet to print');
  await look(t, page, 'ways-sheet');
  await tap(t, page, /^Print$/);
  await page.waitForFunction(() => globalThis.printed === 1);
  // On paper there is the sheet and nothing else.
  await page.emulateMedia({ media: 'print' });
  const paper = await words(page);
  assert(made.every((word) => paper.includes(word)), 'a word is missing on paper');
  // Some of the list's words would be telling anywhere else.
  const rest = made.reduce((text, word) => text.replace(word, ''), paper);
  assert(!/999|Leave|Print|person|journal|passphrase|recovery|Steadfast/i.test(rest), `on paper: ${rest}`);
  assert(await page.title() === 'Calculator', 'the title tells');
  const pages = await page.pdf({ preferCSSPageSize: true, format: 'A4', printBackground: true, path: 'shots/ways-sheet.pdf' });
  assert(pages.length > 1000, 'no PDF');
  await page.emulateMedia({ media: 'screen' });
  await tap(t, page, 'I have the sheet in my hand');
  await at(page, 'Check what you wrote');
  await page.getByRole('button', { name: /^Later$/ }).tap();
  await toLock(t, page);
  await tap(t, page, 'I have my recovery words');
  await page.locator('#unlock-words').fill(old.join(' '));
  await tap(t, page, /^Unlock$/);
  await page.getByText('These words do not open this journal.').waitFor(SLOW);
  await page.locator('#unlock-words').fill(made.join(' '));
  await tap(t, page, /^Unlock$/);
  await at(page, 'Choose a new passphrase?');
  await tap(t, page, 'Not now');
  await at(page, 'Journal');
});

journey('when somebody may know the words, everything is sealed anew and the old words stop', { app: ['--demo'] }, async (t) => {
  const page = await t.open();
  await page.getByRole('button', { name: /^More/ }).waitFor(SLOW);
  await toWays(t, page);
  await tap(t, page, /^Somebody may know my recovery words/);
  await at(page, 'Somebody may know my recovery words');
  await look(t, page, 'ways-new-key');
  await page.locator('#present-passphrase').fill('this is a made-up story');
  await tap(t, page, 'Seal everything anew');
  await at(page, 'Write these down');
  const made = await page.locator('.four-words b').allTextContents();
  await tap(t, page, /^Later$/);
  await at(page, 'What opens this journal');
  await toLock(t, page);
  await tap(t, page, 'I have my recovery words');
  await page.locator('#unlock-words').fill(made.join(' '));
  await tap(t, page, /^Unlock$/);
  await at(page, 'Choose a new passphrase?');
  await tap(t, page, 'Not now');
  await page.locator('.entry-row').nth(5).waitFor(SLOW);
});
