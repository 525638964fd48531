// Whether a screen can be translated and laid out in another language: what of it is not odd in the accented language has no name,
// and what does not fit there will not fit in German, Welsh or Urdu.
import { assert } from './journey.mjs';
import { offences } from './languages_offences.mjs';
import { eachIsFound } from './languages_planted.mjs';
import { home } from './languages_steps.mjs';

// Looks at every screen of a walk, and says at its end what is wrong on which.
export class Looker {
  #found = [];
  #seen = new Set();

  constructor(t, page, tag) {
    Object.assign(this, { t, page, tag });
  }

  async look(screen, { picture = false } = {}) {
    assert(!this.#seen.has(screen), `${screen} was looked at before`);
    this.#seen.add(screen);
    for (const width of [390, 320]) {
      await this.page.setViewportSize({ width, height: 844 });
      await this.page.evaluate(() => document.fonts.ready.then(() => true));
      for (const one of await offences(this.page, this.tag)) this.#found.push(`${screen} (${width}): ${one}`);
      if (picture && width === 390) await this.t.shot(this.page, `${this.tag}-${screen}`);
    }
    await this.page.setViewportSize({ width: 390, height: 844 });
  }

  // A stretch of the way. What stops it is said at the end, and the next stretch begins at home.
  async stretch(name, walk) {
    try {
      await walk();
    } catch (error) {
      const why = String(error.message ?? error).replaceAll(/\x1b\[\d+m/g, '').split('\n').slice(0, 6).join(' / ');
      this.#found.push(`${name}: the way ends here: ${why}`);
      await this.t.failed(`${this.tag}-${name.replaceAll(' ', '-')}`);
    }
    try {
      await home(this.page);
    } catch (error) {
      this.#say();
      throw error;
    }
  }

  findsWhatIsPlanted() { return eachIsFound(this.page, this.tag); }

  // The same fault on many screens is said once.
  #say() {
    const screens = new Map();
    for (const one of this.#found) {
      const [screen, ...what] = one.split(': ');
      const key = what.join(': ');
      screens.set(key, [...(screens.get(key) ?? []), screen]);
    }
    const said = [...screens].map(([what, where]) => `${what}\n      on ${where.slice(0, 4).join(', ')}${where.length > 4 ? ` and ${where.length - 4} more` : ''}`);
    if (said.length > 0) console.log(`     ${this.#seen.size} screens, ${said.length} offences:\n     ${said.join('\n     ')}`);
    return said.length;
  }

  // `screens`: how many the walk has to have looked at, no fewer and no more.
  end(screens) {
    const offended = this.#say();
    assert(offended === 0, `${offended} offences on ${this.#seen.size} screens, listed above`);
    assert(this.#seen.size === screens, `${this.#seen.size} screens were looked at, not ${screens}`);
  }
}
