// Recording sound, with the browser's own made-up microphone: stopped, refused, left and killed.
import { assert, journey } from './harness/journey.mjs';
import { at, draftAfterKill, isCalculator, leave, look, setUp, tap, toForm, today } from './harness/steps.mjs';

const WORDS = 'He shouts through the letter box.';
const MICROPHONE = { permissions: ['microphone'] };

async function listening(t, page, seconds) {
  await tap(t, page, /^Photos, sound/);
  await tap(t, page, /^Record sound$/);
  await page.getByRole('timer').getByText(`Recording, 0:0${seconds}`).waitFor();
}

// Whether the page holds a microphone: the tracks that it was given, as it was asked for them.
const watched = (page) => page.evaluate(() => {
  const given = [];
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (what) => {
    const stream = await ask(what);
    given.push(...stream.getTracks());
    return stream;
  };
  window.microphones = () => given.filter(({ readyState }) => readyState === 'live').length;
});

const held = (page, text) => page.locator('.held').filter({ hasText: text });

journey('sound is recorded, stopped, and saved with the entry', async (t) => {
  const page = await t.open(MICROPHONE);
  await setUp(t, page);
  await watched(page);
  await toForm(t, page);
  await today(t, page);
  await page.locator('#words').fill(WORDS);
  await listening(t, page, 2);
  await look(t, page, 'recording');
  assert(await page.evaluate(() => window.microphones()) === 1, 'it listens without the microphone');
  await tap(t, page, /^Stop recording$/);
  await held(page, 'Sound recording').waitFor();
  assert(await page.evaluate(() => window.microphones()) === 0, 'the microphone is still held');
  assert(await held(page, 'Cut off').count() === 0, 'it was stopped, and it says that it was cut off');
  await look(t, page, 'recorded');
  await tap(t, page, /^Save$/);
  await at(page, 'Saved');
});

journey('a microphone that is refused is said, and the entry goes on', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toForm(t, page);
  await today(t, page);
  await page.locator('#words').fill(WORDS);
  await tap(t, page, /^Photos, sound/);
  await tap(t, page, /^Record sound$/);
  await page.getByText(/does not let this app use the microphone|no microphone here/).waitFor();
  await t.accessible(page);
  await tap(t, page, /^Save$/);
  await at(page, 'Saved');
});

journey('leaving in the middle lets go of the microphone and keeps what was heard', async (t) => {
  const page = await t.open(MICROPHONE);
  await setUp(t, page);
  await watched(page);
  await toForm(t, page);
  await today(t, page);
  await page.locator('#words').fill(WORDS);
  await listening(t, page, 3);
  await leave(t, page);
  await page.waitForFunction(() => window.microphones() === 0);
  await page.reload();
  await isCalculator(page);
});

journey('a recording whose program is killed is offered back, and says that it was cut off', async (t) => {
  const page = await t.open(MICROPHONE);
  await setUp(t, page);
  await toForm(t, page);
  await today(t, page);
  await page.locator('#words').fill(WORDS);
  await page.getByText(/^Draft kept, /).waitFor();
  await listening(t, page, 3);
  const again = await draftAfterKill(t, page);
  assert(await again.locator('#words').inputValue() === WORDS, 'her words are gone');
  // What is open in the form is open again.
  await held(again, 'Cut off').waitFor();
  await look(t, again, 'recording-cut-off');
  await tap(t, again, /^Save$/);
  await at(again, 'Saved');
});
