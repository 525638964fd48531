// The first screen and the way off it: before any set-up, and whatever the rest of the app is doing.
import { assert, journey } from './harness/journey.mjs';

// Words that an ordinary calculator has no business with.
const TELLING = /steadfast|stalk|999|101|police|danger|journal|record|evidence|guidance|helpline|leave/i;

const words = (page) => page.evaluate(() => document.body.innerText);

async function isCalculator(page) {
  // The picture of one that covers the screen at once is not enough: the app itself must have left.
  await page.locator('[inert]').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '7', exact: true }).waitFor();
  const seen = await words(page);
  assert(!TELLING.test(seen), `the calculator shows: ${seen.match(TELLING)?.[0]}`);
  // Not only out of sight: nowhere in the page, for whoever looks into it.
  const markup = await page.evaluate(() => document.body.cloneNode(true).textContent);
  assert(!/stalk|police|helpline/i.test(markup.replaceAll(/<script[\s\S]*?<\/script>/g, '')), 'the page still holds words of the app');
  assert(!TELLING.test(await page.title()), `the title is ${await page.title()}`);
}

async function sum(page, ...keys) {
  for (const key of keys) await page.getByRole('button', { name: key, exact: true }).tap();
}

journey('999 stands first and largest on the first screen, before any set-up', async (t) => {
  const page = await t.open();
  const call = t.press(page, /^Call 999/);
  const box = await call.boundingBox();
  assert(box && box.y >= 0 && box.y + box.height <= 844, 'it is not in sight without scrolling');
  const all = await page.locator('#main :is(button, a)').evaluateAll((controls) => controls.map((one) => ({
    name: one.textContent.trim(),
    top: one.getBoundingClientRect().top,
    letters: Math.max(...[one, ...one.querySelectorAll('*')].map((part) => parseFloat(getComputedStyle(part).fontSize))),
  })));
  const others = all.filter(({ name }) => !name.startsWith('Call 999'));
  assert(others.length > 5, `there are only ${others.length} other things to press`);
  const above = others.find(({ top }) => top < box.y);
  assert(!above, `${above?.name} stands above it`);
  const { letters } = all.find(({ name }) => name.startsWith('Call 999'));
  const larger = others.find((one) => one.letters >= letters);
  assert(!larger, `${larger?.name} is written as large`);
  await page.getByText('Get safe first. You can write this later.').waitFor();
  await t.shot(page, 'home');
});

journey('a tap on 999 says what a phone would do, and claims nothing more', async (t) => {
  const page = await t.open();
  await t.press(page, /^Call 999/).tap();
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  const said = await sheet.innerText();
  assert(said.includes('999'), `the sheet says: ${said}`);
  assert(/phone/i.test(said), `it does not say what a phone would do: ${said}`);
  assert(!/\b(calling|called|connected|on (its|the) way)\b/i.test(said), `the sheet claims a call: ${said}`);
  const { origin, pathname } = new URL(page.url());
  assert(`${origin}${pathname}` === t.app.base, `the page went to ${page.url()}`);
  await t.shot(page, 'call-999');
  await t.accessible(page);
  await t.press(page, 'Close').tap();
  await sheet.waitFor({ state: 'detached' });
});

journey('Leave shows a calculator that calculates, and no word of the app', async (t) => {
  const page = await t.open();
  await t.touch(page, /^Leave/);
  await isCalculator(page);
  await sum(page, '2', 'Plus', '2', 'Equals');
  await page.getByText(/^4$/).filter({ visible: true }).and(page.locator(':not(button, button *)')).first().waitFor();
  await t.shot(page, 'calculator');
  await t.accessible(page);
});

journey('Shift three times leaves as well', async (t) => {
  const page = await t.open();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift');
  await isCalculator(page);
});

journey('Leave covers the screen though the program is stuck', async (t) => {
  const page = await t.open();
  t.app.hold();
  try {
    await t.touch(page, /^Leave/);
    const seen = await words(page);
    assert(!TELLING.test(seen), `still to be read: ${seen.match(TELLING)?.[0]}`);
  } finally {
    t.app.release();
  }
  await isCalculator(page);
});

journey('Leave is not lost while another screen is on its way', async (t) => {
  const page = await t.open();
  t.app.hold();
  try {
    await t.touch(page, 'Help');
    await t.touch(page, /^Leave/);
  } finally {
    t.app.release();
  }
  await isCalculator(page);
  await page.reload();
  await isCalculator(page);
});

journey('after leaving, neither Back and Forward nor a reload show the app again', async (t) => {
  const page = await t.open();
  await t.press(page, 'Guidance').tap();
  await t.press(page, 'Help').tap();
  assert(new URL(page.url()).pathname === '/' && !/key|help|guidance/i.test(page.url()), `the address is ${page.url()}`);
  await t.touch(page, /^Leave/);
  await isCalculator(page);
  const steps = await page.evaluate(() => history.length);
  assert(steps <= 2, `the screens left ${steps} steps in the history`);
  await page.goBack();
  await page.goForward();
  await isCalculator(page);
  await page.reload();
  await isCalculator(page);
  // Dioxus keeps its place in the session of the tab; no screen of ours is a part of it.
  const kept = await page.evaluate(async () => JSON.stringify([
    { ...localStorage }, { ...sessionStorage }, (await indexedDB.databases()).map(({ name }) => name),
  ]));
  assert(!TELLING.test(kept) && kept.length < 200, `the browser keeps ${kept}`);
});

journey('the first screen can be read, pressed and used with large text', async (t) => {
  const page = await t.open();
  await t.accessible(page);
  await t.targets(page);
  await t.fits(page);
  await t.fits(page, { percent: 200 });
  await t.press(page, /^Call 999/).tap();
  await page.getByRole('dialog').waitFor();
  await t.fits(page, { percent: 200 });
});
