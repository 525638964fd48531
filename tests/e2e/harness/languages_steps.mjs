// Steps in a language of odd letters: controls are named by their English words, and a step ends where it leads to.
import { assert } from './journey.mjs';
import { READING, begins, exactly } from './languages.mjs';
import { display } from './steps.mjs';

// What a step may cost that works out a key.
export const SLOW = { timeout: 60_000 };

const TABS = { home: 'In danger now?', journal: 'Journal', guidance: 'Guidance', help: 'Help' };

export const control = (page, name) => ['button', 'link', 'switch', 'radio', 'checkbox'].map((role) => page.getByRole(role, { name }))
  .reduce((all, one) => all.or(one)).first();
export const press = (page, words) => control(page, begins(words)).tap();
export const on = (page, title) => page.getByRole('heading', { level: 1, name: exactly(title) }).waitFor(SLOW);
// Words that the screen comes to show.
export const said = (page, words) => page.getByText(begins(words)).first().waitFor(SLOW);

export async function go(page, words, title) {
  await press(page, words);
  await on(page, title);
}

export async function tab(page, at) {
  await page.locator('nav.tabs .tab').nth(Object.keys(TABS).indexOf(at)).tap();
  await on(page, TABS[at]);
}

// Until the screen is another one, or has another title; it is another one also when it has read what it shows.
export async function back(page) {
  await page.locator(READING).first().waitFor({ state: 'detached' });
  const before = await page.evaluateHandle(() => ({ screen: document.querySelector('main'), title: document.querySelector('h1')?.textContent }));
  await page.locator('header.top > button.back').tap();
  await page.waitForFunction(({ screen, title }) => !screen.isConnected || document.querySelector('h1')?.textContent !== title, before);
}

// Where every stretch begins: back, a screen at a time.
export async function home(page) {
  for (let steps = 0; steps < 8; steps += 1) {
    if (await page.locator('.sheet').count() > 0) {
      await page.locator('.sheet button').last().tap();
      await page.locator('.sheet').waitFor({ state: 'detached' });
    }
    if (await page.locator('#h-home').count() > 0) return;
    if (await page.locator('nav.tabs').count() > 0) await tab(page, 'home');
    else await back(page);
  }
  assert(false, 'no way leads home from here');
}

export async function more(page, row, title) {
  await home(page);
  await go(page, 'More', 'More');
  await go(page, row, title);
}

export async function calculator(page) {
  await page.locator('[data-calculator]').waitFor();
  // The app itself has left, and not only the cover of the page come over it.
  await page.locator('[inert]').waitFor({ state: 'detached' });
}

export async function leave(t, page) {
  await t.touch(page, begins('Leave'));
  await calculator(page);
}

// A finger on `=` until something has come.
export async function holdEquals(page, seen) {
  const box = await page.locator('.calc-keys .eq').boundingBox();
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  const finger = await page.context().newCDPSession(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await seen();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

// A number on the calculator, into an empty display.
export async function digits(page, all) {
  await page.locator('.calc-keys button').first().tap();
  for (const digit of all) await page.locator('.calc-keys').getByRole('button', { name: digit, exact: true }).tap();
  await display(page, all);
}

// A PIN on its pad.
export async function pin(page, all) {
  const pad = page.locator('[data-pin]');
  await pad.waitFor();
  for (const digit of all) await pad.getByRole('button', { name: digit, exact: true }).tap();
  await pad.locator('.pin-dots i').nth(all.length - 1).waitFor();
}

// From the calculator, by her number; without one, from an empty display.
export async function comeBack(page, number = '') {
  await digits(page, number || '0');
  if (!number) await page.locator('.calc-keys button').first().tap();
  await holdEquals(page, () => on(page, TABS.home));
}

export async function lock(page) {
  await home(page);
  await go(page, 'More', 'More');
  await go(page, 'Lock now', TABS.home);
}

// At the lock.
export async function tries(page, passphrase) {
  await page.locator('#unlock-passphrase').fill(passphrase);
  await control(page, exactly('Unlock')).tap();
}

// One wrong try more, so that there are this many.
export async function guess(page, count) {
  // It may be too early for another one.
  await page.locator('.bar .btn:enabled').waitFor(SLOW);
  await tries(page, `somebody guesses ${count}`);
  await page.locator('[data-failed]').getByText(new RegExp(`^[\u2066-\u2069]*${count}\\D`)).waitFor(SLOW);
  // A new field, and an empty one, comes with the answer.
  await page.waitForFunction(() => document.getElementById('unlock-passphrase')?.value === '', undefined, SLOW);
}

// Each row that opens in place, one after the other.
export async function unfold(page) {
  const rows = page.locator('main [aria-expanded]');
  const all = await rows.count();
  assert(all > 0 && await page.locator('main [aria-expanded="true"]').count() === 0, 'something is unfolded already');
  for (let at = 0; at < all; at += 1) {
    await rows.nth(at).tap();
    await page.locator('main [aria-expanded="true"]').nth(at).waitFor();
  }
  return all;
}
