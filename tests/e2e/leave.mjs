// Leaving with a half-written entry, and the way back: only the number leads there, and then everything is locked.
import { assert, journey } from './harness/journey.mjs';
import {
  at, dial, display, holdEquals, isCalculator, keys, leave, setUp, tab, tap, toForm, unlock, words,
} from './harness/steps.mjs';

const WRITTEN = 'He stood by the zebra crossing at Tolver Street';
const NAMED = 'Quillan';
const NUMBER = '271828';

// A journal with a way back of its own.
async function withNumber(t, page) {
  await setUp(t, page);
  await tab(page, 'Home');
  await tap(t, page, /^More/);
  await tap(t, page, /^The disguise and the way back/);
  await page.locator('#way-back').fill(NUMBER);
  await tap(t, page, 'Try it now');
  await isCalculator(page);
  await dial(page, NUMBER);
  await holdEquals(page, () => page.getByText('It worked.').waitFor());
  await tap(t, page, 'Close');
  await tap(t, page, /^Back$/);
  await tab(page, 'Journal');
}

async function writeSome(t, page) {
  await toForm(t, page);
  await page.locator('#words').fill(WRITTEN);
  await page.locator('#who-0').fill(NAMED);
}

// Everything that a script, or somebody with the browser's own tools, could read of the page.
const everything = (page) => page.evaluate(() => {
  const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
  return [document.documentElement.outerHTML, ...fields, document.title, location.href, JSON.stringify(history.state)].join('\n');
});

journey('after leaving a filled form no word of it is anywhere in the page', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await writeSome(t, page);
  await leave(t, page);
  for (const word of [/zebra/i, /Tolver/i, new RegExp(NAMED, 'i')]) {
    assert(!word.test(await everything(page)), `the page still holds ${word}`);
  }
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  assert(!/zebra|Quillan/i.test(kept), `the browser keeps ${kept}`);
});

journey('only the number leads back, and then the journal is locked with the draft in it', async (t) => {
  const page = await t.open();
  await withNumber(t, page);
  await writeSome(t, page);
  await leave(t, page);
  await holdEquals(page);
  await isCalculator(page);
  await dial(page, '271829');
  await holdEquals(page);
  await isCalculator(page);
  await page.reload();
  await isCalculator(page);
  await dial(page, NUMBER);
  await holdEquals(page, () => at(page, 'In danger now?'));
  await tab(page, 'Journal');
  await page.getByText('Your journal is locked').waitFor();
  assert(!/zebra|Quillan/i.test(await everything(page)), 'the locked journal shows words');
  await unlock(t, page);
  await tap(t, page, /^You began to write/);
  await at(page, 'What happened');
  assert(await page.locator('#words').inputValue() === WRITTEN, 'her words are not in the form');
  assert(await page.locator('#who-0').inputValue() === NAMED, 'the name is not in the form');
});

journey('999 held in the calculator says what the dialer would do, with or without a number of her own', async (t) => {
  const page = await t.open();
  await leave(t, page);
  await dial(page, '999');
  const dialler = () => page.getByRole('status').getByText('999: on a phone, the dialer opens').waitFor();
  await holdEquals(page, dialler);
  await t.accessible(page);
  assert(!/\b(calling|called|connected)\b/i.test(await words(page)), 'it claims a call');
  await dial(page, '1');
  assert(!(await words(page)).includes('999'), 'it still shows 999 after the next key');
});

journey('ordinary sums calculate and do not lead back, however = is pressed', async (t) => {
  const page = await t.open();
  await withNumber(t, page);
  await leave(t, page);
  // The number as a part of a sum, as a result, and tapped instead of held.
  await dial(page, NUMBER);
  await keys(page, 'Equals');
  await isCalculator(page);
  await dial(page, NUMBER);
  await keys(page, 'Plus', '1');
  await holdEquals(page, () => display(page, '271829'));
  await isCalculator(page);
  await dial(page, '271827');
  await keys(page, 'Plus', '1', 'Equals');
  await display(page, NUMBER);
  await holdEquals(page);
  await isCalculator(page);
  await keys(page, 'AC, all clear', '9', '9', '9', 'Times', '2', 'Equals');
  await display(page, '1998');
});

journey('a keyboard and a screen reader lead back from the calculator as a finger does, and dial 999', async (t) => {
  const page = await t.open();
  await withNumber(t, page);
  await leave(t, page);
  await page.locator('[data-calculator]').focus();
  await page.keyboard.type(NUMBER);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await isCalculator(page);
  await page.keyboard.press('Escape');
  await display(page, '0');
  await page.keyboard.type(NUMBER);
  await page.keyboard.down('Enter');
  await at(page, 'In danger now?');
  await page.keyboard.up('Enter');
  await leave(t, page);
  // With the focus on the key itself the browser clicks it by itself at each stroke.
  await dial(page, '999');
  await page.getByRole('button', { name: 'Equals', exact: true }).focus();
  await page.keyboard.down('Enter');
  await page.getByRole('status').getByText('999: on a phone, the dialer opens').waitFor();
  await page.keyboard.up('Enter');
  await page.keyboard.press('Escape');
  await dial(page, NUMBER);
  await page.getByRole('button', { name: '1', exact: true }).focus();
  await page.keyboard.press('Enter');
  await display(page, `${NUMBER}1`);
  await dial(page, NUMBER);
  await keys(page, 'Equals', 'Equals');
  await isCalculator(page);
  await keys(page, 'Equals');
  await at(page, 'In danger now?');
});

journey('out of sight the page is plain but for 999 and Leave, and afterwards it is as it was', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await writeSome(t, page);
  await page.locator('#words').focus();
  const state = () => page.evaluate(() => {
    const { scrollTop } = document.querySelector('.content');
    const { id, value, selectionStart } = document.activeElement;
    return JSON.stringify({ scrollTop, id, value, selectionStart });
  });
  await page.evaluate(() => { document.querySelector('.content').scrollTop = 90; });
  const before = await state();
  assert(JSON.parse(before).scrollTop > 0 && JSON.parse(before).value === WRITTEN, `nothing to keep: ${before}`);
  // The app puts this before the screen when the phone says that something else is in front.
  await page.evaluate(() => {
    const away = Object.assign(document.createElement('div'), { className: 'away', hidden: true });
    document.querySelector('.screen').before(away);
  });
  const seen = await page.evaluate(() => {
    const screen = document.querySelector('.screen');
    const { left, top, width, height } = screen.getBoundingClientRect();
    const found = [];
    for (let x = left + 3; x < left + width; x += 9) {
      for (let y = top + 3; y < top + height; y += 9) {
        const at = document.elementFromPoint(x, y);
        if (at !== screen) found.push(at.closest('.call-999, .leave')?.classList[0] ?? at.outerHTML.slice(0, 60));
      }
    }
    return [...new Set(found)].sort();
  });
  assert(JSON.stringify(seen) === '["call-999","leave"]', `what lies over the page: ${seen}`);
  const cover = await page.evaluate(() => getComputedStyle(document.querySelector('.screen'), '::after').backgroundColor);
  assert(/^rgb\(/.test(cover), `the cover can be seen through: ${cover}`);
  await page.evaluate(() => document.querySelector('.away').remove());
  assert(await state() === before, `it was ${before} and is ${await state()}`);
  await leave(t, page);
});
