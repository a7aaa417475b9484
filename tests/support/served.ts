import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = process.cwd();

export interface Served {
  /** "https://localhost:40123" */
  readonly origin: string;
  /** Where it is built: the add-in in dist/, the page in page/. */
  readonly folder: string;
  /** What the command has said so far. */
  said(): string;
  /** Ends it as Ctrl+C does; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Runs `npm start` on a free port and in a folder of its own, without opening a browser, until it says where. */
export async function startServed(): Promise<Served> {
  const port = await freePort();
  const out = mkdtempSync(path.join(tmpdir(), 'served-'));
  const child = spawn(process.execPath, ['src/embedded/serve/run.mjs', '--no-open', '--port', String(port), '--out', out], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer): void => {
      text += data.toString('utf8');
      if (text.includes('Ctrl+C')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => reject(new Error(`npm start ended with ${String(code)}:\n${text}`)));
  });
  return {
    origin: `https://localhost:${port}`,
    folder: out,
    said: () => text,
    stop: () => {
      child.kill('SIGINT');
      return ended.finally(() => rmSync(out, { recursive: true }));
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
