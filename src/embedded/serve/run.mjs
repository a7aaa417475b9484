import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One CommonJS file of a TypeScript program beside this one ("main" unless named), its packages left where they are. */
const here = path.dirname(fileURLToPath(import.meta.url));
const [name, ...rest] = process.argv[2] === 'sideload' ? process.argv.slice(2) : ['main', ...process.argv.slice(2)];
process.argv.splice(2, process.argv.length, ...rest);
// By process: two may start at once.
const outfile = path.resolve(here, `../../../node_modules/.cache/jigyo/serve-${name}-${process.pid}.cjs`);
await build({ entryPoints: [path.join(here, `${name}.ts`)], outfile, bundle: true, packages: 'external', platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' });
try {
  createRequire(import.meta.url)(outfile);
} finally {
  rmSync(outfile);
}
