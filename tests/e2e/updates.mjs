// Keeping the guidance up to date: what stands there before anything is sent.
import { journey } from './harness/journey.mjs';
import { look, tab } from './harness/steps.mjs';

journey('newer guidance is found without a journal, and a build without a key says that it takes none', async (t) => {
  const page = await t.open();
  await tab(page, 'Guidance');
  await page.getByRole('button', { name: 'Keep the guidance up to date' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Keep the guidance up to date' }).waitFor();
  await page.getByText('What is built into the app').waitFor();
  await look(t, page, 'updates');
  await t.accessible(page);
  await t.targets(page);
  await t.fits(page, { percent: 200 });
  await t.fits(page);
  const takes = page.getByRole('button', { name: 'Fetch it now' });
  const refuses = page.getByText('This build has no key for updates, so it takes none.');
  await takes.or(refuses).first().waitFor();
});
