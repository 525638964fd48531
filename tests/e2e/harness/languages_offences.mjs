// What is wrong on the screen that a page shows, in a language that nobody speaks: what has no name, what does not fit, what lies over
// something else, which numbers could fall apart, and what is not there yet. `languages_planted.mjs` shows that each is found.
import { READING } from './languages.mjs';

// Plain words that are the same in every language.
const SAME = [
  'SOS', 'PIN', 'QR', 'GPS', 'https', // what is printed on phones and sheets
];

// What is heard or seen of an element beside its text.
const SAID = ['aria-label', 'aria-valuetext', 'aria-description', 'placeholder', 'title', 'alt'];

// Everything wrong on the screen that the page shows, a line each. `tag`: the language that it should be in.
export function offences(page, tag) {
  return page.evaluate(({ same, said, reading, locale }) => {
    const found = [];
    const root = document.documentElement;
    if (root.lang !== locale || root.dir !== (locale.startsWith('ar') ? 'rtl' : 'ltr')) found.push(`the page is in ${root.lang}, ${root.dir}`);
    // Whoever looks before a screen is there sees nothing of it.
    const busy = document.querySelector(reading);
    if (busy) found.push(`not there yet: ${(busy.getAttribute('aria-label') ?? busy.textContent).trim()}`);
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
    const counts = (element) => element.checkVisibility() && !element.closest('script, style, template, [translate="no"]')
      && element.closest('[lang]').lang !== 'en-GB';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const plain = bare(node.data);
      if (plain && counts(node.parentElement) && !node.parentElement.closest('textarea')) found.push(`words without a name: ${quoted(plain)}`);
    }
    for (const element of document.querySelectorAll(said.map((attribute) => `[${attribute}]`).join())) {
      for (const attribute of said) {
        const plain = bare(element.getAttribute(attribute) ?? '');
        if (plain && counts(element)) found.push(`${attribute} without a name: ${quoted(plain)}`);
      }
    }

    // (b) What does not fit.
    const wide = root.clientWidth;
    // What is wider than the screen is cut off by the page, or moves sideways under the finger.
    for (const one of [root, ...document.querySelectorAll('body, #main, .page, main, .top, .bar, .sheet')]) {
      if (one.scrollWidth > wide + 1) found.push(`${one.localName} is ${one.scrollWidth} wide on a screen of ${wide}`);
    }
    const shown = (one) => one.checkVisibility() && one.getBoundingClientRect().width > 1;
    const all = [...document.querySelectorAll('#main *')].filter(shown);
    const sideways = (one) => one.closest('.chips.slide, [data-scrolls-sideways], svg, .hidden-visually');
    for (const one of all) {
      const box = one.getBoundingClientRect();
      if ((box.right > wide + 1 || box.left < -1) && !sideways(one)) found.push(`reaches past the edge: ${name(one)}`);
    }
    const pressed = all.filter((one) => one.matches('button, a[href], input, select, textarea, [role="button"], [role="tab"]'));
    // Hers end in a dot dot dot on purpose where there is no room.
    const dots = (one) => getComputedStyle(one).textOverflow === 'ellipsis' && one.closest('[translate="no"]');
    // Where the words in something stand; not those for the ear alone.
    const words = (one) => {
      const boxes = [];
      const inside = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      for (let node = inside.nextNode(); node; node = inside.nextNode()) {
        const around = node.parentElement;
        if (around.closest('.hidden-visually') || dots(around) || !node.data.trim()) continue;
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
      const clipped = [one, ...one.querySelectorAll('*')].some((inner) => getComputedStyle(inner).overflowX !== 'visible' && !dots(inner)
        && inner.clientWidth > 1 && inner.scrollWidth > inner.clientWidth + 1 && !inner.matches('input, textarea'));
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
  }, { same: SAME, said: SAID, reading: READING, locale: tag });
}
