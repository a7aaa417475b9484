import { build } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// One CommonJS file: the sources are TypeScript, and Univer's modules do not load in Node as they are.
const here = path.dirname(fileURLToPath(import.meta.url));
const outfile = path.resolve(here, '../../../node_modules/.cache/jigyo/headless.cjs');
await build({
  entryPoints: [path.join(here, 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'error',
});
createRequire(import.meta.url)(outfile);
