// Guidance and Help: there before any set-up, whole, and one tap from each other.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, assert, journey } from './harness/journey.mjs';
import { look, tab, tap } from './harness/steps.mjs';

const CONTENT = join(ROOT, 'content', 'en-GB');
const said = (text, name) => text.match(new RegExp(`^${name} = "(.*)"$`, 'm'))?.[1].replaceAll('\\"', '"');

// The titles of the pages, from their own files.
async function pages() {
  const folder = join(CONTENT, 'guidance');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md'));
  return Promise.all(files.map(async (file) => said(await readFile(join(folder, file), 'utf8'), 'title')));
}

// The directory, from its own file.
async function entries() {
  const text = await readFile(join(CONTENT, 'directory.toml'), 'utf8');
  return text.split('[[entry]]').slice(1).map((entry) => ({
    name: said(entry, 'name'),
    ways: ['number', 'text', 'web'].map((way) => said(entry, way)).filter(Boolean)
      .map((way) => way.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')),
    checked: new Date(`${said(entry, 'checked')}T12:00:00Z`)
      .toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  }));
}

// What is read aloud is read in the order of the page: words that come next stand below, or on the same line and further on, and no
// level of heading is left out.
const outOfOrder = (page) => page.evaluate(() => {
  const found = [];
  const shown = document.createTreeWalker(document.querySelector('#main main'), NodeFilter.SHOW_TEXT);
  let before = null;
  while (shown.nextNode()) {
    const { textContent, parentElement } = shown.currentNode;
    if (!textContent.trim() || !parentElement.checkVisibility() || parentElement.closest('.hidden-visually, .dock, .bar')) continue;
    const range = document.createRange();
    range.selectNodeContents(shown.currentNode);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    if (boxes.length === 0) continue;
    const [first, last] = [boxes[0], boxes.at(-1)];
    if (before && first.bottom <= before.top && first.left < before.right) found.push(textContent.trim());
    before = last;
  }
  let level = 0;
  for (const heading of document.querySelectorAll('#main :is(h1, h2, h3, h4)')) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) found.push(`${heading.tagName} after h${level}: ${heading.textContent}`);
    level = next;
  }
  return found;
});

const title = (page) => page.getByRole('heading', { level: 1 });
const onPage = (page, name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

journey('every page of guidance is two taps from home, before any set-up', async (t) => {
  const page = await t.open();
  await tab(page, 'Guidance');
  await onPage(page, 'Guidance');
  await look(t, page, 'guidance');
  const rows = await page.locator('#main button.row b').allInnerTexts();
  const written = await pages();
  const lost = written.find((name) => !rows.includes(name));
  assert(written.length > 5 && !lost, `${lost} is not in the list: ${rows}`);
  for (const name of rows) {
    await page.locator('#main button.row').filter({ has: page.getByText(name, { exact: true }) }).tap();
    await onPage(page, name);
    await page.getByText(/Checked \d+ \w+ 20\d\d\.$/).waitFor();
    await t.accessible(page);
    const strange = await outOfOrder(page);
    assert(strange.length === 0, `${name} is read aloud in another order than it stands: ${strange}`);
    await t.targets(page);
    await t.fits(page, { percent: 200 });
    await t.fits(page);
    if (name === 'Is this stalking?') await t.shot(page, 'guidance-page');
    await tap(t, page, /^Guidance$/);
    await onPage(page, 'Guidance');
  }
  // The scan is shown to find: the last row of the list is set above the first, and a heading skips a level.
  await page.evaluate(() => {
    const list = [...document.querySelectorAll('#main button.row')].at(-1).parentElement;
    Object.assign(list.style, { display: 'flex', flexDirection: 'column-reverse' });
    list.append(document.createElement('h4'));
  });
  const planted = await outOfOrder(page);
  assert(planted.some((one) => one.startsWith('H4 after')), 'a level that was left out is not found');
  assert(planted.some((one) => !one.startsWith('H4 after')), 'an order turned round is not found');
});

journey('each link between pages leads to a page, and Back leads back', async (t) => {
  const page = await t.open();
  let links = 0;
  for (const name of await pages()) {
    await tab(page, 'Guidance');
    await page.locator('#main button.row').filter({ has: page.getByText(name, { exact: true }) }).tap();
    await onPage(page, name);
    const inside = page.locator('#main a.in-line[href="#"]');
    for (let at = 0; at < await inside.count(); at += 1) {
      const words = await inside.nth(at).innerText();
      await inside.nth(at).tap();
      await page.getByRole('button', { name: 'Back', exact: true }).waitFor();
      const to = await title(page).innerText();
      assert(to !== 'This page is not here', `"${words}" in "${name}" leads nowhere`);
      await page.getByRole('button', { name: 'Back', exact: true }).tap();
      await onPage(page, name);
      links += 1;
    }
  }
  assert(links > 5, `there are only ${links} links`);
});

journey('everybody in the directory is in Help, with how to reach them and when that was checked', async (t) => {
  const page = await t.open();
  await tab(page, 'Help');
  await onPage(page, 'Help');
  await look(t, page, 'directory');
  const shown = new Map();
  for (const nation of ['England', 'Wales', 'Scotland', 'Northern Ireland']) {
    const chip = page.getByRole('button', { name: nation, exact: true });
    await chip.tap();
    await page.locator('button.chip[aria-pressed="true"]').getByText(nation, { exact: true }).waitFor();
    for (const text of await page.locator('.row.help').allInnerTexts()) shown.set(text.split('\n')[0].trim(), text);
  }
  const wanted = await entries();
  assert(wanted.length > 20, `the directory has only ${wanted.length}`);
  for (const { name, ways, checked } of wanted) {
    const text = shown.get(name);
    assert(text, `${name} is not in Help`);
    const missing = ways.find((way) => !text.includes(way));
    assert(!missing, `${name} is there without ${missing}`);
    assert(text.includes(`Checked ${checked}`), `${name} does not say that it was checked on ${checked}: ${text}`);
  }
});

journey('Help can be searched, and a search that finds nobody says what to do', async (t) => {
  const page = await t.open();
  await tab(page, 'Help');
  const search = page.getByRole('searchbox', { name: 'Search help and guidance' });
  await search.fill('samaritans');
  await page.locator('.row.help').getByText('116 123').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.row.help').length < 4);
  await search.fill('zzzz');
  await page.getByText('Nothing here has those words.').waitFor();
  await page.getByRole('button', { name: /^Call 0808 802 0300/ }).waitFor();
  await page.getByRole('button', { name: /^All guidance/ }).waitFor();
  await t.accessible(page);
  await search.fill('');
  await page.locator('.row.help').nth(5).waitFor();
});

journey('a number in Help is called through the dialer, once it is said that a call leaves traces', async (t) => {
  const page = await t.open();
  await tab(page, 'Help');
  await page.getByRole('button', { name: /^Call National Stalking Helpline/ }).tap();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('A call stays in your call list').waitFor();
  await t.accessible(page);
  await sheet.getByRole('button', { name: 'Call 0808 802 0300' }).tap();
  await sheet.getByText('On a phone this opens the dialer with 0808 802 0300 in it').waitFor();
});
