// Taking photos in the app, with the browser's own made-up camera: taken, refused, left, and closed while the phone asks.
import { assert, journey } from './harness/journey.mjs';
import { at, draftAfterKill, holdEquals, isCalculator, leave, look, setUp, tab, tap, toForm, today, unlock } from './harness/steps.mjs';

const CAMERA = { permissions: ['camera'] };

// What the page was given to see or hear through and still holds. With `late`, each is handed over only once the journey says so.
const watched = (page, late = false) => page.evaluate((late) => {
  const given = [];
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const waits = new Promise((done) => { window.phoneAnswers = done; });
  navigator.mediaDevices.getUserMedia = async (what) => {
    const stream = await ask(what);
    if (late) await waits;
    given.push(...stream.getTracks());
    return stream;
  };
  window.held = () => given.filter(({ readyState }) => readyState === 'live').length;
  window.asked = () => given.length;
}, late);

const inList = (page, text) => page.locator('.held').filter({ hasText: text });
const sees = (page) => page.waitForFunction(() => document.querySelector('video')?.videoWidth > 0);

async function form(t, options) {
  const page = await t.open(options);
  await setUp(t, page);
  await toForm(t, page);
  await today(t, page);
  await page.locator('#words').fill('A note under the wiper.');
  return page;
}

async function open(t, page) {
  await tap(t, page, /^Photos, sound/);
  await tap(t, page, /^Take a photo$/);
  await sees(page);
}

// The program is killed and started again: the photo is in the draft.
async function killed(t, page) {
  const again = await draftAfterKill(t, page);
  await inList(again, 'photo ').locator('img').waitFor();
}

journey('photos are taken, shown, turned round, and saved with the entry', async (t) => {
  const page = await form(t, CAMERA);
  await watched(page);
  await open(t, page);
  await t.accessible(page);
  assert(await page.evaluate(() => document.activeElement.id) === 'viewfinder', 'a screen reader is left behind');
  await look(t, page, 'camera');
  await tap(t, page, /^Take the photo$/);
  await page.getByText('1 photo taken here.').waitFor();
  await page.locator('#viewfinder').evaluate((at) => at.scrollIntoView({ block: 'center' }));
  await t.shot(page, 'camera');
  await tap(t, page, /^Use the other camera$/);
  await sees(page);
  await page.waitForFunction(() => window.asked() === 2 && window.held() === 1);
  // A second tap before the other camera is there opens no third one.
  await page.evaluate(() => { window.cameraTurn(); window.cameraTurn(); });
  await page.waitForFunction(() => window.asked() === 3 && window.held() === 1);
  await sees(page);
  await tap(t, page, /^Take the photo$/);
  await page.getByText('2 photos taken here.').waitFor();
  await tap(t, page, /^Close the camera$/);
  await page.getByRole('button', { name: /^Take a photo$/ }).waitFor();
  assert(await page.evaluate(() => window.held()) === 0, 'the camera is still held');
  const names = await inList(page, 'photo ').locator('b').allTextContents();
  assert(names.length === 2 && names.every((name) => /^photo \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.jpg$/.test(name)), `named ${names}`);
  assert(await page.locator('.held img.thumb').count() === 2, 'a photo is not shown small');
  await look(t, page, 'photos-taken');
  await tap(t, page, /^Save$/);
  await at(page, 'Saved');
});

journey('a camera is let go when another app comes before it, also while it is asked for', async (t) => {
  const page = await form(t, CAMERA);
  await watched(page);
  const away = (hidden) => page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
  await open(t, page);
  await away(true);
  await page.getByRole('button', { name: /^Take a photo$/ }).waitFor();
  assert(await page.evaluate(() => window.held()) === 0, 'the camera is still held');
  // The phone hands it over at once, and the app is out of sight by then.
  await tap(t, page, /^Take a photo$/);
  await page.waitForFunction(() => window.asked() === 2 && window.held() === 0);
  await away(false);
  await tap(t, page, /^Take a photo$/);
  await sees(page);
});

journey('a photo that was counted is there after the program was killed', async (t) => {
  const page = await form(t, CAMERA);
  await open(t, page);
  await tap(t, page, /^Take the photo$/);
  await page.getByText('1 photo taken here.').waitFor();
  await killed(t, page);
});

journey('a camera that is refused is said, and the entry goes on', async (t) => {
  const page = await form(t);
  await tap(t, page, /^Photos, sound/);
  await tap(t, page, /^Take a photo$/);
  await page.getByText('does not let this app use the camera').waitFor();
  await t.accessible(page);
  await tap(t, page, /^Save$/);
  await at(page, 'Saved');
});

journey('where there is no camera it is said, and a way to a photo stays', async (t) => {
  const page = await form(t, CAMERA);
  await page.evaluate(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = () => ask({ video: { deviceId: { exact: 'none' } } });
  });
  await tap(t, page, /^Photos, sound/);
  await tap(t, page, /^Take a photo$/);
  await page.getByText('There is no camera here').waitFor();
  await page.getByRole('button', { name: 'Choose from this phone' }).waitFor();
});

// The page's own taps, so that nothing comes between them.
const taps = (page, ...labels) => page.evaluate((labels) => {
  for (const label of labels) [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label).click();
}, labels);

journey('Save at once after the shutter waits for the photo, and it is in the entry', async (t) => {
  const page = await form(t, CAMERA);
  await watched(page);
  await open(t, page);
  await taps(page, 'Take the photo', 'Save');
  await at(page, 'Saved');
  assert(await page.evaluate(() => window.held()) === 0, 'the camera is still held');
  await tap(t, page, /^Read it$/);
  await page.locator('.thumb img').waitFor();
});

journey('Leave at once after the shutter loses no photo without a word', async (t) => {
  const page = await form(t, CAMERA);
  await page.getByText(/^Draft kept, /).waitFor();
  await open(t, page);
  await taps(page, 'Take the photo', 'Leave');
  await isCalculator(page);
  await holdEquals(page, () => at(page, 'In danger now?'));
  await tab(page, 'Journal');
  await unlock(t, page);
  await tap(t, page, /^You began to write/);
  const [photo, missing] = [inList(page, 'photo ').locator('img'), page.getByText('Not everything that you chose was taken in.')];
  await photo.or(missing).first().waitFor();
});

journey('what the camera does not show is not taken, and that is said', async (t) => {
  const page = await form(t, CAMERA);
  await watched(page);
  await open(t, page);
  // The film stands still, as it does while another app has the camera.
  await page.evaluate(() => { document.querySelector('video').srcObject = null; });
  await tap(t, page, /^Take the photo$/);
  await page.getByText('The camera showed nothing just now').waitFor();
  await t.accessible(page);
  await taps(page, 'Take the photo', 'Save');
  await page.getByText('The camera showed nothing just now').waitFor();
  assert(await page.getByRole('heading', { name: 'Saved' }).count() === 0, 'it was saved without the photo');
  await tap(t, page, /^Save$/);
  await at(page, 'Saved');
});

journey('a photo is taken while a film still comes in, and both are there', async (t) => {
  const page = await form(t, CAMERA);
  await open(t, page);
  const chooser = page.waitForEvent('filechooser');
  await tap(t, page, /^Choose from this phone$/);
  await (await chooser).setFiles({ name: 'film.bin', mimeType: 'video/mp4', buffer: Buffer.alloc(4 << 20, 7) });
  await page.getByText(/^Taking in film\.bin/).waitFor();
  await tap(t, page, /^Take the photo$/);
  await inList(page, 'photo ').waitFor();
  await inList(page, 'film.bin').waitFor();
  assert(await page.getByText(/^Taking in/).count() === 0, 'something is still said to be coming');
});

journey('leaving lets go of the camera, and the photo that was taken is in the draft', async (t) => {
  const page = await form(t, CAMERA);
  await watched(page);
  await open(t, page);
  await tap(t, page, /^Take the photo$/);
  await inList(page, 'photo ').waitFor();
  await leave(t, page);
  await page.waitForFunction(() => window.held() === 0);
  await killed(t, page);
});

for (const [what, button] of [['camera', /^Take a photo$/], ['microphone', /^Record sound$/]]) {
  journey(`a ${what} that the phone hands over after she left is let go at once`, async (t) => {
    const page = await form(t, { permissions: [what] });
    await watched(page, true);
    await tap(t, page, /^Photos, sound/);
    await tap(t, page, button);
    await page.getByText(`Asking for the ${what}`).waitFor();
    await leave(t, page);
    await page.evaluate(() => window.phoneAnswers());
    await page.waitForFunction(() => window.asked() === 1 && window.held() === 0);
  });
}
