import { rmSync } from 'node:fs';

/** Ends what tests/setup/site.mjs started as Ctrl+C does; the run fails where that is not a clean end. */
export default async function tearDown() {
  const { server, folder, said } = globalThis.site;
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve(code ?? signal)));
  server.kill('SIGINT');
  const code = await ended;
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`npm start ended with ${code} after Ctrl+C:\n${said()}`);
}
