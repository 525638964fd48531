// The program itself, served on this computer's own address with a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A slow machine may take this long to start the program. Nothing waits for it longer than it takes.
const STARTS_WITHIN = 30_000;

export class App {
  #child;
  #said = '';
  #ended;

  constructor(program, extra) {
    this.program = program;
    this.extra = extra;
  }

  async start() {
    this.folder ??= await mkdtemp(join(tmpdir(), 'journey-'));
    const data = join(this.folder, 'data');
    this.#said = '';
    this.#child = spawn(this.program, ['--serve', '--port', '0', '--data', data, ...this.extra], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#ended = new Promise((done) => this.#child.once('exit', (code, signal) => done(signal ?? code)));
    this.address = await new Promise((found, fail) => {
      const late = setTimeout(() => fail(new Error(`it printed no address:\n${this.#said}`)), STARTS_WITHIN);
      const hear = (piece) => {
        this.#said += piece;
        const line = this.#said.match(/http:\/\/127\.0\.0\.1:\d+\/\S*(?=\s)/);
        if (line) { clearTimeout(late); found(line[0]); }
      };
      this.#child.stdout.on('data', hear);
      this.#child.stderr.on('data', hear);
      this.#child.once('error', (error) => { clearTimeout(late); fail(error); });
      this.#child.once('exit', (code) => { clearTimeout(late); fail(new Error(`it ended with ${code}:\n${this.#said}`)); });
    });
    this.base = new URL('/', this.address).href;
    return this;
  }

  // Where its files are, for a journey that looks at what lies on the disk.
  get data() { return join(this.folder, 'data'); }

  get pid() { return this.#child.pid; }

  // All that it wrote on its terminal.
  get said() { return this.#said; }

  get running() { return this.#child.exitCode === null && this.#child.signalCode === null; }

  // Holds it still, as a busy disk would, and lets it go on.
  hold() { this.#child.kill('SIGSTOP'); }
  release() { this.#child.kill('SIGCONT'); }

  // As when the phone is switched off: nothing is asked.
  async kill() {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async stop() {
    if (this.#child && this.running) {
      this.release();
      this.#child.kill('SIGTERM');
      const late = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
      await this.#ended;
      clearTimeout(late);
    }
  }

  async remove() {
    await this.stop();
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
  }
}
