// The phone's own Back, as the app around the page asks for it.
import { assert, journey } from './harness/journey.mjs';
import { isCalculator, leave, tab } from './harness/steps.mjs';

const toGuidancePage = async (page) => {
  await tab(page, 'Guidance');
  await page.getByRole('heading', { level: 1, name: 'Guidance' }).waitFor();
  await page.locator('#main').getByRole('button', { name: /^In danger now/ }).tap();
  await page.locator('header.top > button.back').waitFor();
};

const back = (page) => page.evaluate(() => window.phoneBack());

journey('the phone\'s Back closes a sheet, then goes back a screen, then puts the app away', async (t) => {
  const page = await t.open();
  await page.getByRole('link', { name: /999/ }).first().waitFor();
  assert(await back(page) === false, 'Home has nothing to go back to');
  await toGuidancePage(page);
  await page.locator('a.call-999').first().click();
  await page.locator('.sheet').waitFor();
  assert(await back(page) === true, 'the sheet is closed');
  await page.locator('.sheet').waitFor({ state: 'detached' });
  assert(await page.locator('header.top > button.back').isVisible(), 'and only the sheet');
  assert(await back(page) === true, 'the screen goes back');
  await page.locator('header.top > button.back').waitFor({ state: 'detached' });
  assert(await back(page) === false, 'nothing is left to go back to');
});

journey('in the calculator the phone\'s Back leads nowhere but away', async (t) => {
  const page = await t.open();
  await toGuidancePage(page);
  await leave(t, page);
  assert(await back(page) === false, 'the calculator has nothing to go back to');
  await isCalculator(page);
});
