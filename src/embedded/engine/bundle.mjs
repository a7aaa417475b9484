import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Univer's CommonJS files require ESM-only packages, which jest cannot load; so both packages become one CommonJS file.
 * jest maps `@univerjs/core` and `@univerjs/engine-formula` to it: their exported names do not clash in what we use.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const packages = ['@univerjs/core', '@univerjs/engine-formula'];
export const bundleFile = path.join(root, 'node_modules/.cache/jigyo/univer.cjs');

/** Bundles unless the file is there and of the installed versions; gives its path. */
export async function bundleUniver() {
  const sources = packages.map((name) => path.join(root, 'node_modules', name, 'package.json'));
  const versions = sources.map((file) => JSON.parse(readFileSync(file, 'utf8')).version).join(' ');
  const banner = `/* Univer ${versions} */`;
  if (existsSync(bundleFile) && statSync(bundleFile).size > 0 && readFileSync(bundleFile, 'utf8').startsWith(banner)) return bundleFile;
  mkdirSync(path.dirname(bundleFile), { recursive: true });
  await build({
    stdin: { contents: packages.map((name) => `export * from '${name}';`).join('\n'), resolveDir: root },
    bundle: true, platform: 'node', format: 'cjs', outfile: bundleFile, banner: { js: banner }, logLevel: 'error',
  });
  return bundleFile;
}

/** jest's globalSetup. */
export default bundleUniver;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await bundleUniver();
