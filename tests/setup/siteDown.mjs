/** Ends what tests/setup/site.mjs started. */
export default async function tearDown() {
  const server = globalThis.siteServer;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}
