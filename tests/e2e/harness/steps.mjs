// Steps that several journeys take: set up, write, leave, come back, unlock. Each one waits for what it leads to.
import { assert } from './journey.mjs';

export const PASSPHRASE = 'teapot gravel nine lanterns';
export const DEMO = 'this is a made-up story';
// What a step may cost that works out a key.
const SLOW = 30_000;

// Words that an ordinary calculator has no business with.
export const TELLING = /steadfast|stalk|999|101|police|danger|journal|record|evidence|guidance|helpline|leave/i;

// On the screen with this title.
export async function at(page, title) {
  await page.getByRole('heading', { level: 1, name: title, exact: typeof title === 'string' }).waitFor({ timeout: SLOW });
}

export async function tap(t, page, name) {
  await t.press(page, name).tap();
}

export async function words(page) {
  return page.evaluate(() => document.body.innerText);
}

// The made-up journal is made and opened while the first screen is there already; on a busy disk that takes a while.
export async function storyIsOpen(page) {
  await page.getByRole('button', { name: /^More/ }).waitFor({ timeout: SLOW });
}

// A new journal, with nothing but its passphrase. Ends on the journal.
export async function setUp(t, page) {
  await toPassphrase(t, page);
  await page.locator('#passphrase').fill(PASSPHRASE);
  await page.locator('#passphrase-again').fill(PASSPHRASE);
  await tap(t, page, 'Make the journal');
  await at(page, 'Recovery words');
  await tap(t, page, /^Later$/);
  await at(page, 'The disguise and the way back');
  await tap(t, page, /^Later$/);
  await at(page, 'Journal');
}

// From home to the third step of set-up.
export async function toPassphrase(t, page) {
  await tap(t, page, /^Set-up takes/);
  await at(page, 'What this app can do, and what it cannot');
  await tap(t, page, /^Next$/);
  await at(page, 'Is this phone safe to use?');
  await tap(t, page, /^Next$/);
  await at(page, 'A passphrase');
}

// From the journal to an empty form.
export async function toForm(t, page) {
  await tap(t, page, 'Record what happened');
  await at(page, 'Is it happening now?');
  await tap(t, page, 'It was earlier');
  await at(page, 'What happened');
}

// A time that is enough: some time today.
export async function today(t, page) {
  await tap(t, page, /^Today$/);
  await tap(t, page, 'I do not know the time of day');
}

// From a screen of the locked journal.
export async function unlock(t, page, passphrase = PASSPHRASE) {
  await tap(t, page, /^Unlock/);
  await at(page, 'Your journal is locked');
  await page.locator('#unlock-passphrase').fill(passphrase);
  await tap(t, page, /^Unlock$/);
  await page.locator('#unlock-passphrase').waitFor({ state: 'detached', timeout: SLOW });
}

// The program is killed and started again: the page on which the draft of before is open.
export async function draftAfterKill(t, page) {
  t.expect(/websocket|ERR_CONNECTION|Failed to load/i);
  await t.app.kill();
  await page.context().close();
  await t.app.start();
  t.forget();
  const again = await t.open();
  await tab(again, 'Journal');
  await unlock(t, again);
  await tap(t, again, /^You began to write/);
  await at(again, 'What happened');
  return again;
}

// One of the four tabs.
export async function tab(page, name) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name, exact: true }).tap();
}

// The app itself has left, and not only the cover of the page come over it.
export async function isCalculator(page) {
  await page.locator('[inert]').waitFor({ state: 'detached' });
  await page.locator('[data-calculator]').waitFor();
  const seen = await words(page);
  assert(!TELLING.test(seen), `the calculator shows: ${seen.match(TELLING)?.[0]}`);
}

export async function leave(t, page) {
  await t.touch(page, /^Leave/);
  await isCalculator(page);
}

export async function keys(page, ...names) {
  for (const name of names) await page.getByRole('button', { name, exact: true }).tap();
}

// The digits of a number, one key after another, into an empty display.
export async function dial(page, digits) {
  await keys(page, 'AC, all clear', ...digits);
  await display(page, digits);
}

// What the calculator's display shows, but for its spaces and commas.
export async function display(page, wanted) {
  await page.waitForFunction((text) => {
    const shown = document.querySelector('[data-display]');
    return shown && shown.textContent.replace(/[\s,]/g, '') === text;
  }, wanted);
}

// A finger on `=` that stays until `seen` has come; without it, for the second that the app asks for.
export async function holdEquals(page, seen) {
  const box = await page.getByRole('button', { name: 'Equals', exact: true }).boundingBox();
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  const finger = await page.context().newCDPSession(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  if (seen) {
    await seen();
  } else {
    const down = await page.evaluate(() => performance.now());
    await page.waitForFunction((since) => performance.now() - since > 1000, down);
  }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

// What every screen owes to everybody: read aloud, pressed, and with large text. Then its picture.
export async function look(t, page, name) {
  await t.accessible(page);
  await t.targets(page);
  await t.fits(page, { percent: 200 });
  await t.fits(page);
  await t.shot(page, name);
}
