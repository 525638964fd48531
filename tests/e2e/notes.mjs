// The second passphrase and the plain notes that it opens: an ordinary notes app, with nothing of the rest on it.
import { assert, journey } from './harness/journey.mjs';
import { PASSPHRASE, at, dial, holdEquals, isCalculator, look, setUp, tab, tap, unlock, words } from './harness/steps.mjs';

const SECOND = 'candle orchard two rivers';
// What no notes app has a word for.
const TELLING = /steadfast|stalk|999|101|police|danger|journal|record|evidence|guidance|helpline|help|unlock|passphrase/i;

async function isNotes(page) {
  await at(page, 'Notes');
  await page.getByRole('button', { name: 'New note' }).waitFor();
  // What is hidden counts as well: attributes are read out.
  const seen = await page.evaluate(() => document.getElementById('main').outerHTML.replace(/ (d|class|style)="[^"]*"/g, ''));
  assert(!TELLING.test(seen), `the notes show: ${seen.match(TELLING)?.[0]}`);
}

async function write(t, page, text) {
  await tap(t, page, 'New note');
  await page.locator('#note-text').fill(text);
  await page.getByRole('button', { name: 'Notes', exact: true }).tap();
  await isNotes(page);
}

journey('a second passphrase is set with its limits told, and opens an ordinary notes app', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await tab(page, 'Home');
  await tap(t, page, /^More/);
  await tap(t, page, /^A second passphrase/);
  await page.getByText('What it does not do').waitFor();
  await look(t, page, 'second-passphrase');
  await page.locator('#second').fill(PASSPHRASE);
  await page.locator('#second-again').fill(PASSPHRASE);
  await tap(t, page, 'Set it');
  await page.locator('.field-wrong').getByText('That one cannot be used here. Choose another.').waitFor();
  await page.locator('#second').fill(SECOND);
  await page.locator('#second-again').fill(SECOND);
  await tap(t, page, 'Set it');
  await page.getByText('The second passphrase is set.').waitFor();
  await t.shot(page, 'second-passphrase-set');
  await t.accessible(page);
  await tap(t, page, /^Back/);
  await tap(t, page, /^Lock now/);
  await at(page, 'In danger now?');

  await tab(page, 'Journal');
  await unlock(t, page, SECOND);
  await isNotes(page);
  await look(t, page, 'notes-empty');
  await write(t, page, 'Shopping\nMilk, eggs, bread, washing powder');
  await write(t, page, 'Leek and potato soup\n2 leeks, 4 potatoes, stock. Soften, boil for twenty minutes, then blend.');
  await write(t, page, 'Library books\nBack by Friday');
  await look(t, page, 'notes-list');
  await page.locator('#notes-search').fill('POTATO');
  await page.getByText('Library').waitFor({ state: 'detached' });
  await page.locator('#notes-search').fill('');
  await page.getByRole('button', { name: /^Leek/ }).tap();
  await page.locator('#note-text').waitFor();
  await look(t, page, 'notes-one');
  await page.getByRole('button', { name: 'Delete', exact: true }).tap();
  await page.getByText('Delete this note?').waitFor();
  await t.shot(page, 'notes-delete');
  await tap(t, page, 'Keep it');
  await page.getByText('Delete this note?').waitFor({ state: 'detached' });

  // Typed, and closed at once: the last strokes are kept.
  await page.locator('#note-text').fill('Leek and potato soup\nwith chives');
  await t.touch(page, /^Close/);
  await isCalculator(page);
  await dial(page, '999');
  await holdEquals(page, () => page.getByText('999: on a phone, the dialer opens').waitFor());
  await holdEquals(page, () => at(page, 'In danger now?'));
  await tab(page, 'Journal');
  await unlock(t, page, SECOND);
  await isNotes(page);
  await page.getByText('with chives').waitFor();
  // Another tab sees the same, and not the app around it.
  const other = await t.open();
  await isNotes(other);
  await page.getByRole('button', { name: 'Lock', exact: true }).tap();
  await isCalculator(page);
  await isCalculator(other);
  await holdEquals(page, () => at(page, 'In danger now?'));
  await tab(page, 'Journal');
  await unlock(t, page);
  await at(page, 'Journal');
  assert(!/chives/.test(await words(page)), 'a note is in the journal');
});
