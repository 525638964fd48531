// What stays in the app's own memory after Leave: no key, no half of one. The scan must find them first. The server of
// this mode keeps the last messages of a page in its buffers: what stays of typed text is measured, and said.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { assert, journey } from './harness/journey.mjs';
import { PASSPHRASE, at, leave, setUp, tap, toForm, today } from './harness/steps.mjs';

const WORDS = 'Qy7uxv2mWb9kzr4tHd6jnf3pLc8gse5w';
const KEYS = ['first half of the master key', 'second half of the master key'];

// The test program that knows the formats, built by the same command that builds everything else.
function scanner() {
  const said = execFileSync('cargo',
    ['test', '--locked', '--features', 'browser', '--test', 'memory', '--no-run', '--message-format=json'],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  return said.split('\n').filter(Boolean).map((line) => JSON.parse(line))
    .findLast((one) => one.executable && one.target?.name === 'memory').executable;
}

function scan(program, app) {
  const said = execFileSync(program, ['--exact', 'part_scan', '--nocapture'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      MEMORY_SCAN_PID: String(app.pid),
      MEMORY_SCAN_VAULT: join(app.data, "papers"),
      MEMORY_SCAN_PASSPHRASE: PASSPHRASE,
      MEMORY_SCAN_WORDS: WORDS,
    },
  });
  const found = said.match(/^FOUND \{(.*)\}$/m);
  if (!found) return null;
  return Object.fromEntries([...found[1].matchAll(/"([^"]*)": (\d+)/g)].map(([, what, times]) => [what, Number(times)]));
}

journey('after Leave no key and no half of one is in the memory of the app', async (t) => {
  const page = await t.open();
  await setUp(t, page);
  await toForm(t, page);
  await today(t, page);
  await page.locator('#words').fill(WORDS);
  await tap(t, page, /^Save$/);
  await at(page, 'Saved');
  const program = scanner();
  const open = scan(program, t.app);
  if (open === null) {
    console.log('NOT RUN: journeys: the memory of another program may not be read here');
    return;
  }
  for (const key of KEYS) assert(open[key] > 0, `while it is open the scan must find the ${key}; it found ${JSON.stringify(open)}`);
  assert(open['her words'] > 0, `while it is open the scan must find her words; it found ${JSON.stringify(open)}`);
  await leave(t, page);
  const left = scan(program, t.app);
  console.log(`measured, pieces of eight bytes: open ${JSON.stringify(open)}, left ${JSON.stringify(left)}`);
  const keys = Object.keys(left).filter((what) => /half/.test(what));
  assert(keys.length === 0, `after Leave there is ${keys.join(', ')}`);
});
