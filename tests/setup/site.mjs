import path from 'node:path';
import { startServed } from './served.mjs';

/** `npm start` once before all tests in a browser. They get its address as SITE_ORIGIN and the folder with page/ and dist/ as SITE_FOLDER. */
export default async function setUp() {
  const site = await startServed(path.resolve(import.meta.dirname, '../..'));
  process.env.SITE_ORIGIN = site.origin;
  process.env.SITE_FOLDER = site.folder;
  globalThis.site = site;
}
