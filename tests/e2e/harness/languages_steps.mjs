// Steps in a language of odd letters: controls are named by their English words.
import { begins, exactly, home } from './languages.mjs';

export const SLOW = { timeout: 60_000 };

export const control = (page, name) => ['button', 'link', 'switch', 'radio', 'checkbox'].map((role) => page.getByRole(role, { name }))
  .reduce((all, one) => all.or(one)).first();
export const press = (page, words) => control(page, begins(words)).tap();
export const on = (page, title) => page.getByRole('heading', { level: 1, name: exactly(title) }).waitFor(SLOW);
export const tab = (page, at) => page.locator('nav.tabs .tab').nth(['home', 'journal', 'guidance', 'help'].indexOf(at)).tap();
export const back = (page) => page.locator('header.top > button.back').tap();

export async function more(page, row, title) {
  await home(page);
  await press(page, 'More');
  await on(page, 'More');
  await press(page, row);
  if (title) await on(page, title);
}

export async function calculator(page) {
  await page.locator('[inert]').waitFor({ state: 'detached' });
  await page.locator('[data-calculator]').waitFor();
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

export async function digits(page, all) {
  await page.locator('.calc-keys button').first().tap();
  for (const digit of all) await page.locator('.calc-keys').getByRole('button', { name: digit, exact: true }).tap();
}

// Locked, and unlocked again with each way in. `passphrase` opens the journal.
export async function locking(t, page, l, passphrase) {
  const lock = async () => {
    await home(page);
    await press(page, 'More');
    await press(page, 'Lock now');
    await page.locator('a.btn-999').first().waitFor();
  };
  await l.stretch('locked', async () => {
    await lock();
    await press(page, 'Record what happened');
    await page.getByRole('switch').first().waitFor();
    await l.look('locked-record');
    await press(page, 'Save the time now');
    await on(page, 'Saved');
    await l.look('locked-saved');
    await press(page, 'Done');
    await tab(page, 'journal');
    await page.getByRole('button', { name: begins('Unlock') }).first().waitFor();
    await l.look('journal-locked');
    await press(page, 'Unlock');
    await on(page, 'Your journal is locked');
    await l.look('unlock', { picture: true });
    for (let tries = 1; tries <= 5; tries += 1) {
      await page.locator('#unlock-passphrase').fill(`somebody guesses ${tries}`);
      await control(page, exactly('Unlock')).tap();
      await page.waitForFunction(() => document.querySelector('#unlock-passphrase').value === '', undefined, SLOW);
    }
    await page.locator('[role="timer"]').waitFor(SLOW);
    await l.look('unlock-wait');
    await press(page, 'I have my recovery words').catch(() => {});
    if (await page.locator('#unlock-words').count() > 0) {
      await page.locator('#unlock-words').fill('these are not the words');
      await control(page, exactly('Unlock')).tap();
      await page.locator('.field-wrong').first().waitFor(SLOW);
      await l.look('unlock-words');
    }
  });
  return lock;
}
