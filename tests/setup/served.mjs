import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const WAIT_MS = 300_000;

/** Runs `npm start` on a free port and in a folder of its own, without opening a browser, until it has said where: what a person serves or built meanwhile stays. */
export async function startServed(root = process.cwd()) {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  const server = spawn(process.execPath, [path.join(root, 'src/embedded/serve/run.mjs'), '--no-open', '--port', String(port), '--out', folder], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`npm start is not ready after ${WAIT_MS} ms:\n${said}`)), WAIT_MS);
    const hear = (data) => {
      said += data;
      if (!said.includes('Ctrl+C')) return;
      clearTimeout(late);
      resolve();
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    void ended.then((code) => {
      clearTimeout(late);
      reject(new Error(`npm start ended with ${code}:\n${said}`));
    });
  });
  return {
    origin: `https://localhost:${port}`,
    folder,
    said: () => said,
    stop: () => {
      server.kill('SIGINT');
      return ended.finally(() => rmSync(folder, { recursive: true }));
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
