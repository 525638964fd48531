// Walks the journeys in real Chromium, one program and one folder for each.
//   node tests/e2e/run.mjs --app target/debug/steadfast [NAME...]
// NAME is a file's name without its ending, or part of a journey's. ./dev e2e does this with everything in place.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals: wanted } = parseArgs({ options: { app: { type: 'string' } }, allowPositionals: true });
const here = dirname(fileURLToPath(import.meta.url));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(executablePath)) {
  console.log(`NOT RUN: browser journeys: no Chromium at ${executablePath}`);
  process.exit(0);
}
const program = resolve(values.app ?? 'target/debug/steadfast');
if (!existsSync(program)) {
  console.log(`There is no program at ${program}; ./dev e2e builds it.`);
  process.exit(1);
}

const { chromium, journeys, newWalk } = await import('./harness/journey.mjs');
const files = (await readdir(here)).filter((file) => file.endsWith('.mjs') && file !== 'run.mjs').sort();
for (const file of files) {
  const before = journeys.length;
  await import(pathToFileURL(join(here, file)).href);
  for (const one of journeys.slice(before)) one.file = file.replace('.mjs', '');
}
const chosen = journeys.filter((one) => wanted.length === 0
  || wanted.some((word) => one.file === word || one.name.includes(word)));

const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--no-first-run', '--use-fake-device-for-media-stream',
  ],
});
console.log(`Chromium ${browser.version()}, ${chosen.length} journeys`);

let [passed, failed] = [0, 0];
for (const [number, one] of chosen.entries()) {
  const began = Date.now();
  const walk = newWalk(browser, program, one);
  let problem = null;
  try {
    await walk.app.start();
    await one.walk(walk);
    if (walk.faults.length > 0) problem = walk.faults.join('\n');
    else if (!walk.app.running && !one.options.ends) problem = 'the program ended by itself';
  } catch (error) {
    // Playwright colours its messages.
    const message = String(error.message ?? error).replace(/\x1b\[\d+m/g, '');
    problem = [message.split('\n').slice(0, 12).join('\n'), ...walk.faults].join('\n');
  }
  if (problem) await walk.failed(`${one.file}-${number + 1}`);
  await walk.close();
  await walk.app.remove();
  const took = `${Date.now() - began} ms`;
  if (problem) {
    failed += 1;
    console.log(`FAIL ${one.file}: ${one.name} (${took})\n     ${problem.replaceAll('\n', '\n     ')}`);
    if (walk.app.said) console.log(`     the program said: ${walk.app.said.trim().split('\n').slice(-5).join(' / ')}`);
  } else {
    passed += 1;
    console.log(`PASS ${one.file}: ${one.name} (${took})`);
  }
}
await browser.close();
console.log(`COUNT passed=${passed} failed=${failed}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
