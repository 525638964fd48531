// The locked journal in a language that nobody speaks: what it still does, each way in, and what waits behind it.
import { assert } from './journey.mjs';
import { exactly } from './languages.mjs';
import {
  SLOW, back, calculator, comeBack, control, go, guess, home, leave, lock, on, pin, press, said, tab, tries,
} from './languages_steps.mjs';

const toLock = async (page) => {
  await tab(page, 'journal');
  await go(page, 'Unlock', 'Your journal is locked');
};

// What can be seen while it is locked, and the lock. `number` leads back from the calculator.
export async function locked(t, page, l, number) {
  await l.stretch('locked', async () => {
    await lock(page);
    await go(page, 'Record what happened', 'Record what happened');
    await l.look('locked-record');
    await go(page, 'Save the time now', 'Saved');
    await l.look('locked-saved');
    await go(page, 'Done', 'In danger now?');
    await tab(page, 'journal');
    await said(page, 'Your journal is locked');
    await l.look('journal-locked');
    await home(page);
    await go(page, 'Text somebody you trust', 'People you trust');
    await l.look('trusted-locked');
    await home(page);
    await go(page, 'Your plan for staying safe', 'Your plan for staying safe');
    await l.look('plan-locked');
    await home(page);
    await go(page, 'More', 'More');
    await l.look('more-locked');
    await home(page);
    await tab(page, 'help');
    await go(page, 'A card for 101', 'A card for 101');
    await l.look('card-locked');
  });
  await l.stretch('the lock', async () => {
    await toLock(page);
    await l.look('unlock', { picture: true });
    await guess(page, 1);
    await page.locator('.field-wrong').waitFor();
    await l.look('unlock-wrong');
    await press(page, 'I have a PIN');
    await pin(page, '493817');
    await l.look('unlock-pin', { picture: true });
    await press(page, 'I have my recovery words');
    await page.locator('#unlock-words').fill('these are not the words');
    await control(page, exactly('Unlock')).tap();
    await page.locator('.field-wrong').waitFor(SLOW);
    await l.look('unlock-words');
    await press(page, 'I have my passphrase');
    await page.locator('#unlock-passphrase').waitFor();
    // From the eighth on there is time enough to look.
    for (let count = 2; count <= 8; count += 1) await guess(page, count);
    const wait = page.locator('[role="timer"]');
    await wait.waitFor();
    await l.look('unlock-wait');
    assert(await wait.count() === 1, 'the wait was over before it was looked at');
    await leave(t, page);
    await l.look('calculator-marked');
    await comeBack(page, number);
  });
}

// Opened with the recovery words, which never wait: what was saved while it was locked.
export async function aside(page, l, words) {
  await l.stretch('what was saved while locked', async () => {
    await toLock(page);
    await press(page, 'I have my recovery words');
    await page.locator('#unlock-words').fill(words.join(' '));
    await control(page, exactly('Unlock')).tap();
    await on(page, 'Choose a new passphrase?');
    await l.look('forgotten');
    await go(page, 'Not now', 'Journal');
    const row = '1 time was saved while it was locked';
    await said(page, row);
    await page.locator('.entry-row').waitFor();
    await l.look('journal-marks');
    await go(page, row, 'Saved while it was locked');
    await said(page, 'Set it aside');
    await l.look('marks');
    await press(page, 'Set it aside');
    await press(page, 'Tap again to set it aside');
    await said(page, 'Nothing waits here');
    await said(page, 'Set aside: 1 saved time');
    await l.look('marks-none');
    await go(page, 'Set aside', 'Set aside');
    await said(page, 'Bring it back');
    await l.look('marks-aside');
    await go(page, 'Bring it back', 'Saved while it was locked');
    await press(page, 'It was me: add it');
    await page.locator('.versions').waitFor();
    await l.look('mark-entry');
  });
}

// The plain notes, from which only Close and the lock lead away.
export async function notes(page, l, { second, number }) {
  await l.stretch('notes', async () => {
    await lock(page);
    await toLock(page);
    await tries(page, second);
    await on(page, 'Notes');
    await said(page, 'No notes yet.');
    await l.look('notes-empty');
    await press(page, 'New note');
    await page.locator('#note-text').fill('Shopping\nMilk, eggs, bread, washing powder');
    await l.look('note');
    await back(page);
    await page.locator('.note-row').waitFor();
    await l.look('notes', { picture: true });
    await page.locator('.note-row').tap();
    await page.locator('#note-text').waitFor();
    await press(page, 'Delete');
    await page.locator('.sheet').waitFor();
    await l.look('notes-delete');
    await control(page.locator('.sheet'), exactly('Delete')).tap();
    await said(page, 'No notes yet.');
    await press(page, 'Lock');
    await calculator(page);
    await comeBack(page, number);
  });
}
