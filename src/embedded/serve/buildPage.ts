import { build as bundle, type BuildOptions, type Plugin } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';

const BARE = /^[^./]/;
const STYLES = /\.css$/;

/**
 * Builds the page into `out`: index.html, page.js and page.css of our own, and vendor.js with every package these use. The
 * packages are large and seldom change: their file is kept in `cache`, by versions, and only copied.
 * @param root the repository
 */
export async function buildPage(root: string, cache: string, out: string): Promise<void> {
  const source = path.join(root, 'src/embedded/page');
  const entry = path.join(source, 'main.ts');
  mkdirSync(out, { recursive: true });
  const packages = await packagesOf(root, entry);
  const vendor = await vendorFile(root, cache, packages);
  await bundle({ ...common(root), entryPoints: [entry], outfile: path.join(out, 'page.js'), plugins: [fromVendor(packages)], sourcemap: false });
  copyFileSync(vendor, path.join(out, 'vendor.js'));
  for (const file of ['index.html', 'icon.svg']) copyFileSync(path.join(source, file), path.join(out, file));
}

const common = (root: string): BuildOptions => ({
  absWorkingDir: root,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
});

/** Every package path that the page imports, sorted; style sheets go into the page itself. */
async function packagesOf(root: string, entry: string): Promise<string[]> {
  const found = new Set<string>();
  const note: Plugin = {
    name: 'note-packages',
    setup: (build) => build.onResolve({ filter: BARE }, ({ path: name, kind }) => {
      if (kind === 'entry-point') return undefined;
      if (!STYLES.test(name)) found.add(name);
      return { path: name, external: true };
    }),
  };
  await bundle({ ...common(root), entryPoints: [entry], write: false, outdir: root, plugins: [note] });
  return [...found].sort();
}

/** A script that puts the packages under `globalThis.vendor`, by name. */
async function vendorFile(root: string, cache: string, packages: readonly string[]): Promise<string> {
  const stamp = createHash('sha256').update(JSON.stringify([packages, packages.map((name) => versionOf(root, name)), versionOf(root, 'esbuild')])).digest('hex').slice(0, 16);
  const file = path.join(cache, `vendor-${stamp}.js`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  // Imported, not required: some packages bring a CommonJS entry that does not work.
  const contents = [
    ...packages.map((name, index) => `import * as p${index} from ${JSON.stringify(name)};`),
    `globalThis.vendor = { ${packages.map((name, index) => `${JSON.stringify(name)}: { __esModule: true, ...p${index} }`).join(', ')} };`,
  ].join('\n');
  const part = `${file}.${process.pid}.part`;
  await bundle({ ...common(root), stdin: { contents, resolveDir: root }, outfile: part });
  renameSync(part, file);
  return file;
}

function versionOf(root: string, name: string): string {
  const owner = name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');
  return (JSON.parse(readFileSync(path.join(root, 'node_modules', owner, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Takes packages from the vendor script instead of bundling them. */
function fromVendor(packages: readonly string[]): Plugin {
  const known = new Set(packages);
  return {
    name: 'from-vendor',
    setup: (build) => {
      build.onResolve({ filter: BARE }, ({ path: name }) => (known.has(name) ? { path: name, namespace: 'vendor' } : undefined));
      build.onLoad({ filter: /./, namespace: 'vendor' }, ({ path: name }) => ({ contents: `module.exports = globalThis.vendor[${JSON.stringify(name)}];`, loader: 'js' }));
    },
  };
}
