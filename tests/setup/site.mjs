import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const WAIT_MS = 300_000;

/**
 * `npm start` once before all tests in a browser, on a free port and in a folder of its own: what a person serves or built meanwhile stays.
 * The tests get its address as SITE_ORIGIN and the folder with page/ and dist/ as SITE_FOLDER.
 */
export default async function setUp() {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  const server = spawn(process.execPath, [path.join(root, 'src/embedded/serve/run.mjs'), '--no-open', '--port', String(port), '--out', folder], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
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
    server.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`npm start ended with ${code}:\n${said}`));
    });
  });
  process.env.SITE_ORIGIN = `https://localhost:${port}`;
  process.env.SITE_FOLDER = folder;
  globalThis.site = { server, folder, said: () => said };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
