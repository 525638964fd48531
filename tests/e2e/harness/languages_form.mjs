// Writing it up later, in a language that nobody speaks: a day without an hour, all that the form can ask, and the entry from it.
import { go, press, said, unfold } from './languages_steps.mjs';

const MORE = { // What adds one to a list, and what is written there.
  'Add a person': ['witness-0', 'A neighbour from over the road'],
  'Add a vehicle': ['plate-0', 'KY19'],
  'Add something that may be wiped': ['camera-0', 'The camera of the bakery'],
  'Add who you told': ['told-0', 'My manager'],
};

export async function written(page, l) {
  await l.stretch('form', async () => {
    const kept = page.locator('.top-mid');
    await go(page, 'Record what happened', 'Is it happening now?');
    await go(page, 'It was earlier', 'What happened');
    await l.look('form');
    await press(page, 'Save');
    await page.locator('#not-saved').waitFor();
    await l.look('form-wrong', { picture: true });
    await press(page, 'Today');
    // The fields are made anew with the day in them.
    await page.waitForFunction(() => document.getElementById('from-day')?.value);
    await press(page, 'I do not know the time of day');
    await page.locator('#to-hour').waitFor();
    await page.locator('#who-0').fill('The man from the gym');
    await press(page, 'Somebody else as well');
    await page.locator('#who-1').waitFor();
    await press(page, 'Not sure');
    await press(page, 'Followed');
    await page.locator('#count').waitFor();
    await press(page, 'Somewhere else');
    await page.locator('#place').fill('By the lock of the canal');
    await press(page, 'Somebody told me');
    await page.locator('#told-by').fill('My cousin Norbert');
    await page.locator('#words').fill('He walked behind me.');
    await unfold(page);
    for (const [add, [id, words]] of Object.entries(MORE)) {
      await press(page, add);
      await page.locator(`#${id}`).fill(words);
    }
    await press(page, 'A child’s');
    await page.locator('#whose').fill('My son');
    await page.locator('#their-place').fill('Across the street');
    await page.locator('#order').fill('Not to come nearer than the corner');
    await press(page, 'Take a photo');
    await page.waitForFunction(() => document.querySelector('video')?.videoWidth > 0);
    await press(page, 'Take the photo');
    await page.locator('.held').waitFor();
    await l.look('form-camera', { picture: true });
    await press(page, 'Close the camera');
    // The draft is kept in the first pause, which says so in the top bar.
    await said(kept, 'Draft kept');
    await l.look('form-full', { picture: true });
    await go(page, 'Save', 'Saved');
    await l.look('form-saved');
    await press(page, 'Read it');
    await page.locator('.versions').waitFor();
    await page.locator('img.large, .thumb img').first().waitFor();
    await l.look('form-entry', { picture: true });
  });
  await l.stretch('journal with an entry', async () => {
    await go(page, 'Record what happened', 'Is it happening now?');
    await page.getByRole('switch').tap();
    await said(page, 'No place');
    await l.look('record-no-place');
  });
}
