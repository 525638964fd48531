// What a journey has in its hands. A journey file says `journey('what a person relies on', async (t) => { ... })`.
import { createRequire } from 'node:module';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from './app.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
// The packages live in .dev/node, which ./dev fills.
const installed = createRequire(join(ROOT, '.dev', 'node', 'package.json'));
export const { chromium } = installed('playwright-core');
const axe = installed('axe-core');

const SHOTS = join(ROOT, 'shots');
const WAIT = 10_000;

const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
  timezoneId: 'Europe/London',
};
// Waterloo Bridge: nobody lives there.
const HERE = { latitude: 51.5086, longitude: -0.1166, accuracy: 12 };

export const journeys = [];

// `options.app`: more arguments for the program, such as ['--demo'].
export function journey(name, options, walk) {
  if (typeof options === 'function') [walk, options] = [options, {}];
  journeys.push({ name, options, walk });
}

export function assert(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

export class Walk {
  #browser;
  #contexts = [];
  #cookies = [];
  #expected = [];
  faults = [];

  constructor(browser, app, name) {
    this.#browser = browser;
    this.app = app;
    this.name = name;
  }

  // Opens the app in a browser of its own, phone-sized. `location`: 'granted', 'refused', or an object with latitude and
  // longitude. A second one is let in by the first one's cookie, as another tab would be.
  async open({ location = 'refused', dark = false, path, ...more } = {}) {
    const granted = location !== 'refused';
    const context = await this.#browser.newContext({
      ...PHONE,
      colorScheme: dark ? 'dark' : 'light',
      permissions: granted ? ['geolocation'] : [],
      geolocation: location === 'granted' ? HERE : granted ? location : undefined,
      ...more,
    });
    this.#contexts.push(context);
    context.setDefaultTimeout(WAIT);
    await context.addCookies(this.#cookies);
    const page = await context.newPage();
    this.#listen(page);
    const first = this.#cookies.length === 0;
    await page.goto(first && path === undefined ? this.app.address : new URL(path ?? '/', this.app.base).href);
    if (first) this.#cookies = await context.cookies();
    await page.locator('#main').locator('button, a').first().waitFor();
    return page;
  }

  // After the program was ended and started again, its old cookie opens nothing.
  forget() { this.#cookies = []; }

  #listen(page) {
    const fault = (text) => {
      if (!this.#expected.some((pattern) => pattern.test(text))) this.faults.push(text);
    };
    const strange = (address) => {
      const url = new URL(address);
      if (['data:', 'blob:', 'about:'].includes(url.protocol)) return false;
      return url.host !== new URL(this.app.base).host;
    };
    page.on('pageerror', (error) => fault(`error in the page: ${error.message}`));
    page.on('crash', () => fault('the page crashed'));
    page.on('console', (message) => { if (message.type() === 'error') fault(`console: ${message.text()}`); });
    page.on('request', (request) => { if (strange(request.url())) fault(`asks another place: ${request.url()}`); });
    page.on('websocket', (socket) => { if (strange(socket.url())) fault(`talks to another place: ${socket.url()}`); });
  }

  // Says beforehand that a fault belongs to the journey: a connection that it breaks itself.
  expect(pattern) { this.#expected.push(pattern); }

  // Pictures of the screen in light and dark: shots/NAME-light.png and shots/NAME-dark.png.
  async shot(page, name, { long = false } = {}) {
    await mkdir(SHOTS, { recursive: true });
    await page.evaluate(() => document.fonts.ready.then(() => true));
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(SHOTS, `${name}-${colorScheme}.png`), animations: 'disabled', fullPage: long });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }

  // WCAG 2.2 A and AA as far as a machine can tell, in light and dark.
  async accessible(page) {
    await page.evaluate(axe.source);
    const found = [];
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        resultTypes: ['violations'],
      }));
      for (const { id, help, nodes } of violations) {
        found.push(`${colorScheme}: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    assert(found.length === 0, `not accessible:\n  ${found.join('\n  ')}`);
  }

  // Whatever can be pressed is at least 48 by 48, but for links inside a sentence.
  async targets(page) {
    const small = await page.evaluate(() => [...document.querySelectorAll(
      '#main :is(button, a[href], input, select, textarea, [role="button"], [role="switch"], [role="radio"], [role="tab"])',
    )].filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline').map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return { name: one.getAttribute('aria-label') ?? one.textContent.trim(), width, height };
    }).filter(({ width, height }) => width < 47.5 || height < 47.5)
      .map(({ name, width, height }) => `${name} (${Math.round(width)} by ${Math.round(height)})`));
    assert(small.length === 0, `too small to press: ${small.join(', ')}`);
  }

  // Nothing is cut off at the sides, whatever the size of the text.
  async fits(page, { percent = 100 } = {}) {
    await page.evaluate((size) => { document.documentElement.style.fontSize = `${size}%`; }, percent);
    const wide = await page.evaluate(() => {
      const [own, whole] = [document.documentElement.clientWidth, document.documentElement.scrollWidth];
      if (whole > own) return `the page is ${whole} wide on a screen of ${own}`;
      const out = [...document.querySelectorAll('#main *')].find((one) => {
        const box = one.getBoundingClientRect();
        return box.width > 1 && one.checkVisibility() && box.right > own + 1 && !one.closest('[data-scrolls-sideways]');
      });
      return out ? `${out.tagName.toLowerCase()}.${out.className} reaches past the edge` : null;
    });
    assert(!wide, `${wide} (text at ${percent} %)`);
  }

  // A control by its name, whether it is a button or a link.
  press(page, name) {
    const is = (role) => page.getByRole(role, { name });
    return is('button').or(is('link')).or(is('switch')).or(is('radio')).first();
  }

  // A finger on a control that goes away under it, as Leave does: where it is, without asking what is there afterwards.
  async touch(page, name) {
    const control = this.press(page, name);
    let box = null;
    // Between the two the screen may be drawn anew, and the control with it.
    for (let tries = 0; tries < 20 && !box; tries += 1) {
      await control.waitFor();
      box = await control.boundingBox();
    }
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  }

  async failed(file) {
    await mkdir(SHOTS, { recursive: true });
    for (const context of this.#contexts) {
      for (const page of context.pages()) {
        await page.screenshot({ path: join(SHOTS, `failed-${file}.png`), timeout: 5_000 }).catch(() => {});
      }
    }
  }

  async close() {
    for (const context of this.#contexts) await context.close();
  }
}

export function newWalk(browser, program, { name, options }) {
  return new Walk(browser, new App(program, options.app ?? []), name);
}
