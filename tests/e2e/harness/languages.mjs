// Whether a screen can be translated and laid out in another language: what of it is not odd in the accented language has no name,
// and what does not fit there will not fit in German, Welsh or Urdu.
import { assert } from './journey.mjs';

// As `fluent-pseudo` changes letters, for finding a control by its English words.
const SMALL = [...'aƀƈḓeƒɠħiĵķŀḿƞoƥɋřşŧuṽẇẋẏẑ'];
const CAPS = [...'AƁƇḒEƑƓĦIĴĶĿḾȠOƤɊŘŞŦUṼẆẊẎẐ'];
export const odd = (words) => words.replaceAll(/[a-zA-Z]/g, (letter) => {
  const at = letter.toLowerCase().charCodeAt(0) - 97;
  if (letter !== letter.toLowerCase()) return CAPS[at];
  return 'aeou'.includes(letter) ? letter + letter : SMALL[at];
});
const escaped = (words) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
// What begins with these words in the accented language; or in English, where a screen has not been given names yet.
const beginning = (words, end) => new RegExp(`^\\s*[\u2066-\u2069]*(?:${escaped(odd(words))}|${escaped(words)})${end}`);
export const begins = (words) => beginning(words, '');
export const exactly = (words) => beginning(words, '\\s*$');

// The languages that nobody speaks.
export const LANGUAGES = [['en-XA', 'odd letters'], ['ar-XB', 'right to left']];

// Plain words that are the same in every language.
const SAME = [
  'SOS', 'PIN', 'QR', 'GPS', 'https', // what is printed on phones and sheets
];

// Everything wrong on the screen that the page shows, a line each.
export function offences(page) {
  return page.evaluate((same) => {
    const found = [];
    const quoted = (words) => JSON.stringify(words.trim().replaceAll(/\s+/g, ' ').slice(0, 70));
    const name = (one) => {
      const words = (one.getAttribute('aria-label') ?? one.textContent).trim().replaceAll(/\s+/g, ' ').slice(0, 40);
      return `${one.tagName.toLowerCase()}${one.className && one.className.baseVal === undefined ? `.${String(one.className).trim().replaceAll(/\s+/g, '.')}` : ''} ${quoted(words)}`;
    };

    // (a) Words without a name. The accented language leaves vowels as they are: a plain consonant tells.
    const bare = (words) => {
      let left = words;
      for (let before = ''; before !== left;) [before, left] = [left, left.replaceAll(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, ' ')];
      for (const word of same) left = left.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), ' ');
      return /[b-df-hj-np-tv-z]/i.test(left) ? left : null;
    };
    const counts = (element) => element.checkVisibility() && !element.closest('script, style, template, textarea, [translate="no"]')
      && element.closest('[lang]').lang !== 'en-GB';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const plain = bare(node.data);
      if (plain && counts(node.parentElement)) found.push(`words without a name: ${quoted(plain)}`);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      for (const attribute of ['aria-label', 'placeholder', 'title', 'alt']) {
        const plain = bare(element.getAttribute(attribute) ?? '');
        if (plain && counts(element)) found.push(`${attribute} without a name: ${quoted(plain)}`);
      }
    }

    // (b) What does not fit.
    const root = document.documentElement;
    const wide = root.clientWidth;
    if (root.scrollWidth > wide) found.push(`the page is ${root.scrollWidth} wide on a screen of ${wide}`);
    const shown = (one) => one.checkVisibility() && one.getBoundingClientRect().width > 1;
    const all = [...document.querySelectorAll('#main *')].filter(shown);
    const sideways = (one) => one.closest('.chips.slide, [data-scrolls-sideways], svg, .hidden-visually');
    for (const one of all) {
      const box = one.getBoundingClientRect();
      if ((box.right > wide + 1 || box.left < -1) && !sideways(one)) found.push(`reaches past the edge: ${name(one)}`);
    }
    const pressed = all.filter((one) => one.matches('button, a[href], input, select, textarea, [role="button"], [role="tab"]'));
    // Where the words in something stand; not those for the ear alone, nor hers that end in a dot dot dot on purpose.
    const words = (one) => {
      const boxes = [];
      const inside = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      for (let node = inside.nextNode(); node; node = inside.nextNode()) {
        const around = node.parentElement;
        if (around.closest('.hidden-visually') || getComputedStyle(around).textOverflow === 'ellipsis' || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        boxes.push(...range.getClientRects());
      }
      return boxes;
    };
    for (const one of pressed) {
      const box = one.getBoundingClientRect();
      const out = words(one).some(({ left, right }) => left < box.left - 1 || right > box.right + 1);
      const cut = out && getComputedStyle(one).display !== 'inline';
      const clipped = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1 && !one.matches('input, textarea');
      if ((cut || clipped) && !sideways(one)) found.push(`its words do not fit: ${name(one)}`);
    }

    // (c) What lies over another thing. Inside one part that scrolls, all of it counts; between parts, what is in sight.
    const part = (one) => one.closest('main, .sheet, .bar, .top, .pill-over, .calc') ?? document.body;
    const seen = (one) => {
      let { left, top, right, bottom } = one.getBoundingClientRect();
      const around = part(one).getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, around.left), Math.max(top, around.top), Math.min(right, around.right), Math.min(bottom, around.bottom)];
      return { left, top, right, bottom };
    };
    // Some targets reach a little further than what is seen of them.
    const over = (a, b, by = 8) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > by && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
    const targets = pressed.filter((one) => getComputedStyle(one).display !== 'inline' && !one.closest('[inert]'));
    targets.forEach((one, at) => {
      for (const other of targets.slice(at + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        // A dock sticks over what scrolls under it.
        const stuck = Boolean(one.closest('.dock')) !== Boolean(other.closest('.dock'));
        const same = part(one) === part(other) && !stuck;
        if (stuck && part(one) === part(other)) continue;
        const overlap = same ? over(one.getBoundingClientRect(), other.getBoundingClientRect()) : over(seen(one), seen(other));
        const sheet = one.closest('.sheet, .calc-menu') || other.closest('.sheet, .calc-menu');
        if (overlap && !(sheet && part(one) !== part(other)) && !one.closest('.calc-menu') && !other.closest('.calc-menu')) {
          found.push(`lies over another: ${name(one)} and ${name(other)}`);
        }
      }
    });
    for (const fixed of document.querySelectorAll('.call-999, [data-leave]')) {
      if (fixed.closest('[inert]')) continue;
      const place = fixed.getBoundingClientRect();
      for (const one of all.filter((other) => !fixed.contains(other) && !other.contains(fixed) && !other.closest('[inert]'))) {
        const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (own && !one.closest('.hidden-visually') && over(place, seen(one), 2)) found.push(`lies under ${name(fixed)}: ${name(one)}`);
      }
    }

    // (d) Groups of digits that would change places among words from right to left.
    const lines = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = lines.nextNode(); node; node = lines.nextNode()) {
      const style = node.parentElement.checkVisibility() && getComputedStyle(node.parentElement);
      const loose = node.data.replaceAll(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, ' ');
      // Her own words run as their first letter does.
      const letters = style && style.unicodeBidi === 'plaintext' && /\p{L}/u.test(loose);
      if (style && style.direction === 'rtl' && !letters && /\d\d [\d ]*\d\d/.test(loose)) found.push(`a number can fall apart: ${quoted(node.data)}`);
    }
    return [...new Set(found)];
  }, SAME);
}

// Looks at every screen of a walk, and says at its end what is wrong on which.
export class Looker {
  #found = [];
  #seen = new Set();

  constructor(t, page, picture) {
    this.t = t;
    this.page = page;
    this.picture = picture;
  }

  async look(screen, { picture = false } = {}) {
    this.#seen.add(screen);
    for (const width of [390, 320]) {
      await this.page.setViewportSize({ width, height: 844 });
      await this.page.evaluate(() => document.fonts.ready.then(() => true));
      for (const one of await offences(this.page)) this.#found.push(`${screen} (${width}): ${one}`);
      if (picture && width === 390) await this.t.shot(this.page, `${this.picture}-${screen}`);
    }
    await this.page.setViewportSize({ width: 390, height: 844 });
  }

  // A stretch of the way. What stops it is said, and the next stretch begins at home.
  async stretch(name, walk) {
    try {
      await walk();
    } catch (error) {
      const why = String(error.message ?? error).replaceAll(/\x1b\[\d+m/g, '').split('\n').slice(0, 6).join(' / ');
      this.#found.push(`${name}: the way ends here: ${why}`);
      await this.t.failed(`${this.picture}-${name.replaceAll(' ', '-')}`);
    }
    await home(this.page);
  }

  // The checks themselves are tried: what is put into the page on purpose has to be found, and nothing else may hide it.
  async findsWhatIsPlanted() {
    const before = await offences(this.page);
    await this.page.evaluate(() => {
      const plant = (html) => document.querySelector('main').insertAdjacentHTML('beforeend', html);
      plant('<p data-planted>Nobody gave this a name</p><p data-planted translate="no">Her own words</p>');
      plant('<button data-planted aria-label="Nor this" style="width: 60px; overflow: hidden; white-space: nowrap; flex: none">Ƀḓƒɠħĵķŀḿƞƥɋřşŧṽẇẋẏẑ</button>');
      plant('<div data-planted style="width: 150vw; flex: none">ƀ</div>');
      plant('<p data-planted dir="rtl">0808 802 0300</p><p data-planted lang="en-GB">In English</p>');
      plant('<div data-planted style="position: relative; height: 60px; flex: none"><button style="position: absolute; inset: 0">ƀ</button><button style="position: absolute; inset: 10px">ƈ</button></div>');
    });
    const after = await offences(this.page);
    const found = after.filter((one) => !before.includes(one));
    await this.page.evaluate(() => document.querySelectorAll('[data-planted]').forEach((one) => one.remove()));
    for (const wanted of ['words without a name: "Nobody gave this a name"', 'aria-label without a name: "Nor this"', 'reaches past the edge: div',
      'its words do not fit: button', 'a number can fall apart: "0808 802 0300"', 'lies over another: button']) {
      assert(found.some((one) => one.startsWith(wanted)), `a planted fault is not found: ${wanted}\n${found.join('\n')}`);
    }
    assert(!found.some((one) => /Her own words|In English/.test(one)), `what needs no name is found: ${found.join('\n')}`);
  }

  end(least) {
    // The same fault on many screens is said once.
    const screens = new Map();
    for (const one of this.#found) {
      const [screen, ...what] = one.split(': ');
      const key = what.join(': ');
      screens.set(key, [...(screens.get(key) ?? []), screen]);
    }
    const said = [...screens].map(([what, where]) => `${what}\n      on ${where.slice(0, 4).join(', ')}${where.length > 4 ? ` and ${where.length - 4} more` : ''}`);
    if (said.length > 0) console.log(`     ${this.#seen.size} screens, ${said.length} offences:\n     ${said.join('\n     ')}`);
    assert(this.#seen.size >= least, `only ${this.#seen.size} screens were looked at`);
    assert(said.length === 0, `${said.length} offences on ${this.#seen.size} screens, listed above`);
  }
}

// Where every stretch begins.
export async function home(page) {
  // The click is the page's own: a screen may be drawn anew between two steps.
  const click = (what) => page.evaluate((wanted) => {
    const one = [...document.querySelectorAll(wanted)].at(-1);
    one?.click();
    return Boolean(one);
  }, what);
  for (let steps = 0; steps < 40; steps += 1) {
    if (await page.locator('#h-home').count() > 0 && await page.locator('.sheet').count() === 0) return;
    if (!await click('.sheet button')) {
      if (!await click('nav.tabs .tab:first-child') && !await click('header.top > button.back')) await click('.bar .btn');
    }
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  }
}
