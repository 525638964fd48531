// A full journal in a language of odd letters, and from right to left: every screen of it, what is written, and locking.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, journey } from './harness/journey.mjs';
import { LANGUAGES, Looker, begins, home } from './harness/languages.mjs';
import { SLOW, back, control, locking, more, on, press, tab } from './harness/languages_steps.mjs';
import { DEMO } from './harness/steps.mjs';

// What a full journal shows.
async function journal(t, page, l) {
  await l.stretch('journal', async () => {
    await tab(page, 'journal');
    await page.locator('.entry-row').nth(5).waitFor(SLOW);
    await page.locator('.counts-row').waitFor();
    await l.look('journal', { picture: true });
    await page.locator('.counts-row').tap();
    await on(page, 'The pattern so far');
    const tables = page.getByRole('button', { name: begins('As a table') });
    for (let left = await tables.count(); left > 0; left -= 1) await tables.first().tap().catch(() => {});
    await l.look('pattern', { picture: true });
    await back(page);
    await page.locator('input[type="search"]').fill('optician zzzz');
    await page.locator('.entry-row').first().waitFor({ state: 'detached' });
    await l.look('journal-nothing');
  });
  await l.stretch('entry', async () => {
    await tab(page, 'journal');
    await page.locator('.entry-row').nth(5).waitFor(SLOW);
    await page.locator('.entry-row').filter({ hasText: /⁨?\d+⁩? |picture/ }).first().tap();
    await page.locator('.versions, dl.facts').first().waitFor();
    await l.look('entry', { picture: true });
    await press(page, 'Fold words and pictures away');
    await l.look('entry-folded');
    await press(page, 'Show them');
    await press(page, 'Destroy this entry');
    await on(page, 'Destroy this entry?');
    await l.look('destroy-entry');
    await page.locator('#destroy-passphrase').fill('somebody guesses');
    await press(page, 'Destroy it');
    await page.locator('.field-wrong').waitFor(SLOW);
    await l.look('destroy-entry-refused');
    await press(page, 'Take it out of packs instead');
    await page.locator('main').waitFor();
    await l.look('entry-out');
  });
  await l.stretch('pack', async () => {
    await more(page, 'Make an evidence pack');
    await page.getByRole('switch').first().waitFor(SLOW);
    await l.look('pack', { picture: true });
    await press(page, 'Look through it');
    await on(page, 'Look through it');
    await l.look('pack-look');
    await press(page, 'Done');
    await press(page, 'Make the pack');
    await on(page, 'Where is it going?');
    await l.look('pack-where');
    await press(page, 'One file');
    await page.locator('#pack-folder').fill(t.app.folder);
    await l.look('pack-form');
    await press(page, 'Make it');
    await page.locator('p.fingerprint').first().waitFor({ timeout: 240_000 });
    await l.look('pack-made', { picture: true });
    await press(page, 'Share it');
    await page.locator('.sheet').waitFor();
    await l.look('pack-share');
  });
  await l.stretch('more', async () => {
    await press(page, 'More');
    await on(page, 'More');
    await l.look('more');
    await more(page, 'Check the journal', 'Check the journal');
    await l.look('check');
    await press(page, 'Check now');
    await page.locator('main [role="status"], main .safe-banner').first().waitFor(SLOW);
    await l.look('checked');
    await more(page, 'Who opened it', 'Who opened it');
    await page.locator('main .row, main .hint').first().waitFor();
    await l.look('access-log');
    await more(page, 'A second passphrase', 'A second passphrase');
    await l.look('second');
    await more(page, 'What this app cannot do');
    await page.locator('main h1').waitFor();
    await l.look('cannot');
    await more(page, 'On this phone');
    await page.locator('main h1').waitFor();
    await l.look('this-phone');
    await more(page, 'Destroy everything');
    await page.locator('#destroy-passphrase').waitFor();
    await l.look('destroy-all');
  });
  await l.stretch('what opens it', async () => {
    await more(page, 'What opens this journal', 'What opens this journal');
    await page.getByRole('button', { name: begins('Change the passphrase') }).waitFor();
    await l.look('ways');
    for (const [row, name] of [
      ['Change the passphrase', 'passphrase'], ['Choose a PIN', 'pin'], ['Make new recovery words', 'words'], ['Make recovery words', 'words'],
      ['Somebody may know my recovery words', 'new-key'],
    ]) {
      if (await page.getByRole('button', { name: begins(row) }).count() === 0) continue;
      await press(page, row);
      await page.locator('#present-passphrase').waitFor();
      await l.look(`ways-${name}`);
      if (name === 'pin') {
        await page.locator('#present-passphrase').fill(DEMO);
        await press(page, 'Next');
        await page.locator('[data-pin]').waitFor(SLOW);
        for (const digit of '123456') await page.locator('.pin-keys').getByRole('button', { name: digit, exact: true }).tap();
        await l.look('ways-pin-pad', { picture: true });
      }
      await more(page, 'What opens this journal', 'What opens this journal');
      await page.getByRole('button', { name: begins('Change the passphrase') }).waitFor();
    }
  });
  await l.stretch('people and plan', async () => {
    await press(page, 'Text somebody you trust');
    await page.locator('#trusted-name').waitFor();
    await l.look('trusted-new');
    await page.locator('#trusted-name').fill('A friend');
    await page.locator('#trusted-number').fill('999');
    await press(page, 'Keep this person');
    await page.locator('.field-wrong').waitFor();
    await l.look('trusted-wrong');
    await page.locator('#trusted-number').fill('07700 900123');
    await press(page, 'Keep this person');
    await page.locator('button.row').filter({ hasText: '07700' }).first().waitFor();
    await l.look('trusted', { picture: true });
    await page.locator('button.row').filter({ hasText: '07700' }).first().tap();
    await page.locator('.sheet').waitFor();
    await l.look('trusted-text');
    await home(page);
    await press(page, 'Your plan for staying safe');
    await page.locator('#own-step').waitFor();
    await page.locator('#own-step').fill('Spare key with my aunt');
    await press(page, 'Add this step');
    await page.locator('.own-step').waitFor();
    await l.look('plan');
  });
}

// Writing, with an open journal.
async function recording(t, page, l) {
  await l.stretch('recording', async () => {
    await press(page, 'Record what happened');
    await on(page, 'Is it happening now?');
    await page.locator('.working').waitFor({ state: 'detached' }).catch(() => {});
    await l.look('record', { picture: true });
    await press(page, 'It was earlier');
    await on(page, 'What happened');
    await press(page, 'Save');
    await page.locator('.field-wrong').first().waitFor();
    await l.look('form-wrong');
    await press(page, 'Between');
    await page.locator('#to-hour').waitFor();
    await press(page, 'Yesterday');
    // The fields are made anew with the day in them.
    await page.waitForFunction(() => document.getElementById('from-day').value !== '');
    await page.locator('#from-hour').fill('18:42');
    await page.locator('#to-day').fill(await page.locator('#from-day').inputValue());
    await page.locator('#to-hour').fill('19:00');
    await page.locator('#who-0').fill('The man from the gym');
    await press(page, 'Not sure');
    await press(page, 'How you saw them');
    await press(page, 'Followed');
    await page.locator('#words').fill('He walked behind me.');
    // Whatever can be unfolded is unfolded.
    for (let tries = 0; tries < 14; tries += 1) {
      const folded = page.locator('main [aria-expanded="false"]').first();
      if (await folded.count() === 0) break;
      await folded.tap();
      await page.waitForTimeout(60);
    }
    await l.look('form', { picture: true });
    const chooser = page.waitForEvent('filechooser');
    await press(page, 'Choose from this phone');
    await (await chooser).setFiles([
      { name: 'bus-stop.jpg', mimeType: 'image/jpeg', buffer: await readFile(join(ROOT, 'content', 'demo', 'bus-stop.jpg')) },
      { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('These are words, and no picture at all.\n') },
    ]);
    await page.locator('.held').nth(1).waitFor();
    await l.look('form-files');
    await press(page, 'Save');
    await on(page, 'Saved');
    await l.look('saved');
    await press(page, 'Read it');
    await page.locator('.versions').waitFor();
    await l.look('entry-new');
    await press(page, 'Correct this');
    await on(page, 'Correct this');
    await l.look('correct');
    await page.locator('#words').fill('He walked behind me, to the corner.');
    await press(page, 'Save');
    await on(page, 'Saved');
    await press(page, 'Read it');
    await page.locator('.versions > li').nth(1).waitFor();
    await l.look('entry-corrected');
    await page.locator('.versions > li').last().getByRole('button').first().tap();
    await page.locator('.sheet').waitFor();
    await l.look('version');
  });
  await l.stretch('one tap', async () => {
    await press(page, 'Record what happened');
    await on(page, 'Is it happening now?');
    await control(page, begins('Save time and place')).or(control(page, begins('Save the time'))).first().tap();
    await on(page, 'Saved');
    await l.look('saved-bare');
  });
}

for (const [tag, name] of LANGUAGES) {
  journey(`${name}: a full journal has names and fits`, { app: ['--demo', '--locale', tag] }, async (t) => {
    const page = await t.open({ location: 'granted' });
    await page.getByRole('button', { name: begins('More') }).waitFor(SLOW);
    const l = new Looker(t, page, tag);
    await journal(t, page, l);
    await recording(t, page, l);
    await locking(t, page, l, DEMO);
    l.end(40);
  });
}
