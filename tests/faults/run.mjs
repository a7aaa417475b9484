import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** node tests/faults/run.mjs: one CommonJS file, as the command line of the jobs is. */
const here = path.dirname(fileURLToPath(import.meta.url));
// By process: two may run at once.
const outfile = path.resolve(here, `../../node_modules/.cache/jigyo/faults-${process.pid}.cjs`);
await build({ entryPoints: [path.join(here, 'main.ts')], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' });
try {
  createRequire(import.meta.url)(outfile);
} finally {
  rmSync(outfile);
}
