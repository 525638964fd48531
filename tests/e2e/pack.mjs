// The evidence pack: what it gives away is said first, and what is made can be checked by anybody.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert, journey } from './harness/journey.mjs';
import { at, look, storyIsOpen, tab, tap } from './harness/steps.mjs';

const demo = { app: ['--demo'] };

// From home to what a pack of the made-up journal gives away.
async function toPack(t, page) {
  await tap(t, page, /^More/);
  await tap(t, page, /^Make an evidence pack/);
  await page.getByRole('switch', { name: /^Photos/ }).waitFor();
}

// Makes a pack of this form in the journey's own folder, and gives back where it lies.
async function make(t, page, form) {
  await tap(t, page, 'Make the pack');
  await at(page, 'Where is it going?');
  await tap(t, page, form);
  await page.locator('#pack-folder').fill(t.app.folder);
  await tap(t, page, 'Make it');
  await page.getByRole('heading', { level: 1, name: 'The pack is made' }).waitFor({ timeout: 120_000 });
  const made = (await readdir(t.app.folder)).filter((name) => name.startsWith('Pack '));
  assert(made.length === 1, `in the folder lie ${made}`);
  const place = join(t.app.folder, made[0]);
  await page.getByText(place, { exact: true }).waitFor();
  return place;
}

// What the desk program, built beside the app, says of a pack.
function verify(t, place) {
  const desk = join(dirname(t.app.program), 'steadfast-desk');
  assert(existsSync(desk), `there is no ${desk}`);
  const { status, stdout, stderr } = spawnSync(desk, ['verify', place], { encoding: 'utf8', timeout: 60_000 });
  return { status, said: `${stdout}${stderr}` };
}

// What the page inside the pack says of the folder that it lies in.
async function checkedByPage(page, place) {
  const context = await page.context().browser().newContext();
  try {
    const checker = await context.newPage();
    const asked = [];
    checker.on('request', (request) => asked.push(request.url()));
    await checker.goto(pathToFileURL(join(place, 'verify.html')).href);
    await checker.locator('#folder').setInputFiles(place);
    await checker.locator('.result').waitFor({ timeout: 60_000 });
    const elsewhere = asked.find((address) => !address.startsWith('file:') && !address.startsWith('blob:'));
    assert(!elsewhere, `it asks ${elsewhere}`);
    return await checker.locator('#out').innerText();
  } finally {
    await context.close();
  }
}

journey('what a pack gives away is counted before it is made, and each switch takes something out', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await toPack(t, page);
  await look(t, page, 'pack');
  const hint = (title) => page.getByRole('switch', { name: title }).locator('.hint');
  // Her home is out from the beginning.
  await hint(/^Your home address/).getByText(/^Taken out of \d+ entr/).waitFor();
  await page.getByRole('switch', { name: /^Your home address/ }).tap();
  for (const [title, before, after] of [
    [/^Your home address/, /^In \d+ entr/, /^Taken out of \d+ entr/],
    [/^Your routine/, /in \d+ entr/, /^Taken out of \d+ entr/],
    [/^Names of others/, /in \d+ entr/, /^Taken out of \d+ entr/],
    [/^Photos/, /^\d+ photos and films$/, /^\d+ photos and films taken out$/],
  ]) {
    await hint(title).getByText(before).waitFor();
    await page.getByRole('switch', { name: title }).tap();
    await hint(title).getByText(after).waitFor();
    assert(await page.getByRole('switch', { name: title }).getAttribute('aria-checked') === 'false', `${title} is still on`);
  }
  const lead = page.locator('p.lead[role="status"]');
  const all = Number((await lead.innerText()).match(/^\d+/)[0]);
  await tap(t, page, 'Look through it');
  await at(page, 'Look through it');
  await page.getByRole('switch').first().tap();
  await page.getByText(`${all - 1} entries`).waitFor();
  await page.getByText(/1 entry is not in it/).waitFor();
  await t.accessible(page);
  await tap(t, page, /^Done$/);
  await page.locator('#pack-from').fill('2026-09-30');
  await page.locator('#pack-to').fill('2026-09-01');
  await tap(t, page, 'Make the pack');
  await page.getByText('The last day is before the first.').waitFor();
  await page.locator('#pack-to').fill('2026-10-31');
  await page.waitForFunction((most) => parseInt(document.querySelector('p.lead[role="status"]')?.innerText, 10) < most - 1, all);
});

journey('a pack as a folder holds for the desk program and for its own page, until one byte is changed', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await toPack(t, page);
  const place = await make(t, page, /^For the police/);
  await look(t, page, 'pack-made');
  const names = await readdir(place, { recursive: true });
  for (const name of ['READ ME FIRST.txt', 'evidence.json', 'manifest.sha256', 'verify.html']) {
    assert(names.includes(name), `${name} is not among ${names}`);
  }
  const held = verify(t, place);
  assert(held.status === 0, `the desk program ends with ${held.status}: ${held.said}`);
  const fingerprint = (await page.locator('p.fingerprint').innerText()).trim();
  const page1 = await checkedByPage(page, place);
  assert(page1.includes('It holds') && page1.includes(fingerprint), `the page in the pack says: ${page1}`);

  // The largest file is a photo. One bit of it.
  const files = await Promise.all(names.filter((name) => /\.jpe?g$/i.test(name))
    .map(async (name) => ({ name, size: (await stat(join(place, name))).size })));
  const { name } = files.sort((a, b) => b.size - a.size)[0];
  const bytes = await readFile(join(place, name));
  bytes[bytes.length >> 1] ^= 1;
  await writeFile(join(place, name), bytes);
  const broken = verify(t, place);
  assert(broken.status !== 0 && broken.said.includes(name), `the desk program ends with ${broken.status}: ${broken.said}`);
  const page2 = await checkedByPage(page, place);
  assert(page2.includes('It does not hold') && page2.includes(`${name} was changed`), `the page in the pack says: ${page2}`);
});

journey('a pack as one file holds for the desk program, and says nothing was sent', demo, async (t) => {
  const page = await t.open();
  await storyIsOpen(page);
  await toPack(t, page);
  await page.getByRole('switch', { name: /^Names of others/ }).tap();
  const place = await make(t, page, /^One file/);
  await page.getByText('Nothing has been sent.').waitFor();
  await page.getByText('Selected by the writer').waitFor();
  assert(place.endsWith('.zip') && (await stat(place)).isFile(), `it lies at ${place}`);
  const held = verify(t, place);
  assert(held.status === 0, `the desk program ends with ${held.status}: ${held.said}`);
  await tap(t, page, 'Share it');
  await page.getByRole('dialog').getByText('you press send').waitFor();
  await t.accessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
  await tap(t, page, 'To the journal');
  await at(page, 'Journal');
  await tab(page, 'Home');
  await tap(t, page, /^More/);
  await tap(t, page, /^Who opened it/);
  await page.getByText('Evidence pack made').waitFor();
});
