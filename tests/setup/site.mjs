import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const WAIT_MS = 300_000;

/** `npm start` as a person runs it, once before all tests in a browser; its address goes to them as SITE_ORIGIN. */
export default async function setUp() {
  const server = spawn(process.execPath, [path.join(root, 'src/embedded/serve/run.mjs'), '--no-open'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`npm start is not ready after ${WAIT_MS} ms:\n${said}`)), WAIT_MS);
    const hear = (data) => {
      said += data;
      const found = /https:\/\/localhost:\d+/.exec(said);
      if (!found) return;
      clearTimeout(late);
      resolve(found[0]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`npm start ended with ${code}:\n${said}`));
    });
  });
  process.env.SITE_ORIGIN = address;
  globalThis.siteServer = server;
}
