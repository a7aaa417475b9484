import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** node tests/soak/run.mjs [--runs 1000] [--seed n] [--path p]: random years of work on a workbook. One CommonJS file, as the command line of the jobs is. */
const here = path.dirname(fileURLToPath(import.meta.url));
// By process: two may run at once.
const outfile = path.resolve(here, `../../node_modules/.cache/jigyo/soak-${process.pid}.cjs`);
await build({ entryPoints: [path.join(here, 'main.ts')], outfile, bundle: true, external: ['fast-check'], platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' });
try {
  createRequire(import.meta.url)(outfile);
} finally {
  rmSync(outfile);
}
