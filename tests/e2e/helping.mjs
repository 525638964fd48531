// Asking, the card for 101, people she trusts, her plan, an institution's own help: read aloud, pressed, with large text.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT, assert, journey } from './harness/journey.mjs';
import { at, isCalculator, leave, look, setUp, storyIsOpen, tab, tap } from './harness/steps.mjs';

const tick = (page, words) => page.getByRole('checkbox', { name: words });
const EXAMPLE = join(ROOT, 'content', 'institutions', 'example-university.toml');

async function toAsking(t, page) {
  await tap(t, page, /^Is this stalking/);
  await at(page, 'Is this stalking?');
  await tap(t, page, /^Look at what has happened/);
  await page.getByRole('checkbox').first().waitFor();
}

journey('Is this stalking? is answered in words, with no set-up, and leaving clears it', async (t) => {
  const page = await t.open();
  await toAsking(t, page);
  await look(t, page, 'asking');
  await tick(page, /^They follow me$/).tap();
  await page.locator('[role="checkbox"][aria-checked="true"]').waitFor();
  await tap(t, page, 'See the answer');
  await page.getByText('Police look for four warning signs: Fixated, Obsessive, Unwanted, Repeated.', { exact: true }).waitFor();
  await look(t, page, 'asking-answer-nowhere');
  await tap(t, page, 'My ticks');
  await tick(page, 'It has happened more than once').tap();
  await page.locator('[role="checkbox"][aria-checked="true"]').nth(1).waitFor();
  assert(await page.getByRole('alert').count() === 0, '999 is pushed where nothing asks for it');
  await tap(t, page, 'See the answer');
  await page.getByText('You are not to blame.').waitFor();
  await page.getByText(/What you ticked is like: Repeated\.$/).waitFor();
  await page.getByRole('button', { name: 'Scotland', exact: true }).tap();
  await page.getByRole('button', { name: /^For Scotland/ }).waitFor();
  await look(t, page, 'asking-answer');
  const said = await page.locator('main').innerText();
  assert(!/\bscore\b|%|this is (not )?stalking\b(?!\?)/i.test(said), `it judges: ${said}`);
  assert(!/law of England/.test(said), 'it shows the law of another nation');
  assert(said.includes('suzylamplugh.org'), 'the Trust’s own questions are not named');
  await leave(t, page);
  await page.reload();
  await isCalculator(page);
});

journey('a sign that needs help now brings 999 into sight at once', async (t) => {
  const page = await t.open();
  await toAsking(t, page);
  await tick(page, /^They choked me/).tap();
  const call = page.getByRole('alert').getByRole('link', { name: /Call 999/ });
  await call.waitFor();
  const box = await call.boundingBox();
  assert(box.y >= 0 && box.y + box.height <= 844, `999 is out of sight, at ${box.y}`);
  await t.shot(page, 'asking-now');
  // At its end, where the help does not lie over a row.
  await page.locator('main').evaluate((main) => { main.scrollTop = main.scrollHeight; });
  await t.accessible(page);
  await t.targets(page);
  await t.fits(page, { percent: 200 });
  await t.fits(page);
  await tap(t, page, 'See the answer');
  await page.locator('a.btn-999').waitFor();
  await look(t, page, 'asking-now-answer');
});

journey('when 999 comes into sight nothing moves under her finger', async (t) => {
  const page = await t.open();
  await toAsking(t, page);
  const [choked, broke] = [tick(page, /^They choked me/), tick(page, /^They broke into my home/)];
  await choked.scrollIntoViewIfNeeded();
  const where = async () => ({ top: await page.locator('main').evaluate((main) => main.scrollTop), y: (await broke.boundingBox()).y });
  const before = await where();
  await choked.tap();
  await page.getByRole('alert').waitFor();
  const after = await where();
  assert(JSON.stringify(before) === JSON.stringify(after), `it moved: ${JSON.stringify([before, after])}`);
  await broke.tap();
  await broke.and(page.locator('[aria-checked="true"]')).waitFor();
  assert(await page.locator('[role="checkbox"][aria-checked="true"]').count() === 2, 'another row was ticked');
  // Out of sight the page is covered, and 999 is not.
  const under = await page.evaluate(() => {
    document.querySelector('.screen').before(Object.assign(document.createElement('div'), { className: 'away', hidden: true }));
    const { left, top, width, height } = document.querySelector('[role="alert"] .btn-999').getBoundingClientRect();
    const at = (x, y) => document.elementFromPoint(x, y).closest('.btn-999, .screen')?.classList.value;
    return [at(left + width / 2, top + height / 2), at(left + width / 2, 300)];
  });
  assert(/btn-999/.test(under[0]) && under[1] === 'screen', `over 999 and over the page lies ${under.join(', ')}`);
});

journey('her ticks begin a record only when she asks, and can all be changed', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await tab(page, 'Home');
  await toAsking(t, page);
  await tick(page, /^They follow me$/).tap();
  await tap(t, page, 'See the answer');
  await tap(t, page, 'Start my record with this');
  await at(page, 'What happened');
  await page.getByRole('button', { name: 'Followed', pressed: true }).waitFor();
  assert((await page.locator('textarea').first().inputValue()).includes('They follow me.'), 'her words are not in it');
});

journey('the card for 101 can be read aloud without a journal, and is filled in from one', { app: ['--demo'] }, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await tab(page, 'Help');
  await tap(t, page, /^A card for 101/);
  await page.getByText('From your journal.').waitFor();
  await look(t, page, 'card-101');
});

journey('the card for 101 has prompts where there is no journal', async (t) => {
  const page = await t.open();
  await tab(page, 'Help');
  await tap(t, page, /^A card for 101/);
  await page.getByText('When it began, as near as you can say.').waitFor();
  await look(t, page, 'card-101-blank');
});

journey('a text to somebody she trusts is written with where she is, and said not to be sent', async (t) => {
  const page = await t.open({ location: 'granted' });
  await setUp(t, page);
  await tab(page, 'Home');
  await tap(t, page, /^Text somebody you trust/);
  await page.locator('#trusted-name').fill('A friend');
  await page.locator('#trusted-number').fill('999');
  await tap(t, page, 'Keep this person');
  await page.getByText('That is an emergency number.').waitFor();
  await page.locator('#trusted-number').fill('07700 900123');
  await look(t, page, 'trusted-new');
  await tap(t, page, 'Keep this person');
  await page.getByText(/^Where you are: 51\.50860, -0\.11660/).waitFor();
  await look(t, page, 'trusted');
  await tap(t, page, /^Text A friend/);
  const sheet = page.getByRole('dialog');
  await sheet.getByText(/Where I am: 51\.50860, -0\.11660, within 12 m/).waitFor();
  const words = await sheet.innerText();
  assert(/You press send/.test(words) && !/\bsent\b/.test(words), `the sheet claims: ${words}`);
  await t.accessible(page);
  await t.shot(page, 'trusted-text');
});

journey('a number that a text may not reach is said before it is kept, and one with the zero behind +44 is texted without it', async (t) => {
  const page = await t.open({ location: 'granted' });
  await setUp(t, page);
  await tab(page, 'Home');
  await tap(t, page, /^Text somebody you trust/);
  await page.locator('#trusted-name').fill('Aunt');
  await page.locator('#trusted-number').fill('0770090012');
  await tap(t, page, 'Keep this person');
  await page.getByText(/^This does not look like a UK mobile number/).waitFor();
  await look(t, page, 'trusted-doubt');
  await tap(t, page, 'Keep it all the same');
  await page.getByRole('button', { name: /^Text Aunt/ }).waitFor();
  await tap(t, page, /^Change people or words/);
  await page.locator('#trusted-name').fill('Longest name '.repeat(6));
  await page.locator('#trusted-number').fill('+44 (0)7700 900123');
  await tap(t, page, 'Keep this person');
  const long = page.getByRole('button', { name: /^Text Longest/ });
  await long.getByText('+44 7700 900123', { exact: true }).waitFor();
  await look(t, page, 'trusted-long');
  await long.tap();
  await page.getByRole('dialog').getByText('+447700900123').first().waitFor();
});

journey('the card for 101 opens from where 101 stands, from the top of Help, and from a search', async (t) => {
  const page = await t.open();
  await tab(page, 'Help');
  await tap(t, page, /^A card for 101/);
  await at(page, 'A card for 101');
  await tap(t, page, 'Back');
  await page.getByRole('button', { name: 'A card to read aloud' }).scrollIntoViewIfNeeded();
  await look(t, page, 'help-101');
  await tap(t, page, 'A card to read aloud');
  await at(page, 'A card for 101');
  await tap(t, page, 'Back');
  const search = page.getByRole('searchbox', { name: 'Search help and guidance' });
  await search.fill('report');
  await page.locator('.row').first().getByText('A card for 101').waitFor();
  await search.fill('101');
  await page.waitForFunction(() => document.querySelectorAll('.row.help').length === 1);
  await look(t, page, 'help-found-101');
  await search.fill('0808 802 0300');
  await page.locator('.row.help').getByText('0808 802 0300').waitFor();
  assert(await page.locator('.row.help').count() === 1, 'a number finds others');
});

journey('a plan is ticked and added to, and is there after a lock', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await tab(page, 'Home');
  await tap(t, page, /^Your plan for staying safe/);
  await at(page, 'Your plan for staying safe');
  await page.locator('#own-step').fill('Spare key with my aunt');
  await tap(t, page, 'Add this step');
  await tick(page, 'Spare key with my aunt').tap();
  await page.locator('[role="checkbox"][aria-checked="true"]').waitFor();
  await look(t, page, 'plan');
});

journey('an institution’s file is loaded, shown as its own, and taken out again', async (t) => {
  const page = await t.open();
  await tab(page, 'Help');
  await tap(t, page, /^Help where you work or study/);
  await at(page, 'Help where you work or study');
  await look(t, page, 'institution-none');
  const chooser = page.waitForEvent('filechooser');
  await tap(t, page, 'Choose the file');
  await (await chooser).setFiles(EXAMPLE);
  await at(page, 'From Example university');
  await look(t, page, 'institution');
  await tap(t, page, 'Back');
  await page.getByRole('button', { name: /^From Example university/ }).tap();
  const again = page.waitForEvent('filechooser');
  await tap(t, page, 'Load another file');
  await (await again).setFiles({ name: 'x.toml', mimeType: 'text/plain', buffer: Buffer.from('not one of these') });
  await page.getByText(/Nothing was taken from it/).waitFor();
  await at(page, 'From Example university');
  await tap(t, page, 'Take this out');
  await at(page, 'Help where you work or study');
  assert((await readFile(EXAMPLE, 'utf8')).length > 0, 'the file itself is gone');
});

journey('Help from set-up leads back to the step that she was on', async (t) => {
  const page = await t.open();
  await tap(t, page, /^Set-up takes/);
  await tap(t, page, /^Next$/);
  await at(page, 'Is this phone safe to use?');
  await tap(t, page, /^Talk to a helpline/);
  await at(page, 'Help');
  await tap(t, page, 'Set-up');
  await at(page, 'Is this phone safe to use?');
});

journey('Leave stands whole and in its place with large text', async (t) => {
  const page = await t.open();
  await t.fits(page, { percent: 200 });
  const where = async () => {
    const box = await page.locator('[data-leave]').boundingBox();
    const cut = await page.locator('[data-leave]').evaluate((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight);
    assert(!cut, 'its word is cut');
    return [box.x, box.y, box.width, box.height].map(Math.round).join(' ');
  };
  const places = new Map();
  for (const name of ['Guidance', 'Help', 'Home']) {
    await tab(page, name);
    await at(page, name === 'Home' ? 'In danger now?' : name);
    places.set(name, await where());
  }
  await t.shot(page, 'large-home');
  await tap(t, page, /^Set-up takes/);
  await at(page, 'What this app can do, and what it cannot');
  places.set('set-up', await where());
  await tap(t, page, /^Next$/);
  await at(page, 'Is this phone safe to use?');
  await tap(t, page, /^Talk to a helpline/);
  await at(page, 'Help');
  places.set('help', await where());
  assert(new Set(places.values()).size === 1, `Leave moves: ${JSON.stringify([...places])}`);
  await t.shot(page, 'large-help');
});

// What stands on each sheet of paper, each word with its place in points from the upper left edge.
async function printed(page, name) {
  const path = join(ROOT, 'shots', `${name}.pdf`);
  await page.pdf({ path, format: 'A4', preferCSSPageSize: true });
  const { stdout } = await promisify(execFile)('pdftotext', ['-bbox', path, '-'], { maxBuffer: 1 << 24 });
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return stdout.split('<page ').slice(1).map((sheet) => [...sheet.matchAll(word)].map(([, ...at]) => ({
    left: Number(at[0]), top: Number(at[1]), right: Number(at[2]), bottom: Number(at[3]), text: at[4],
  })));
}

journey('each page of the guidance can be printed: whole, off the edges of the paper, and nothing to press or of hers', async (t) => {
  // Only a computer offers it.
  const page = await t.open({ location: 'granted', hasTouch: false, isMobile: false });
  await page.getByRole('button', { name: 'Guidance', exact: true }).click();
  await at(page, 'Guidance');
  const rows = page.locator('#main button.row');
  const titles = await rows.locator('b').allInnerTexts();
  assert(titles.length > 15, `${titles.length} pages`);
  for (const title of titles) {
    await rows.filter({ has: page.getByText(title, { exact: true }) }).click();
    await at(page, title);
    if (title === 'In danger now') await page.getByText('51.50860, -0.11660').waitFor();
    const offered = await page.getByRole('button', { name: 'Print this' }).count();
    // The list of what the phone keeps up to date is no page to read.
    if (offered === 0) {
      assert(title === 'Keep the guidance up to date', `${title} cannot be printed`);
    } else {
      const read = await page.evaluate(() => document.querySelectorAll('.article p, .article li, h1, h2').length);
      const sheets = await printed(page, 'printed');
      const all = sheets.flat();
      const text = all.map((one) => one.text).join(' ');
      assert(read > 3 && text.startsWith(title.split(' ')[0]), `${title}: ${text.slice(0, 80)}`);
      for (const { left, top, right, bottom, text } of all) {
        assert(left > 40 && top > 36 && right < 595 - 40 && bottom < 842 - 20, `${title}: “${text}” stands at the edge: ${left} ${top} ${right} ${bottom}`);
      }
      sheets.forEach((sheet, n) => assert(sheet.slice(-3).map((one) => one.text).join(' ') === `${n + 1} / ${sheets.length}`, `${title}: sheet ${n + 1} has no number`));
      const strange = /51\.50860|Print this|Opens the dialer|Where do you live/.exec(text);
      assert(!strange, `${title}: on paper: ${strange}`);
      await page.emulateMedia({ media: 'print' });
      const pressed = await page.evaluate(() => [...document.querySelectorAll('.leave, .tab, .back, .call-999, .round')].filter((one) => one.checkVisibility()).length);
      assert(pressed === 0, `${title}: ${pressed} things to press on paper`);
      await page.emulateMedia({ media: null });
    }
    await page.locator('header.top > button.back').click();
    await at(page, 'Guidance');
  }
  assert(titles.includes('In danger now'), titles.join(', '));
});

journey('In danger now shows where she is, to read out, and waits for it with nothing', async (t) => {
  const page = await t.open({ location: 'granted' });
  await tab(page, 'Guidance');
  await tap(t, page, /^In danger now/);
  await page.locator('a.btn-999').waitFor();
  await page.getByText('51.50860, -0.11660').waitFor();
  await page.getByText(/^TQ 30/).waitFor();
  await look(t, page, 'in-danger');
});
