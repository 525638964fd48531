// Every screen with a full journal behind it: read aloud, pressed, with large text; and their pictures.
import { assert, journey } from './harness/journey.mjs';
import { DEMO, at, look, storyIsOpen, tab, tap, unlock } from './harness/steps.mjs';

const demo = { app: ['--demo'] };

journey('the journal, an entry and the pattern can be read, pressed and used with large text', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await tab(page, 'Journal');
  await page.locator('.entry-row').nth(5).waitFor({ timeout: 30_000 });
  await page.locator('.counts-row').waitFor();
  await look(t, page, 'journal');
  await page.locator('.entry-row').filter({ hasText: /picture/ }).filter({ hasText: 'Corrected' }).first()
    .or(page.locator('.entry-row').filter({ hasText: /picture/ }).first()).first().tap();
  await page.locator('button.thumb img').first().waitFor();
  await look(t, page, 'entry');
  await tap(t, page, /^Journal$/);
  await page.locator('.counts-row').tap();
  await at(page, 'The pattern so far');
  await look(t, page, 'pattern');
  const tables = page.getByRole('button', { name: /As a table$/ });
  for (let left = await tables.count(); left > 0; left -= 1) {
    await tables.first().tap();
    // Until the button says otherwise, another tap would close the same table.
    await tables.nth(left - 1).waitFor({ state: 'detached' });
  }
  await page.locator('table').first().waitFor();
  await t.accessible(page);
  await t.fits(page, { percent: 200 });
});

journey('words find an entry, and a search that finds nothing says so', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await tab(page, 'Journal');
  await page.locator('.entry-row').nth(5).waitFor({ timeout: 30_000 });
  const all = await page.locator('.entry-row').count();
  const search = page.getByRole('searchbox', { name: 'Search your entries' });
  await search.fill('optician');
  await page.waitForFunction((most) => {
    const rows = document.querySelectorAll('.entry-row').length;
    return rows > 0 && rows < most;
  }, all);
  await search.fill('optician zzzz');
  await page.getByText('Nothing has all of these words.').waitFor();
  await t.accessible(page);
});

journey('what is under More can be read and pressed, and a check says what holds', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await tap(t, page, /^More/);
  await page.getByText('Lock now').waitFor();
  await look(t, page, 'more');
  // A computer can do nothing of it, and says so. What a phone does is in the unit tests, with a phone that writes down.
  await tap(t, page, /^On this phone/);
  await at(page, 'On this phone');
  await page.getByText('This device lets no app close itself.').waitFor();
  assert(await page.getByRole('switch').count() === 0, 'something is offered that a computer cannot do');
  await look(t, page, 'this-phone');
  await tap(t, page, /^Back$/);
  await tap(t, page, /^Check the journal/);
  await tap(t, page, 'Check now');
  await page.getByText(/^All of it holds: \d+ records and \d+ files/).waitFor({ timeout: 60_000 });
  await look(t, page, 'check');
  await tap(t, page, /^More$/);
  await tap(t, page, /^Who opened it/);
  await page.getByText('It was set up, and never locked since.').waitFor();
  await look(t, page, 'access-log');
});

journey('a wrong passphrase opens nothing and is answered in words; the right one opens the journal', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await tap(t, page, /^More/);
  await tap(t, page, /^Lock now/);
  await at(page, 'In danger now?');
  await tab(page, 'Journal');
  await tap(t, page, /^Unlock/);
  await at(page, 'Your journal is locked');
  await look(t, page, 'unlock');
  await page.locator('#unlock-passphrase').fill('not this one at all');
  await tap(t, page, /^Unlock$/);
  await page.locator('.field-wrong').waitFor({ timeout: 30_000 });
  assert(await page.locator('#unlock-passphrase').inputValue() === '', 'the wrong passphrase stays in the field');
  await t.accessible(page);
  await tap(t, page, /^Back$/);
  await unlock(t, page, DEMO);
  await page.locator('.entry-row').first().waitFor();
  await tab(page, 'Home');
  await tap(t, page, /^More/);
  await tap(t, page, /^Who opened it/);
  await page.getByText(/1 failed try before it$/).waitFor();
  await t.accessible(page);
});
