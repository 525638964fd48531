// Every screen in a language of odd letters, and from right to left: what has no name in it cannot be translated, and what does not
// fit there would not fit in another language. `languages_story.mjs` goes on with a full journal.
import { journey } from './harness/journey.mjs';
import { LANGUAGES } from './harness/languages.mjs';
import { written } from './harness/languages_form.mjs';
import { aside, locked, notes } from './harness/languages_locked.mjs';
import { Looker } from './harness/languages_looker.mjs';
import {
  SLOW, back, calculator, comeBack, digits, go, holdEquals, leave, more, on, press, said, tab,
} from './harness/languages_steps.mjs';
import { PASSPHRASE } from './harness/steps.mjs';

const SECOND = 'candle orchard two rivers';
const NUMBER = '314159';

// The pages of the guidance, each by its row. Most are in English.
async function pages(page, l) {
  const rows = page.locator('#main button.row');
  const titles = await rows.locator('b').allInnerTexts();
  for (const [at, title] of titles.entries()) {
    await rows.nth(at).tap();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    // The first is for danger now: it finds where she is.
    if (at === 0) await said(page, 'Look again');
    await l.look(`page-${at + 1}`, { picture: at === 3 });
    await back(page);
    await on(page, 'Guidance');
  }
}

// From home, with a location or without: what needs no journal.
async function reading(t, page, l) {
  await l.stretch('home', async () => {
    await l.look('home', { picture: true });
    await page.locator('.call-tile').first().tap();
    await page.locator('.sheet').waitFor();
    await l.look('call');
  });
  await l.stretch('short pages', async () => {
    // Pages of the guidance that nobody has translated: in English, and marked so.
    await press(page, 'Cannot speak?');
    await page.getByRole('heading', { level: 1, name: 'If you cannot speak', exact: true }).waitFor();
    await l.look('cannot-speak');
    await back(page);
    await press(page, 'Text 999');
    await page.getByRole('heading', { level: 1, name: 'Texting 999', exact: true }).waitFor();
    await l.look('text-999');
  });
  await l.stretch('journal', async () => {
    await tab(page, 'journal');
    await said(page, 'Nothing written yet');
    await l.look('journal-not-set-up');
  });
  await l.stretch('help', async () => {
    await tab(page, 'help');
    await l.look('help');
    await page.locator('.more-of').nth(1).tap();
    await page.locator('.more-part').waitFor();
    await l.look('help-more', { picture: true });
    await page.locator('input[type="search"]').fill('stalking');
    await page.locator('#found-help').waitFor();
    await l.look('help-found');
    await page.locator('input[type="search"]').fill('zzzz');
    await said(page, 'Nothing here has those words.');
    await l.look('help-nobody');
  });
  await l.stretch('card for 101', async () => {
    await tab(page, 'help');
    await go(page, 'A card for 101', 'A card for 101');
    await l.look('card');
  });
  await l.stretch('institution', async () => {
    await tab(page, 'help');
    await go(page, 'Help where you work or study', 'Help where you work or study');
    await l.look('institution-none');
    await press(page, 'See an example');
    await page.locator('.row.help').first().waitFor();
    await l.look('institution');
  });
  await l.stretch('guidance', async () => {
    await tab(page, 'guidance');
    await l.look('guidance', { picture: true });
    await pages(page, l);
    await go(page, 'Keep the guidance up to date', 'Keep the guidance up to date');
    await said(page, 'What is built into the app');
    await said(page, 'Not since the app was started');
    await l.look('updates');
  });
  await l.stretch('asking', async () => {
    const box = page.getByRole('checkbox');
    await press(page, 'Is this stalking?');
    await go(page, 'Look at what has happened to you', 'Is this stalking?');
    await l.look('asking');
    await box.nth(8).tap();
    await box.nth(8).and(page.locator('[aria-checked="true"]')).waitFor();
    await l.look('asking-ticked');
    await box.first().tap();
    await page.locator('.dock').waitFor();
    await l.look('asking-now');
    await press(page, 'See the answer');
    await page.locator('a.btn-999').waitFor();
    await l.look('asking-answer', { picture: true });
  });
  await l.stretch('calculator', async () => {
    await leave(t, page);
    await digits(page, '789');
    await page.locator('.calc-keys .eq').tap();
    await page.locator('.calc-top button').last().tap();
    await page.locator('.calc-menu').waitFor();
    await l.look('calculator', { picture: true });
    await page.locator('.calc-top button').last().tap();
    await page.locator('.calc-menu').waitFor({ state: 'detached' });
    await comeBack(page);
  });
}

// All five steps, with the practice of the number.
async function setUp(page, l) {
  await l.stretch('set-up', async () => {
    await go(page, 'Set-up takes', 'What this app can do, and what it cannot');
    await l.look('set-up-1');
    await go(page, 'Next', 'Is this phone safe to use?');
    await l.look('set-up-2');
    await go(page, 'Next', 'A passphrase');
    await l.look('set-up-3');
    await page.locator('#passphrase').fill('kitten');
    await page.locator('#passphrase-again').fill('kitten');
    await press(page, 'Make the journal');
    await page.locator('.field-wrong').waitFor(SLOW);
    await l.look('set-up-3-refused');
    await page.locator('#passphrase').fill(PASSPHRASE);
    await page.locator('#passphrase-again').fill(PASSPHRASE);
    await go(page, 'Make the journal', 'Recovery words');
    await l.look('set-up-4');
    await go(page, 'Somebody I trust keeps them', 'Somebody you trust');
    await l.look('words-trusted');
    await go(page, 'Show the words', 'Write these down');
    await l.look('words', { picture: true });
    const made = await page.locator('.four-words b').allTextContents();
    await go(page, 'I have written them down', 'Check what you wrote');
    const fields = page.locator('input[id^="word-"]');
    await fields.first().fill('pencils');
    await press(page, 'Check them');
    await page.locator('.field-wrong').nth(1).waitFor();
    await l.look('words-check');
    for (const at of [0, 1]) {
      const number = Number((await fields.nth(at).getAttribute('id')).replace('word-', ''));
      await fields.nth(at).fill(made[number - 1]);
    }
    await go(page, 'Check them', 'Your recovery words');
    await l.look('words-right');
    await go(page, 'Next', 'The disguise and the way back');
    await l.look('set-up-5', { picture: true });
    await page.locator('#way-back').fill('999');
    await press(page, 'Try it now');
    await page.locator('.field-wrong').waitFor();
    await l.look('way-back-wrong');
    await page.locator('#way-back').fill(NUMBER);
    await press(page, 'Try it now');
    await calculator(page);
    await l.look('practice');
    await digits(page, NUMBER);
    await holdEquals(page, () => said(page, 'It worked.'));
    await l.look('way-back-on');
    await go(page, 'To the journal', 'Journal');
    await said(page, 'Nothing written yet');
    await l.look('journal-empty', { picture: true });
  });
  await l.stretch('home with a journal', () => l.look('home-open'));
}

// New words on a sheet, which are given back, and the second passphrase.
async function waysIn(page, l) {
  let made;
  await l.stretch('a sheet to print', async () => {
    await more(page, 'What opens this journal', 'What opens this journal');
    await go(page, 'Make new recovery words', 'Recovery words');
    await page.locator('#present-passphrase').fill(PASSPHRASE);
    await go(page, 'Write them down now', 'Write these down');
    made = await page.locator('.four-words b').allTextContents();
    await go(page, 'Print them on a sheet', 'A sheet to print');
    await l.look('sheet', { picture: true });
  });
  await l.stretch('the second passphrase', async () => {
    await more(page, 'A second passphrase', 'A second passphrase');
    await page.locator('#second').fill(SECOND);
    await page.locator('#second-again').fill(SECOND);
    await press(page, 'Set it');
    await said(page, 'The second passphrase is set.');
    await l.look('second-set');
  });
  return made;
}

for (const [tag, name] of LANGUAGES) {
  journey(`${name}: what there is to read and to call has names and fits`, { app: ['--locale', tag] }, async (t) => {
    const page = await t.open({ location: 'granted' });
    const l = new Looker(t, page, tag);
    await l.stretch('what is planted', async () => {
      await tab(page, 'guidance');
      await l.findsWhatIsPlanted();
    });
    await reading(t, page, l);
    l.end(40);
  });

  journey(`${name}: set-up, an entry, the lock, what was saved while locked and the notes have names and fit`, { app: ['--locale', tag] }, async (t) => {
    const page = await t.open({ permissions: ['camera'] });
    const l = new Looker(t, page, tag);
    await setUp(page, l);
    await written(page, l);
    const words = await waysIn(page, l);
    await locked(t, page, l, NUMBER);
    await aside(page, l, words);
    await notes(page, l, { second: SECOND, number: NUMBER });
    l.end(47);
  });
}
