// Taking an entry out of packs, destroying one, destroying everything: what it says first, and what is left.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assert, journey } from './harness/journey.mjs';
import { DEMO, at, look, storyIsOpen, tab, tap, words } from './harness/steps.mjs';

const demo = { app: ['--demo'] };
const SLOW = { timeout: 30_000 };

// What opens the journal, into the field that asks for it.
async function prove(page, typed) {
  await page.locator('#destroy-passphrase').fill(typed);
}

// A wrong one destroys nothing, says so where it was typed, and leaves the field empty.
async function refused(page) {
  await page.locator('.field-wrong').getByText('Nothing was destroyed.').waitFor(SLOW);
  await page.waitForFunction(() => document.querySelector('#destroy-passphrase').value === '');
}

// The first entry with a picture, from the journal.
async function toEntry(page) {
  await tab(page, 'Journal');
  await page.locator('.entry-row').nth(5).waitFor({ timeout: 30_000 });
  await page.locator('.entry-row').filter({ hasText: /picture/ }).first().tap();
  await page.getByRole('heading', { name: 'If it should not be here' }).waitFor();
}

journey('an entry is taken out of packs and counts, is still there, and is put back', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await toEntry(page);
  await page.getByRole('button', { name: /^Destroy this entry/ }).scrollIntoViewIfNeeded();
  await t.shot(page, 'entry-end');
  await tap(t, page, /^Take it out of packs/);
  await page.getByText('Out of packs and counts').waitFor();
  await page.getByRole('button', { name: 'Put it back' }).scrollIntoViewIfNeeded();
  await look(t, page, 'entry-out');
  await tap(t, page, /^Journal$/);
  const out = page.locator('.entry-row.out');
  await out.waitFor();
  await out.scrollIntoViewIfNeeded();
  await look(t, page, 'journal-out');
  await out.tap();
  await tap(t, page, 'Put it back');
  await page.getByText('Out of packs and counts').waitFor({ state: 'detached' });
});

journey('destroying an entry says what goes and what may remain, and the check still holds', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await tab(page, 'Journal');
  // One of which somebody was told.
  await page.getByRole('searchbox', { name: 'Search your entries' }).fill('control room');
  await page.waitForFunction(() => document.querySelectorAll('.entry-row').length < 12 && document.querySelector('.entry-row'));
  await page.locator('.entry-row').first().tap();
  await page.getByRole('heading', { name: 'If it should not be here' }).waitFor();
  await tap(t, page, /^Destroy this entry/);
  await at(page, 'Destroy this entry?');
  await page.getByText('Ask your officer or solicitor first.').waitFor();
  await look(t, page, 'destroy-entry');
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await t.shot(page, 'destroy-entry-200');
  const button = await page.getByRole('button', { name: 'Take it out of packs instead' }).boundingBox();
  assert(button.y + button.height < 844, 'with large text the first screen is all warning');
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await page.getByRole('button', { name: 'Keep it' }).scrollIntoViewIfNeeded();
  await t.shot(page, 'destroy-entry-end');
  // Whoever holds the open phone has that and no more.
  await tap(t, page, 'Destroy it');
  await page.locator('.field-wrong').getByText('Type your passphrase here first.').waitFor();
  await prove(page, 'somebody guesses');
  await tap(t, page, 'Destroy it');
  await refused(page);
  await look(t, page, 'destroy-entry-refused');
  await prove(page, DEMO);
  await tap(t, page, 'Destroy it');
  await at(page, 'The entry is destroyed');
  await look(t, page, 'destroyed');
  await tap(t, page, 'To the journal');
  await at(page, 'Journal');
  await tab(page, 'Home');
  await tap(t, page, /^More/);
  await page.getByText('Destroy everything…').scrollIntoViewIfNeeded();
  await t.shot(page, 'more-end');
  await tap(t, page, /^Who opened it/);
  await page.getByText('Entry destroyed').waitFor();
  await look(t, page, 'access-log-destroyed');
  await tap(t, page, /^More$/);
  await tap(t, page, /^Check the journal/);
  await tap(t, page, 'Check now');
  await page.getByText(/^All of it holds/).waitFor({ timeout: 60_000 });
  await page.getByText('Destroyed by you').waitFor();
  await look(t, page, 'check-destroyed');
});

// Holds a button down with a finger.
async function press(page, name, seconds) {
  await page.getByRole('button', { name }).scrollIntoViewIfNeeded();
  const box = await page.getByRole('button', { name }).boundingBox();
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  const finger = await page.context().newCDPSession(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  const down = await page.evaluate(() => performance.now());
  await page.waitForFunction(([since, ms]) => performance.now() - since > ms, [down, seconds * 1000]);
  return async () => {
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await finger.detach();
  };
}

journey('everything is destroyed only by a long press, and the app is then as new', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await tap(t, page, /^More/);
  await tap(t, page, /^Destroy everything/);
  await at(page, 'Destroy everything');
  const hold = page.getByRole('button', { name: /^Press and hold/ });
  await hold.waitFor();
  await look(t, page, 'destroy-all');
  await hold.scrollIntoViewIfNeeded();
  await t.shot(page, 'destroy-all-end');
  await hold.tap();
  const letGo = await press(page, /^Press and hold/, 2);
  await page.getByText(/^Keep holding/).waitFor();
  await t.shot(page, 'destroy-all-held');
  await letGo();
  await hold.waitFor();
  await tap(t, page, /^Without holding/);
  await tap(t, page, 'Destroy everything now');
  await page.getByText('Nothing was destroyed.').waitFor();
  await t.accessible(page);
  const place = join(t.app.data, 'demo');
  assert(existsSync(join(place, 'a.keys')), 'a short press destroyed it');
  // Held to the end, and without what opens the journal.
  await prove(page, 'somebody guesses');
  const tried = await press(page, /^Press and hold/, 6);
  await refused(page);
  await tried();
  await look(t, page, 'destroy-all-refused');
  assert(existsSync(join(place, 'a.keys')), 'a wrong passphrase destroyed it');
  await prove(page, DEMO);
  const done = await press(page, /^Press and hold/, 6);
  await at(page, 'In danger now?');
  await done();
  await page.getByText('It can wait').waitFor();
  assert(!existsSync(place), 'something of it is left');
  const said = await words(page);
  assert(!/destroy/i.test(said), `home says ${said}`);
});

journey('the next pack begins with what was taken out of the last', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  const toPack = async () => {
    await tap(t, page, /^More/);
    await tap(t, page, /^Make an evidence pack/);
    await page.getByRole('switch', { name: /^Photos/ }).waitFor();
  };
  await toPack();
  await page.getByRole('switch', { name: /^Photos/ }).tap();
  await tap(t, page, 'Make the pack');
  await at(page, 'Where is it going?');
  await page.locator('#pack-folder').fill(t.app.folder);
  await tap(t, page, 'Make it');
  await page.getByRole('heading', { level: 1, name: 'The pack is made' }).waitFor({ timeout: 120_000 });
  await tap(t, page, 'To the journal');
  await tab(page, 'Home');
  await toPack();
  await page.getByText('As in your last pack.').waitFor();
  await look(t, page, 'pack-again');
  await tap(t, page, 'Begin anew');
  await page.getByText('As in your last pack.').waitFor({ state: 'detached' });
  assert(await page.getByRole('switch', { name: /^Photos/ }).getAttribute('aria-checked') === 'true', 'photos stay out');
});
