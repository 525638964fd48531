// A full journal in a language of odd letters, and from right to left: every screen of it, what is written, and its end.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, assert, journey } from './harness/journey.mjs';
import { LANGUAGES, begins, odd } from './harness/languages.mjs';
import { Looker } from './harness/languages_looker.mjs';
import { SLOW, back, go, home, more, on, pin, press, said, tab, unfold } from './harness/languages_steps.mjs';
import { DEMO } from './harness/steps.mjs';

const toJournal = async (page) => {
  await tab(page, 'journal');
  await page.locator('.entry-row').nth(5).waitFor(SLOW);
  await page.locator('.counts-row').waitFor();
};

// What a full journal shows.
async function journal(t, page, l) {
  await l.stretch('journal', async () => {
    await l.look('home-open');
    await toJournal(page);
    await l.look('journal', { picture: true });
    await page.locator('.counts-row').tap();
    await on(page, 'The pattern so far');
    // Days, weekdays, hours, kinds and places.
    const tables = await unfold(page);
    assert(tables === 5, `${tables} pictures have a table`);
    await page.locator('table').nth(4).waitFor();
    await l.look('pattern', { picture: true });
    await back(page);
    await page.locator('input[type="search"]').fill('optician zzzz');
    await said(page, 'Nothing has all of these words.');
    await l.look('journal-nothing');
  });
  await l.stretch('entry', async () => {
    await toJournal(page);
    await page.locator('.entry-row').filter({ hasText: odd('1 picture') }).first().tap();
    await page.locator('button.thumb img').waitFor();
    await l.look('entry', { picture: true });
    await page.locator('button.thumb').tap();
    await page.locator('.sheet img').waitFor();
    await l.look('picture');
    await page.locator('.sheet button').last().tap();
    await page.locator('.sheet').waitFor({ state: 'detached' });
    await press(page, 'Fold words and pictures away');
    await said(page, 'Show them');
    await l.look('entry-folded');
    await press(page, 'Show them');
    await page.locator('.versions').waitFor();
    await go(page, 'Destroy this entry', 'Destroy this entry?');
    await l.look('destroy-entry');
    await page.locator('#destroy-passphrase').fill('somebody guesses');
    await press(page, 'Destroy it');
    await page.locator('.field-wrong').waitFor(SLOW);
    await l.look('destroy-entry-refused');
    await press(page, 'Take it out of packs instead');
    await said(page, 'Put it back');
    await page.locator('button.thumb img').waitFor();
    await l.look('entry-out');
    await back(page);
    await page.locator('.entry-row.out').waitFor();
    await l.look('journal-out');
  });
  await l.stretch('card for 101', async () => {
    await tab(page, 'help');
    await go(page, 'A card for 101', 'A card for 101');
    await said(page, 'From your journal.');
    await l.look('card');
  });
  await l.stretch('pack', async () => {
    await more(page, 'Make an evidence pack', 'What it gives away');
    await page.getByRole('switch').nth(3).waitFor(SLOW);
    await l.look('pack', { picture: true });
    await go(page, 'Look through it', 'Look through it');
    await page.getByRole('switch').nth(4).waitFor(SLOW);
    await l.look('pack-look');
    await go(page, 'Done', 'What it gives away');
    await go(page, 'Make the pack', 'Where is it going?');
    await l.look('pack-where');
    await press(page, 'For e-mail or a USB stick');
    await page.locator('#pack-password').fill('short');
    await press(page, 'Make it');
    await page.locator('.field-wrong').waitFor();
    await l.look('pack-password');
    await press(page, 'One file');
    await page.locator('#pack-password').waitFor({ state: 'detached' });
    await page.locator('#pack-folder').fill(t.app.folder);
    await press(page, 'Make it');
    await page.getByRole('heading', { level: 1, name: odd('The pack is made') }).waitFor({ timeout: 240_000 });
    await l.look('pack-made', { picture: true });
    await press(page, 'Share it');
    await page.locator('.sheet').waitFor();
    await l.look('pack-share');
    await press(page.locator('.sheet'), 'Close');
    await page.locator('.sheet').waitFor({ state: 'detached' });
    await go(page, 'To the journal', 'Journal');
  });
}

// What is under More.
async function underMore(page, l) {
  await l.stretch('more', async () => {
    await go(page, 'More', 'More');
    await l.look('more');
    await more(page, 'Check the journal', 'Check the journal');
    await l.look('check');
    await press(page, 'Check now');
    await said(page, 'All of it holds');
    await l.look('checked');
    await more(page, 'Who opened it', 'Who opened it');
    await said(page, 'Evidence pack made');
    await l.look('access-log');
    await more(page, 'The disguise and the way back', 'The disguise and the way back');
    await l.look('disguise');
    await more(page, 'A second passphrase', 'A second passphrase');
    await l.look('second');
    await more(page, 'On this phone', 'On this phone');
    await l.look('this-phone');
    await more(page, 'What this app cannot do', 'What this app can do, and what it cannot');
    await l.look('cannot');
    await more(page, 'Is this phone safe to use?', 'Is this phone safe to use?');
    await l.look('safe-phone');
    await more(page, 'Keep the guidance up to date', 'Keep the guidance up to date');
    await said(page, 'What is built into the app');
    await said(page, 'Never');
    await l.look('updates');
  });
  const ways = async (row, title) => {
    await more(page, 'What opens this journal', 'What opens this journal');
    await said(page, 'Change the passphrase');
    await go(page, row, title);
  };
  const present = () => page.locator('#present-passphrase').fill(DEMO);
  await l.stretch('what opens it', async () => {
    await more(page, 'What opens this journal', 'What opens this journal');
    await said(page, 'Change the passphrase');
    await l.look('ways');
    await ways('Change the passphrase', 'Change the passphrase');
    await l.look('ways-passphrase');
    await ways('Choose a PIN', 'A PIN for this device');
    await l.look('ways-pin');
    await present();
    await press(page, 'Next');
    await pin(page, '493817');
    await l.look('ways-pin-pad', { picture: true });
    await press(page, 'Next');
    await said(page, 'The same PIN again');
    await pin(page, '493817');
    await press(page, 'Keep this PIN');
    await said(page, 'The PIN opens the journal on this device.');
    await l.look('ways-pin-kept');
    await ways('Take the PIN away', 'Take the PIN away?');
    await l.look('ways-pin-away');
    await present();
    await go(page, 'Take it away', 'No PIN');
    await l.look('ways-no-pin');
    await ways('Make recovery words', 'Recovery words');
    await l.look('ways-words');
    await ways('Somebody may know my recovery words', 'Somebody may know my recovery words');
    await l.look('ways-new-key');
    await present();
    await go(page, 'Seal everything anew', 'Write these down');
    await l.look('ways-new-words');
    await go(page, 'Later', 'What opens this journal');
    await ways('Take the recovery words away', 'Take the recovery words away?');
    await l.look('ways-words-away');
    await present();
    await go(page, 'Take it away', 'No recovery words');
    await l.look('ways-no-words');
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
    const person = page.locator('button.row').filter({ hasText: '07700' });
    await person.waitFor();
    await said(page, 'Where you are: ');
    await l.look('trusted', { picture: true });
    await person.tap();
    await page.locator('.sheet').waitFor();
    await l.look('trusted-text');
    await home(page);
    await press(page, 'Your plan for staying safe');
    await page.locator('#own-step').fill('Spare key with my aunt');
    await press(page, 'Add this step');
    await page.locator('.own-step').waitFor();
    await l.look('plan');
  });
}

// Writing, with an open journal.
async function recording(page, l) {
  await l.stretch('recording', async () => {
    await go(page, 'Record what happened', 'Is it happening now?');
    await said(page, 'Save time and place');
    await l.look('record', { picture: true });
    await go(page, 'It was earlier', 'What happened');
    await press(page, 'Between');
    await page.locator('#to-hour').waitFor();
    await press(page, 'Yesterday');
    // The fields are made anew with the day in them.
    await page.waitForFunction(() => document.getElementById('from-day')?.value);
    await page.locator('#from-hour').fill('18:42');
    await page.locator('#to-day').fill(await page.locator('#from-day').inputValue());
    await page.locator('#to-hour').fill('19:00');
    await page.locator('#who-0').fill('The man from the gym');
    await page.locator('#words').fill('He walked behind me.');
    await press(page, 'Photos, sound, files');
    const chooser = page.waitForEvent('filechooser');
    await press(page, 'Choose from this phone');
    await (await chooser).setFiles([
      { name: 'bus-stop.jpg', mimeType: 'image/jpeg', buffer: await readFile(join(ROOT, 'content', 'demo', 'bus-stop.jpg')) },
      { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('These are words, and no picture at all.\n') },
    ]);
    await page.locator('.held').nth(1).waitFor();
    await said(page.locator('.top-mid'), 'Draft kept');
    await l.look('form-files', { picture: true });
    await go(page, 'Save', 'Saved');
    await l.look('saved');
    await press(page, 'Read it');
    await page.locator('button.thumb img').waitFor();
    await page.getByText('holiday.jpg').waitFor();
    await l.look('entry-new');
    await go(page, 'Correct this', 'Correct this');
    await l.look('correct');
    await page.locator('#words').fill('He walked behind me, to the corner.');
    await go(page, 'Save', 'Saved');
    await l.look('saved-corrected');
    await press(page, 'Read it');
    await page.locator('button.thumb img').waitFor();
    await page.getByText('holiday.jpg').waitFor();
    await page.locator('.versions > li').nth(1).waitFor();
    await l.look('entry-corrected');
    await page.locator('.versions > li').last().getByRole('button').first().tap();
    await page.locator('.sheet').waitFor();
    await l.look('version');
  });
  await l.stretch('one tap', async () => {
    await go(page, 'Record what happened', 'Is it happening now?');
    await go(page, 'Save time and place', 'Saved');
    await page.locator('[role="status"] p.lead').nth(1).waitFor();
    await l.look('saved-bare');
    await go(page, 'Add words', 'Add words');
    await said(page, 'From this phone, ');
    await l.look('form-add-words');
  });
}

// One entry destroyed, and then everything.
async function destroying(page, l) {
  await l.stretch('destroying', async () => {
    await toJournal(page);
    await page.locator('.entry-row').first().tap();
    await page.locator('.versions').waitFor();
    await go(page, 'Destroy this entry', 'Destroy this entry?');
    await page.locator('#destroy-passphrase').fill(DEMO);
    await go(page, 'Destroy it', 'The entry is destroyed');
    await l.look('destroyed');
    await more(page, 'Destroy everything', 'Destroy everything');
    await page.locator('#destroy-passphrase').fill(DEMO);
    await press(page, 'Without holding');
    await page.locator('#destroy-word').fill('something else');
    await press(page, 'Destroy everything now');
    await page.locator('.field-wrong').waitFor();
    await l.look('destroy-all', { picture: true });
    await page.locator('#destroy-word').fill(odd('destroy'));
    await press(page, 'Destroy everything now');
    await page.getByRole('button', { name: begins('Set-up takes') }).waitFor(SLOW);
    await l.look('home-as-new');
  });
}

for (const [tag, name] of LANGUAGES) {
  journey(`${name}: a full journal has names and fits`, { app: ['--demo', '--locale', tag] }, async (t) => {
    const page = await t.open({ location: 'granted' });
    await page.getByRole('button', { name: begins('More') }).waitFor(SLOW);
    const l = new Looker(t, page, tag);
    await journal(t, page, l);
    await underMore(page, l);
    await recording(page, l);
    await destroying(page, l);
    l.end(58);
  });
}
