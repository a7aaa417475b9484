const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');

const DEFAULT_ORIGIN = 'https://localhost:3000';
/** Microsoft supports no other address of the library. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Bytes of script before gzip: measured 529 kB, of which React and Fluent are 370 and the standard definitions 45. Raise it only with a reason. */
const BUDGET = 560_000;

/** Icons as they are, and the manifest with the address the pane is served from. */
class StaticFiles {
  constructor(origin) {
    this.origin = origin;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const emit = (compilation) => {
      const put = (name, content) => compilation.emitAsset(name, new sources.RawSource(content));
      const icons = join(__dirname, 'assets');
      for (const name of readdirSync(icons).filter((file) => file.endsWith('.png'))) put(`assets/${name}`, readFileSync(join(icons, name)));
      const manifest = join(__dirname, 'manifest.xml');
      put('manifest.xml', readFileSync(manifest, 'utf8').replaceAll(DEFAULT_ORIGIN, this.origin));
      compilation.fileDependencies.add(manifest);
      compilation.contextDependencies.add(icons);
    };
    compiler.hooks.thisCompilation.tap('StaticFiles', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'StaticFiles', stage }, () => emit(compilation));
    });
  }
}

/** Office takes add-ins over https alone; a path after the host is allowed, a slash at the end is not kept. */
function checkedOrigin(text) {
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.search !== '' || url.hash !== '') throw new Error(`--env origin must be a plain https address: ${text}`);
  return url.href.replace(/\/+$/, '');
}

/** webpack --mode production [--env origin=https://example.jp/keikaku] */
module.exports = (env) => ({
  entry: { taskpane: './src/taskpane/index.tsx' },
  output: { path: join(__dirname, 'dist'), filename: '[name].js', clean: true },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [{
      test: /\.tsx?$/,
      exclude: /node_modules/,
      use: {
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
      },
    }],
  },
  plugins: [
    // The hash in the script's address makes Office fetch a new version instead of its cached one.
    new HtmlWebpackPlugin({ template: './src/taskpane/taskpane.html', filename: 'taskpane.html', chunks: ['taskpane'], hash: true, inject: false, officeJs: OFFICE_JS }),
    new StaticFiles(checkedOrigin(env.origin ?? DEFAULT_ORIGIN)),
  ],
  performance: { hints: 'error', maxAssetSize: BUDGET, maxEntrypointSize: BUDGET },
});
