// Saving the time while the journal is locked, and saying afterwards whether it counts.
import { assert, journey } from './harness/journey.mjs';
import { at, look, setUp, tab, tap, unlock, words } from './harness/steps.mjs';

journey('the time is saved without unlocking, and counts only when she says that it was her', async (t) => {
  const page = await t.open({ location: 'granted' });
  await setUp(t, page);
  await tab(page, 'Home');
  await tap(t, page, /^More/);
  await tap(t, page, /^Lock now/);
  await at(page, 'In danger now?');
  await tap(t, page, 'Record what happened');
  await page.getByText('Your journal is locked.').waitFor();
  await look(t, page, 'locked-record');
  await page.getByRole('switch').tap();
  await page.getByText('Within 12 m').waitFor();
  await page.locator('#mark-words').fill('By the gate');
  await tap(t, page, 'Save the time now');
  await at(page, 'Saved');
  await look(t, page, 'locked-saved');
  assert(!/gate/.test(await words(page)), 'what was saved can be read while locked');
  await tap(t, page, 'Done');
  await at(page, 'In danger now?');
  await tap(t, page, 'Record what happened');
  await tap(t, page, 'Save the time now');
  await at(page, 'Saved');
  await tap(t, page, 'Done');

  await tab(page, 'Journal');
  await unlock(t, page);
  await page.getByText('2 times were saved while it was locked').waitFor();
  await look(t, page, 'journal-marks');
  await tap(t, page, /^2 times/);
  await at(page, 'Saved while it was locked');
  await page.getByText('By the gate').waitFor();
  await look(t, page, 'marks');
  await page.getByRole('button', { name: 'Set it aside' }).last().tap();
  await tap(t, page, 'Tap again to set it aside');
  await page.getByRole('button', { name: 'Tap again to set it aside' }).waitFor({ state: 'detached' });
  // What was set aside is kept, and can be brought back.
  await tap(t, page, /^Set aside: 1 saved time/);
  await at(page, 'Set aside');
  await page.getByRole('button', { name: 'Bring it back' }).waitFor();
  await look(t, page, 'marks-aside');
  await tap(t, page, 'Bring it back');
  await at(page, 'Saved while it was locked');
  await page.waitForFunction(() => document.querySelectorAll('main h2').length === 2);
  await page.getByText(/^Set aside: /).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Set it aside' }).last().tap();
  await tap(t, page, 'Tap again to set it aside');
  await page.getByText(/^Set aside: 1 saved time/).waitFor();
  await tap(t, page, 'It was me: add it');
  await at(page, 'In your words');
  await page.getByText('By the gate').waitFor();
  await page.locator('.back').tap();
  await page.getByText('1 entry, 1 day').waitFor();
  // Nothing waits any more, and what is set aside is still found from the journal.
  await tap(t, page, /^Set aside: 1 saved time/);
  await at(page, 'Set aside');
});
