/** Ends what tests/setup/site.mjs started as Ctrl+C does; the run fails where that is not a clean end. */
export default async function tearDown() {
  const { site } = globalThis;
  const code = await site.stop();
  if (code !== 0) throw new Error(`npm start ended with ${code} after Ctrl+C:\n${site.said()}`);
}
