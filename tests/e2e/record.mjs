// Writing down what happened: now or earlier, with or without a place, with files, and corrected afterwards.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, assert, journey } from './harness/journey.mjs';
import { at, draftAfterKill, leave, holdEquals, look, setUp, tab, tap, toForm, unlock } from './harness/steps.mjs';

const WORDS = 'He walked behind me from the library to the corner. He said: I know where you live now.';
const CORRECTED = WORDS.replace('the corner', 'the second corner');

// As the fields of the form want a day, in London. Put together from parts: no locale writes it so in every Node.
function day(days) {
  const then = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  const form = new Intl.DateTimeFormat('en', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
  const part = Object.fromEntries(form.formatToParts(then).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

async function save(t, page) {
  await tap(t, page, /^Save$/);
  await at(page, 'Saved');
}

// From the form that has just been saved to the entry as it can be read.
async function readIt(t, page) {
  await tap(t, page, 'Read it');
  await page.getByText('Every version is kept').waitFor();
}

// Yesterday at about a quarter to seven.
async function sayWhen(t, page) {
  await tap(t, page, /^Yesterday$/);
  // The fields are made anew with the day in them.
  await page.waitForFunction((yesterday) => document.getElementById('from-day').value === yesterday, day(-1));
  await field(page, 'from-hour').fill('18:42');
}

// The whole of a screen in one picture: its own frame scrolls, so the window is made as long as it takes.
async function tall(page, take) {
  await page.setViewportSize({ width: 390, height: 2900 });
  await take();
  await page.setViewportSize({ width: 390, height: 844 });
}

const field = (page, id) => page.locator(`#${id}`);

journey('one tap keeps the time and the place, and says how exact the place is', async (t) => {
  const page = await t.open({ location: 'granted' });
  await setUp(t, page);
  await tap(t, page, 'Record what happened');
  await at(page, 'Is it happening now?');
  await page.getByText(/^Within 12 m, /).waitFor();
  await look(t, page, 'record-now');
  await tap(t, page, /^Save time and place$/);
  await at(page, 'Saved');
  await page.getByText(/within 12 m/).waitFor();
  await tap(t, page, /^Done$/);
  await at(page, 'Journal');
  await page.locator('.entry-row').tap();
  await page.getByText('While it was happening').waitFor();
  await page.getByText(/^51\.508\d*, -0\.116\d*, within 12 m$/).waitFor();
});

journey('without leave to ask for the place the entry is saved all the same, and says why it has none', async (t) => {
  const page = await t.open({ location: 'refused' });
  await setUp(t, page);
  await tap(t, page, 'Record what happened');
  await at(page, 'Is it happening now?');
  await tap(t, page, /^Add where you are/);
  await page.getByText('The phone was not allowed to say. The entry will say so.').waitFor();
  await tap(t, page, /^Save the time$/);
  await at(page, 'Saved');
  await page.getByText('No place. The phone was not allowed to say.').waitFor();
  await tap(t, page, 'Add words');
  await at(page, 'Add words');
  await field(page, 'words').fill('I am inside the shop now.');
  await save(t, page);
  await readIt(t, page);
  await page.getByText('No place. The phone was not allowed to say.').waitFor();
  await page.getByText('I am inside the shop now.').first().waitFor();
});

journey('an entry written later keeps her words, her doubt and her photo, and a correction beside the first version', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toForm(t, page);
  assert(await field(page, 'from-day').inputValue() === '', 'a day stands there that she did not give');
  assert(await field(page, 'from-hour').inputValue() === '', 'a time stands there that she did not give');
  await tap(t, page, /^Yesterday$/);
  await page.waitForFunction((yesterday) => document.getElementById('from-day').value === yesterday, day(-1));
  await field(page, 'from-hour').fill('18:42');
  await field(page, 'who-0').fill('The man from the gym');
  await tap(t, page, /^Not sure$/);
  await tap(t, page, /^How you saw them/);
  await field(page, 'seen-for-0').fill('4');
  await tap(t, page, /^minutes$/);
  await field(page, 'distance-0').fill('across the road');
  await tall(page, () => t.shot(page, 'entry-form-seen'));
  await tap(t, page, /^Followed$/);
  await tap(t, page, /^Came to my home$/);
  await field(page, 'words').fill(WORDS);
  await tap(t, page, /^My route$/);
  await tap(t, page, /^Photos, sound, files/);
  const chooser = page.waitForEvent('filechooser');
  await tap(t, page, 'Choose from this phone');
  await (await chooser).setFiles([
    { name: 'bus-stop.jpg', mimeType: 'image/jpeg', buffer: await readFile(join(ROOT, 'content', 'demo', 'bus-stop.jpg')) },
    { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('These are words, and no picture at all.\n') },
  ]);
  const held = page.locator('.held');
  await held.filter({ hasText: 'holiday.jpg' }).getByText('It cannot be shown as a picture here.').waitFor();
  await held.filter({ hasText: 'bus-stop.jpg' }).locator('img').waitFor();
  assert(await held.locator('img').count() === 1, 'words are shown as a picture');
  await page.getByText(/^Draft kept, /).waitFor();
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await look(t, page, 'entry-form');
  await save(t, page);
  await tap(t, page, /^Done$/);

  await at(page, 'Journal');
  const row = page.locator('.entry-row');
  await row.getByText('about 18:42').waitFor();
  await row.getByText('Not sure').waitFor();
  await row.getByText('1 picture').waitFor();
  await row.tap();
  await page.locator('button.thumb img').waitFor();
  const picture = page.locator('button.thumb img');
  assert(await picture.evaluate((one) => one.complete && one.naturalWidth > 0), 'the photo does not show');
  await page.getByText('holiday.jpg').waitFor();
  await page.getByText('4 minutes').first().waitFor();
  await look(t, page, 'entry-read');
  await tall(page, () => t.shot(page, 'entry-read-long'));
  await tap(t, page, 'Fold words and pictures away');
  await page.getByText(/are folded away/).waitFor();
  assert(!(await page.locator('#main').innerText()).includes(WORDS), 'her words are not folded away');
  await look(t, page, 'entry-folded');
  await tap(t, page, 'Show them');
  await page.locator('button.thumb img').waitFor();
  assert(await page.locator('#main img').count() === 1, 'words are shown as a picture in the entry');
  await page.locator('button.thumb').tap();
  const sheet = page.getByRole('dialog');
  await sheet.locator('img').waitFor();
  await t.accessible(page);
  await sheet.getByRole('button', { name: 'Close' }).tap();

  await tap(t, page, 'Correct this');
  await at(page, 'Correct this');
  assert(await field(page, 'words').inputValue() === WORDS, 'the form does not begin with what was written');
  await field(page, 'words').fill(CORRECTED);
  await field(page, 'why').fill('I counted again');
  await save(t, page);
  await readIt(t, page);
  await page.locator('p.own-words').getByText(CORRECTED, { exact: true }).waitFor();
  const versions = page.locator('.versions > li');
  assert(await versions.count() === 2, `there are ${await versions.count()} versions`);
  await versions.first().getByText('Why: I counted again').waitFor();
  await versions.first().getByText('second').waitFor();
  await versions.last().getByText(/^First written/).waitFor();
  await versions.last().getByRole('button', { name: 'Read it' }).tap();
  await sheet.getByText(WORDS, { exact: true }).waitFor();
  await t.accessible(page);
});

journey('an entry without a time, or with a time to come, is not saved, says why once and is quiet when it is put right', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toForm(t, page);
  await field(page, 'words').fill(WORDS);
  await tap(t, page, /^Save$/);
  const missing = page.getByText('Put in the day and the time.');
  await missing.waitFor();
  const focused = (id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
  await focused('from-day');
  assert(await missing.count() === 1, 'it is said twice');
  assert(await page.getByRole('alert').count() === 1, 'a screen reader is told twice');
  await look(t, page, 'entry-form-wrong');
  await field(page, 'from-day').fill(day(10));
  await tap(t, page, /^Save$/);
  await focused('from-hour');
  await field(page, 'from-hour').fill('10:00');
  const toCome = page.getByText('The time lies in the future.');
  await toCome.waitFor();
  assert(await field(page, 'words').inputValue() === WORDS, 'her words are gone');
  await field(page, 'from-day').fill(day(-1));
  await toCome.waitFor({ state: 'detached' });
  await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
  await tap(t, page, 'Close');
  await at(page, 'Journal');
  await page.getByText('Nothing written yet').waitFor();
});

journey('the time alone is enough, and the entry says no more than that', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toForm(t, page);
  await tap(t, page, /^Yesterday$/);
  await tap(t, page, 'I do not know the time of day');
  await page.waitForFunction(() => document.getElementById('to-hour')?.value === '23:59');
  await save(t, page);
  await page.getByText('The time is kept, without words.').waitFor();
  await look(t, page, 'saved-time-alone');
  await readIt(t, page);
  await at(page, 'Time kept');
});

journey('what she began to write is still there after Leave, the way back and the passphrase', async (t) => {
  const page = await t.open({ location: 'granted' });
  await setUp(t, page);
  await toForm(t, page);
  // Leave at once: the draft had no pause in which to be kept.
  await field(page, 'words').fill(WORDS);
  await leave(t, page);
  await holdEquals(page, () => at(page, 'In danger now?'));
  await tab(page, 'Journal');
  await unlock(t, page);
  await tap(t, page, /^You began to write/);
  await at(page, 'What happened');
  assert(await field(page, 'words').inputValue() === WORDS, 'her words are gone');
  await sayWhen(t, page);
  await save(t, page);
});

journey('what she began to write is still there after the phone was switched off', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toForm(t, page);
  await field(page, 'words').fill(WORDS);
  await tap(t, page, /^Followed$/);
  await field(page, 'count').fill('about forty');
  await tap(t, page, /^Yesterday$/);
  await tap(t, page, /^Photos, sound, files/);
  const chooser = page.waitForEvent('filechooser');
  await tap(t, page, 'Choose from this phone');
  await (await chooser).setFiles(join(ROOT, 'content', 'demo', 'bus-stop.jpg'));
  await page.locator('.held img').waitFor();
  await page.getByText(/^Draft kept, /).waitFor();
  t.expect(/websocket|ERR_CONNECTION|Failed to load/i);
  await t.app.kill();
  await page.context().close();
  await t.app.start();
  t.forget();
  const again = await t.open();
  await tab(again, 'Journal');
  await again.getByText('Your journal is locked').waitFor();
  await look(t, again, 'journal-locked');
  await unlock(t, again);
  await tap(t, again, /^You began to write/);
  await at(again, 'What happened');
  assert(await field(again, 'words').inputValue() === WORDS, 'her words are gone');
  assert(await t.press(again, /^Followed$/).getAttribute('aria-pressed') === 'true', 'the kind is gone');
  assert(await field(again, 'count').inputValue() === 'about forty', 'what was no number is gone');
  assert(await field(again, 'from-day').inputValue() === day(-1), 'the day is gone');
  assert(await field(again, 'from-hour').inputValue() === '', 'a time stands there that she did not give');
  await again.locator('.held').filter({ hasText: 'bus-stop.jpg' }).locator('img').waitFor();
  await look(t, again, 'entry-form-again');
  await field(again, 'count').fill('40');
  await field(again, 'from-hour').fill('18:42');
  await save(t, again);
  await tap(t, again, /^Done$/);
  await again.locator('.entry-row').getByText('He walked behind me').waitFor();
});

journey('what she typed is kept when the page is closed in the middle of it, and is there after the phone was switched off', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toForm(t, page);
  await field(page, 'words').fill(WORDS);
  await page.context().close();
  const other = await t.open();
  await tab(other, 'Journal');
  await other.getByText(/^You began to write/).waitFor();
  const again = await draftAfterKill(t, other);
  assert(await field(again, 'words').inputValue() === WORDS, 'her words are gone');
});

journey('the page asks to keep what is typed when the screen is lost, however it is lost', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toForm(t, page);
  const asked = await page.evaluate(() => {
    let count = 0;
    document.querySelector('[data-keep]').addEventListener('click', () => { count += 1; });
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    const hidden = count;
    dispatchEvent(new Event('pagehide'));
    delete document.visibilityState;
    document.dispatchEvent(new Event('visibilitychange'));
    return [hidden, count];
  });
  assert(String(asked) === '1,2', `it asked ${asked} times`);
});
