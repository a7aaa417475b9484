import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** node tests/bench/run.mjs measure|screenshots|forecast|fuzz: runs the TypeScript program of that name. */
const PROGRAMS = { measure: 'measure.ts', screenshots: 'screenshots.ts', forecast: 'forecast.ts', fuzz: '../fuzz/fuzz.ts' };
/** These run jobs, and Univer's modules do not load in Node as they are. */
const BUNDLED = ['fuzz'];
const here = path.dirname(fileURLToPath(import.meta.url));
const [name, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(PROGRAMS, name)) throw new Error(`usage: run.mjs ${Object.keys(PROGRAMS).join('|')}`);
process.argv.splice(2, process.argv.length, ...rest);
// By process: two may start at once.
const outfile = path.resolve(here, `../../node_modules/.cache/jigyo/${name}-${process.pid}.cjs`);
await build({ entryPoints: [path.join(here, PROGRAMS[name])], outfile, bundle: true, packages: BUNDLED.includes(name) ? 'bundle' : 'external', external: ['fast-check'], platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' });
try {
  createRequire(import.meta.url)(outfile);
} finally {
  rmSync(outfile);
}
