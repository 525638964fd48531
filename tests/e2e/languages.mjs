// Every screen in a language of odd letters, and from right to left: what has no name in it cannot be translated, and what does not
// fit there would not fit in another language. `languages_story.mjs` goes on with a full journal.
import { journey } from './harness/journey.mjs';
import { LANGUAGES, Looker, begins, exactly } from './harness/languages.mjs';
import {
  SLOW, back, calculator, control, digits, holdEquals, locking, more, on, press, tab,
} from './harness/languages_steps.mjs';
import { PASSPHRASE } from './harness/steps.mjs';

const SECOND = 'candle orchard two rivers';

// From home, with a location or without: what needs no journal.
async function reading(t, page, l) {
  await l.stretch('home', async () => {
    await l.look('home', { picture: true });
    await page.locator('.call-tile').first().tap();
    await page.locator('.sheet').waitFor();
    await l.look('call');
  });
  await l.stretch('short pages', async () => {
    await press(page, 'Cannot speak?');
    await on(page, 'If you cannot speak');
    await l.look('cannot-speak');
    await back(page);
    await press(page, 'Text 999');
    await on(page, 'Texting 999');
    await l.look('text-999');
  });
  await l.stretch('help', async () => {
    await tab(page, 'help');
    await on(page, 'Help');
    await l.look('help');
    await page.locator('.more-of').nth(1).tap();
    await page.locator('.more-part').waitFor();
    await l.look('help-more', { picture: true });
    await page.locator('input[type="search"]').fill('stalking');
    await page.locator('#found-help').waitFor();
    await l.look('help-found');
    await page.locator('input[type="search"]').fill('zzzz');
    await page.locator('#found-help').waitFor({ state: 'detached' });
    await l.look('help-nobody');
  });
  await l.stretch('card for 101', async () => {
    await tab(page, 'help');
    await press(page, 'A card for 101');
    await on(page, 'A card for 101');
    await l.look('card');
  });
  await l.stretch('institution', async () => {
    await tab(page, 'help');
    await press(page, 'Help where you work or study');
    await on(page, 'Help where you work or study');
    await l.look('institution-none');
    await page.locator('button.row').last().tap();
    await page.locator('.row.help').first().waitFor();
    await l.look('institution');
  });
  await l.stretch('guidance', async () => {
    await tab(page, 'guidance');
    await on(page, 'Guidance');
    await l.look('guidance', { picture: true });
    const pages = await page.locator('main button.row').count();
    for (const at of [0, 3, 4, 7, 12]) {
      await page.locator('main button.row').nth(Math.min(at, pages - 1)).tap();
      await page.locator('main h1').waitFor();
      await l.look(`page-${at}`, { picture: at === 3 });
      await back(page);
      await page.locator('main button.row').nth(pages - 1).waitFor();
    }
    await press(page, 'Keep the guidance up to date');
    await on(page, 'Keep the guidance up to date');
    await page.locator('main dl').first().waitFor();
    await l.look('updates');
  });
  await l.stretch('asking', async () => {
    await press(page, 'Is this stalking?');
    await press(page, 'Look at what has happened to you');
    await page.getByRole('checkbox').nth(8).tap();
    await l.look('asking');
    await page.getByRole('checkbox').first().tap();
    await page.locator('.dock').waitFor();
    await l.look('asking-now');
    await press(page, 'See the answer');
    await page.locator('a.btn-999').waitFor();
    await l.look('asking-answer', { picture: true });
  });
  await l.stretch('calculator', async () => {
    const place = await page.locator('[data-leave]').boundingBox();
    await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
    await calculator(page);
    for (const key of ['7', '8', '9']) await page.locator('.calc-keys').getByRole('button', { name: key, exact: true }).tap();
    await page.locator('.calc-keys .eq').tap();
    await page.locator('.calc-top button').last().tap();
    await page.locator('.calc-menu').waitFor();
    await l.look('calculator', { picture: true });
    await page.locator('.calc-top button').last().tap();
    await page.locator('.calc-keys button').first().tap();
    await holdEquals(page, () => page.locator('a.btn-999').first().waitFor());
  });
}

for (const [tag, name] of LANGUAGES) {
  journey(`${name}: what there is to read and to call has names and fits`, { app: ['--locale', tag] }, async (t) => {
    const page = await t.open({ location: 'granted' });
    const l = new Looker(t, page, tag);
    await l.findsWhatIsPlanted();
    await reading(t, page, l);
    l.end(20);
  });

  journey(`${name}: set-up, the practice, the notes and what was saved while locked have names and fit`, { app: ['--locale', tag] }, async (t) => {
    const page = await t.open();
    const l = new Looker(t, page, tag);
    await l.stretch('set-up', async () => {
      await press(page, 'Set-up takes');
      await page.locator('.steps').waitFor();
      await l.look('set-up-1');
      await press(page, 'Next');
      await on(page, 'Is this phone safe to use?');
      await l.look('set-up-2');
      await press(page, 'Next');
      await on(page, 'A passphrase');
      await page.locator('#passphrase').fill('kitten');
      await page.locator('#passphrase-again').fill('kitten');
      await press(page, 'Make the journal');
      await page.locator('.field-wrong').waitFor(SLOW);
      await l.look('set-up-3');
      await page.locator('#passphrase').fill(PASSPHRASE);
      await page.locator('#passphrase-again').fill(PASSPHRASE);
      await press(page, 'Make the journal');
      await on(page, 'Recovery words');
      await l.look('set-up-4');
      await press(page, 'Write them down now');
      await on(page, 'Write these down');
      await l.look('words', { picture: true });
      await press(page, 'I have written them down');
      await on(page, 'Check what you wrote');
      await page.locator('input[id^="word-"]').first().fill('pencil');
      await press(page, 'Check them');
      await page.locator('.field-wrong').first().waitFor();
      await l.look('words-check');
      await press(page, 'Later');
      await on(page, 'The disguise and the way back');
      await l.look('set-up-5', { picture: true });
      await page.locator('#way-back').fill('999');
      await press(page, 'Try it now');
      await page.locator('.field-wrong').waitFor();
      await l.look('way-back-wrong');
      await page.locator('#way-back').fill('314159');
      await press(page, 'Try it now');
      await calculator(page);
      await l.look('practice');
      await digits(page, '314159');
      await holdEquals(page, () => page.getByRole('button', { name: begins('To the journal') }).waitFor());
      await l.look('way-back-on');
      await press(page, 'To the journal');
      await page.locator('nav.tabs').waitFor();
      await l.look('journal-empty', { picture: true });
    });
    await l.stretch('a sheet to print', async () => {
      await more(page, 'What opens this journal', 'What opens this journal');
      await press(page, 'Make');
      await page.locator('#present-passphrase').fill(PASSPHRASE);
      await press(page, 'Write them down now');
      await on(page, 'Write these down');
      await press(page, 'Print them on a sheet');
      await on(page, 'A sheet to print');
      await l.look('sheet', { picture: true });
    });
    await l.stretch('the second passphrase', async () => {
      await more(page, 'A second passphrase', 'A second passphrase');
      await page.locator('#second').fill(SECOND);
      await page.locator('#second-again').fill(SECOND);
      await press(page, 'Set it');
      await page.locator('main [role="status"], main .safe-banner').first().waitFor(SLOW);
      await l.look('second-set');
    });
    const lock = await locking(t, page, l, PASSPHRASE);
    await l.stretch('what was saved while locked', async () => {
      await tab(page, 'journal');
      await press(page, 'Unlock');
      await control(page, exactly('Unlock')).and(page.locator(':enabled')).waitFor(SLOW);
      await page.locator('#unlock-passphrase').fill(PASSPHRASE);
      await control(page, exactly('Unlock')).tap();
      await page.locator('#unlock-passphrase').waitFor({ state: 'detached', ...SLOW });
      await page.locator('main button.row').first().waitFor(SLOW);
      await l.look('journal-marks');
      await page.locator('main button.row').first().tap();
      await on(page, 'Saved while it was locked');
      await l.look('marks');
      await press(page, 'Set it aside');
      await press(page, 'Tap again to set it aside');
      await page.locator('main button.row').last().waitFor();
      await l.look('marks-none');
      await page.locator('main button.row').last().tap();
      await on(page, 'Set aside');
      await l.look('marks-aside');
    });
    await l.stretch('notes', async () => {
      await lock();
      await tab(page, 'journal');
      await press(page, 'Unlock');
      await page.locator('#unlock-passphrase').fill(SECOND);
      await control(page, exactly('Unlock')).tap();
      await on(page, 'Notes');
      await l.look('notes-empty');
      await press(page, 'New note');
      await page.locator('#note-text').fill('Shopping\nMilk, eggs, bread, washing powder');
      await l.look('note');
      await page.locator('.back').first().tap();
      await on(page, 'Notes');
      await page.locator('.note-row').waitFor();
      await l.look('notes', { picture: true });
      await page.locator('.note-row').tap();
      await press(page, 'Delete');
      await l.look('notes-delete');
    });
    l.end(25);
  });
}
