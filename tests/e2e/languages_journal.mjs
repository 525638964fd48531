// Two languages that nobody speaks walk through set-up and a journal of her own. In `en-XA` each message of ours is in odd
// letters, longer than it is; what is put into one stands between marks. So a text in plain letters has no name and cannot be translated. `ar-XB` is the
// same from right to left: what breaks there would break in Arabic or Urdu.
import { assert, journey } from './harness/journey.mjs';
import { begins, odd } from './harness/languages.mjs';
import { PASSPHRASE } from './harness/steps.mjs';

const SLOW = { timeout: 30_000 };
// Her own words have none of the letters that are looked for.
const HERS = { words: 'Ότι έγινε εδώ', name: 'Ωλγα', number: '07700900123' };

// Texts in plain letters: what is seen, and what is only heard.
async function plain(page) {
  return page.evaluate(() => {
    const letters = /[b-df-hj-np-tv-z]/i;
    const bare = (text) => {
      let [before, after] = [null, text];
      while (before !== after) [before, after] = [after, after.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')];
      return after;
    };
    const told = (one) => one.closest('[translate="no"], [lang="en-GB"], script, style, noscript, textarea');
    const found = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { data, parentElement } = nodes.currentNode;
      if (letters.test(bare(data)) && !told(parentElement) && parentElement.checkVisibility()) found.push(data.trim());
    }
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], [alt], [aria-valuetext], [aria-description]')) {
      if (told(one) || !one.checkVisibility()) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-valuetext', 'aria-description']) {
        const text = one.getAttribute(name);
        if (text && letters.test(bare(text))) found.push(`${name}: ${text}`);
      }
    }
    return [...new Set(found)].map((text) => text.slice(0, 120));
  });
}

// What does not fit: past either edge, cut inside a control, or one control over another.
async function broken(page) {
  return page.evaluate(() => {
    const found = [];
    const name = (one) => `${one.tagName.toLowerCase()}.${one.className} “${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40)}”`;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide on a screen of ${root.clientWidth}`);
    for (const one of document.querySelectorAll('#main *')) {
      const box = one.getBoundingClientRect();
      const out = box.right > root.clientWidth + 1 || box.left < -1;
      if (out && box.width > 1 && one.checkVisibility() && !one.closest('[data-scrolls-sideways], svg')) {
        found.push(`past the edge: ${name(one)}`);
        break;
      }
    }
    const controls = [...document.querySelectorAll('#main :is(button, a[href], input, select, textarea, [role="switch"], [role="checkbox"])')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1);
    for (const one of controls) {
      const cut = [one, ...one.querySelectorAll('*')].find((part) => ['hidden', 'clip'].includes(getComputedStyle(part).overflowX)
        && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 1);
      if (cut && !cut.matches('input, textarea') && !cut.closest('[data-cut]')) found.push(`cut: ${name(one)}`);
    }
    // What stays in its place while the rest moves may lie over it.
    const scrolls = (one) => {
      let place = one;
      while (place && !['sticky', 'fixed', 'absolute'].includes(getComputedStyle(place).position) && !place.matches('main, [role="dialog"]')) {
        place = place.parentElement;
      }
      return place;
    };
    for (const [at, one] of controls.entries()) {
      for (const other of controls.slice(at + 1)) {
        if (one.contains(other) || other.contains(one) || scrolls(one) !== scrolls(other)) continue;
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // A small one may reach a little over its neighbour, so that a finger finds it.
        if (wide > 2 && high > 12) found.push(`one over another: ${name(one)}, ${name(other)}`);
      }
    }
    return [...new Set(found)].slice(0, 6);
  });
}

// The controls by their English names, which are said here as the screen says them.
class Speaker {
  #offences = [];
  #looked = new Set();

  constructor(t, page, locale) {
    Object.assign(this, { t, page, locale });
  }

  control(name) {
    return this.t.press(this.page, name instanceof RegExp ? name : odd(name));
  }

  tap(name) { return this.control(name).tap(SLOW); }

  at(title) {
    return this.page.getByRole('heading', { level: 1, name: odd(title), exact: true }).waitFor(SLOW);
  }

  // Back to a screen with the tabs on it, and to this one.
  async tab(name) {
    const tabs = this.page.getByRole('navigation', { name: odd('Main') });
    for (let steps = 0; steps < 6 && !(await tabs.isVisible()); steps += 1) {
      // The screen may be drawn anew under the finger.
      await this.page.locator('button.back').first().tap({ timeout: 3_000 }).catch(() => {});
      await this.page.locator('#main').locator('h1').first().waitFor(SLOW);
    }
    return this.page.getByRole('navigation', { name: odd('Main') }).getByRole('button', { name: odd(name), exact: true }).tap(SLOW);
  }

  // What the screen says and how it fits, on a phone and on a narrow one.
  async look(screen, { shot = false } = {}) {
    this.#looked.add(screen);
    for (const text of await plain(this.page)) this.#offences.push(`${screen}: in plain letters: ${text}`);
    for (const width of [390, 320]) {
      await this.page.setViewportSize({ width, height: 844 });
      for (const problem of await broken(this.page)) this.#offences.push(`${screen} at ${width}: ${problem}`);
    }
    await this.page.setViewportSize({ width: 390, height: 844 });
    if (shot) await this.t.shot(this.page, `${screen}-${this.locale}`);
  }

  end(screens) {
    assert(this.#looked.size === screens, `${this.#looked.size} screens were looked at, not ${screens}`);
    const all = [...new Set(this.#offences)];
    assert(all.length === 0, `${all.length} in ${this.locale}:\n  ${all.slice(0, 80).join('\n  ')}`);
  }
}

// Before there is a journal: help, guidance, and the first steps.
async function withoutJournal(s) {
  await s.at('In danger now?');
  await s.look('home', { shot: true });
  for (const name of ['Journal', 'Guidance', 'Help']) {
    await s.tab(name);
    await s.look(name.toLowerCase(), { shot: true });
  }
  await s.tab('Home');
  await s.tap(begins('Set-up takes'));
  await s.at('What this app can do, and what it cannot');
  await s.look('set-up-can');
  await s.tap('Next');
  await s.at('Is this phone safe to use?');
  await s.look('set-up-safe');
  await s.tap('Next');
  await s.at('A passphrase');
  await s.look('set-up-passphrase');
  await s.page.locator('#passphrase').fill('kitten');
  await s.page.locator('#passphrase-again').fill('kitten');
  await s.tap('Make the journal');
  await s.page.locator('.field-wrong').first().waitFor(SLOW);
  await s.look('set-up-weak');
  await s.page.locator('#passphrase').fill(PASSPHRASE);
  await s.page.locator('#passphrase-again').fill(PASSPHRASE);
  await s.tap('Make the journal');
  await s.at('Recovery words');
  await s.look('set-up-words');
  await s.tap('Write them down now');
  await s.at('Write these down');
  await s.look('recovery-words', { shot: true });
  await s.tap('I have written them down');
  await s.at('Check what you wrote');
  await s.look('recovery-words-check');
  await s.tap('Later');
  await s.at('The disguise and the way back');
  await s.look('set-up-disguise');
  await s.tap('Later');
  await s.at('Journal');
  await s.look('journal-empty');
}

// Two entries: one now, and one of before with all that a form can ask.
async function record(s) {
  const { page } = s;
  await s.tap('Record what happened');
  await s.at('Is it happening now?');
  await page.getByText(odd('Save time and place')).or(page.getByText(odd('Save the time'))).first().waitFor(SLOW);
  await s.look('record-now', { shot: true });
  await s.tap('It was earlier');
  await s.at('What happened');
  await s.look('form', { shot: true });
  await s.tap('Save');
  await page.locator('.field-wrong, [role="alert"]').first().waitFor(SLOW);
  await s.look('form-wrong');
  await s.tap('Today');
  await s.tap('I do not know the time of day');
  await page.locator('#who-0').fill(HERS.name);
  await s.tap('Not sure');
  await s.tap('Followed');
  await page.locator('#words').fill(HERS.words);
  for (const row of ['How you saw them', 'Whose experience', 'Who else saw it', 'They were somewhere else', 'A vehicle',
    'CCTV that may be wiped', 'Photos, sound, files', 'Who you told', 'An order or bail condition']) {
    await s.tap(begins(row));
  }
  for (const more of await page.getByRole('button', { name: begins('Add') }).all()) await more.tap().catch(() => {});
  await s.look('form-open', { shot: true });
  await s.tap('Save');
  await s.at('Saved');
  await s.look('saved');
  await s.tap('Read it');
  await page.getByText(odd('Every version is kept'), { exact: false }).first().waitFor(SLOW);
  await s.look('entry', { shot: true });
}

// What is done with the journal while it is open.
async function withJournal(s) {
  const { page } = s;
  await s.tab('Journal');
  await page.locator('.entry-row').first().waitFor(SLOW);
  await s.look('journal-full', { shot: true });
  await page.locator('.entry-row').first().tap();
  await page.getByRole('button', { name: begins('Destroy this entry') }).tap(SLOW);
  await page.locator('#destroy-passphrase').waitFor(SLOW);
  await s.look('destroy-entry');
  await s.tab('Home');
  await s.look('home-open');
  await s.tap(begins('Text somebody you trust'));
  await page.locator('#trusted-name').waitFor(SLOW);
  await s.look('trusted');
  await page.locator('#trusted-name').fill(HERS.name);
  await page.locator('#trusted-number').fill(HERS.number);
  await s.tap('Keep this person');
  await page.getByText(HERS.number).or(page.getByText(HERS.name)).first().waitFor(SLOW);
  await s.look('trusted-one');
  await s.tab('Home');
  await s.tap(begins('Your plan for staying safe'));
  await page.getByRole('checkbox').first().waitFor(SLOW);
  await s.look('plan');
  await s.tab('Help');
  await s.tap(begins('A card for 101'));
  await s.at('A card for 101');
  await s.look('card');
  await s.tab('Home');
  await s.tap(begins('Is this stalking'));
  await s.tap(begins('Look at what has happened'));
  await page.getByRole('checkbox').first().waitFor(SLOW);
  await s.look('asking');
}

const UNDER_MORE = [
  ['Make an evidence pack', 'pack'], ['Check the journal', 'check'], ['Who opened it', 'access-log'], ['What opens this journal', 'ways'],
  ['The disguise and the way back', 'disguise'], ['A second passphrase', 'second-passphrase'], ['On this phone', 'this-phone'],
  ['What this app cannot do', 'cannot'], ['Is this phone safe to use?', 'safe-phone'], ['Keep the guidance up to date', 'updates'],
  ['Destroy everything', 'destroy-all'],
];
const UNDER_WAYS = [
  ['Change the passphrase', 'ways-passphrase'], ['Choose a PIN', 'ways-pin'], ['Make new recovery words', 'ways-words'],
  ['Somebody may know my recovery words', 'ways-new-key'],
];

async function underMore(s) {
  const { page } = s;
  const toMore = async () => {
    await s.tab('Home');
    await page.getByRole('button', { name: begins('More') }).tap(SLOW);
    await s.at('More');
  };
  await toMore();
  await s.look('more', { shot: true });
  for (const [row, screen] of UNDER_MORE) {
    await page.getByRole('button', { name: begins(row) }).tap(SLOW);
    await page.getByRole('heading', { level: 1, name: odd('More'), exact: true }).waitFor({ state: 'detached', ...SLOW });
    await page.getByRole('heading', { level: 1 }).waitFor(SLOW);
    if (screen === 'pack') await page.getByRole('switch').first().waitFor(SLOW);
    if (screen === 'check') {
      await s.tap('Check now');
      await page.getByText(begins('All of it holds')).waitFor(SLOW);
    }
    await s.look(screen, { shot: screen === 'pack' });
    if (screen === 'ways') {
      for (const [way, under] of UNDER_WAYS) {
        await page.getByRole('button', { name: begins(way) }).tap(SLOW);
        await page.getByRole('heading', { level: 1, name: odd('What opens this journal'), exact: true }).waitFor({ state: 'detached', ...SLOW });
        await page.getByRole('heading', { level: 1 }).waitFor(SLOW);
        await s.look(under);
        await s.page.locator('button.back').first().tap(SLOW);
        await s.at('What opens this journal');
      }
    }
    await page.locator('button.back').first().tap(SLOW);
    await s.at('More');
  }
  await s.tap(begins('Lock now'));
  await s.at('In danger now?');
  await s.tab('Journal');
  await s.look('journal-locked');
  await s.tap('Unlock');
  await s.at('Your journal is locked');
  await s.look('unlock', { shot: true });
  await page.locator('#unlock-passphrase').fill('not this one at all');
  await s.tap('Unlock');
  await page.locator('.field-wrong').waitFor(SLOW);
  await s.look('unlock-wrong');
  await s.t.touch(page, begins('Leave'));
  await page.locator('[data-calculator]').waitFor(SLOW);
  await s.look('calculator', { shot: true });
}

// The looks that a walk takes.
const SCREENS = 47;

async function walk(t, locale) {
  const page = await t.open({ location: 'granted' });
  // A tap that meets a page which still scrolls.
  t.expect(/Ignored attempt to cancel a touchstart/);
  const { lang, dir } = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));
  assert(lang === locale && dir === (locale === 'ar-XB' ? 'rtl' : 'ltr'), `the page is ${lang}, ${dir}`);
  const s = new Speaker(t, page, locale);
  await withoutJournal(s);
  await record(s);
  await withJournal(s);
  await underMore(s);
  s.end(SCREENS);
}

journey('no text is in plain letters in another language, and longer ones fit', { app: ['--locale', 'en-XA'] }, (t) => walk(t, 'en-XA'));

journey('from right to left nothing is cut off, and nothing lies over anything else', { app: ['--locale', 'ar-XB'] }, (t) => walk(t, 'ar-XB'));
