// The scan of `languages_offences.mjs` is tried: each fault, put into the page on purpose, has to be found, and what is none must not be.
import { assert } from './journey.mjs';
import { offences } from './languages_offences.mjs';

const BUTTON = 'flex: none; min-width: 0; width: 60px; padding: 0; border: 0; white-space: nowrap;';

// Where it is put, what, and how it is said. `over`: it comes to lie over this.
const FAULTS = [
  { into: 'main', html: '<p>Nobody gave this a name</p>', said: 'words without a name: "Nobody gave this a name"' },
  { into: 'main', html: '<button aria-label="Nor this">ƀ</button>', said: 'aria-label without a name: "Nor this"' },
  { into: 'main', html: '<input placeholder="Nor that">', said: 'placeholder without a name: "Nor that"' },
  { into: 'main', html: '<textarea placeholder="Nor here"></textarea>', said: 'placeholder without a name: "Nor here"' },
  { into: 'main', html: '<p title="Nor what comes up">ƀ</p>', said: 'title without a name: "Nor what comes up"' },
  { into: 'main', html: '<img alt="Nor a picture" style="width: 48px; height: 48px">', said: 'alt without a name: "Nor a picture"' },
  { into: 'main', html: '<div role="slider" aria-valuetext="Nor how far">ƀ</div>', said: 'aria-valuetext without a name: "Nor how far"' },
  { into: 'main', html: '<p aria-description="Nor what it is">ƀ</p>', said: 'aria-description without a name: "Nor what it is"' },
  { into: 'main', html: '<p class="safe-first" role="status">ƀ</p>', said: 'not there yet: ƀ' },
  { into: 'body', html: '<div style="width: 150vw; height: 1px"></div>', said: 'body is 585 wide' },
  { into: 'main', html: '<div style="width: 150vw; height: 1px; flex: none"></div>', said: ['main is ', 'reaches past the edge: div'] },
  { into: '.bar', html: '<div style="width: 150vw; height: 1px; flex: none"></div>', said: ['footer is ', 'reaches past the edge: '] },
  { into: 'main', html: `<button style="${BUTTON}">Ƀḓƒɠħĵķŀḿƞƥɋřşŧ</button>`, said: 'its words do not fit: button' },
  { into: 'main', html: `<button style="${BUTTON} overflow: hidden"><i style="display: inline-block; width: 90px; height: 9px"></i></button>`, said: 'its words do not fit: button' },
  { into: 'main', html: `<button style="${BUTTON} width: 90px"><b style="display: block; width: 40px; overflow: hidden">Ƀḓƒɠħĵķŀ</b></button>`, said: 'its words do not fit: button' },
  { into: 'main', said: 'lies over another: button',
    html: '<div style="position: relative; height: 60px; flex: none"><button style="position: absolute; inset: 0">ƀ</button><button style="position: absolute; inset: 10px">ƈ</button></div>' },
  { into: '.top', over: '.call-999', html: '<span>ƀ</span>', said: 'lies under a.call-999' },
  { into: '.bar', over: '[data-leave]', html: '<span>ƀ</span>', said: 'lies under button.leave' },
  { into: 'main', html: '<p dir="rtl">0808 802 0300</p>', said: 'a number can fall apart: "0808 802 0300"' },
];
const NONE = [
  '<p translate="no">Her own words</p>', '<p lang="en-GB">In English</p>', '<p>\u2068Put into it\u2069 ƀ</p>', '<p class="safe-first">ƀ</p>',
  '<textarea>Her own words</textarea>',
  `<button style="${BUTTON}">ƀ</button>`, '<p dir="rtl">\u20680808 802 0300\u2069</p>',
];

async function foundOf(page, tag, { into, html, over }) {
  const before = await offences(page, tag);
  await page.evaluate(([place, what, under]) => {
    document.querySelector(place).insertAdjacentHTML('beforeend', what);
    const planted = document.querySelector(place).lastElementChild;
    planted.setAttribute('data-planted', '');
    if (!under) return;
    const { left, top, width, height } = document.querySelector(under).getBoundingClientRect();
    planted.style.cssText = `position: fixed; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px`;
  }, [into, html, over]);
  const after = await offences(page, tag);
  await page.locator('[data-planted]').evaluate((planted) => planted.remove());
  return after.filter((one) => !before.includes(one));
}

// On a screen with 999 in its top bar.
export async function eachIsFound(page, tag) {
  for (const fault of FAULTS) {
    const found = await foundOf(page, tag, fault);
    const wanted = [fault.said].flat();
    const right = wanted.every((words) => found.some((one) => one.startsWith(words))) && found.every((one) => wanted.some((words) => one.startsWith(words)));
    assert(right, `for ${fault.html} “${wanted.join('”, “')}” should be said, and this is: ${found.join('; ')}`);
  }
  for (const html of NONE) {
    const found = await foundOf(page, tag, { into: 'main', html });
    assert(found.length === 0, `${html} is no fault, and this is said of it: ${found.join('; ')}`);
  }
  for (const [attribute, value] of [['lang', 'cy'], ['dir', tag.startsWith('ar') ? 'ltr' : 'rtl']]) {
    const was = await page.evaluate(([name, other]) => {
      const before = document.documentElement.getAttribute(name);
      document.documentElement.setAttribute(name, other);
      return before;
    }, [attribute, value]);
    const found = await offences(page, tag);
    await page.evaluate(([name, before]) => document.documentElement.setAttribute(name, before), [attribute, was]);
    assert(found.some((one) => one.startsWith('the page is in ')), `a page with ${attribute} ${value} is not found`);
  }
}
