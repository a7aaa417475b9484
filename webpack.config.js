const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { gzipSync } = require('node:zlib');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { scriptBudgets } = require('./package.json');

const DEFAULT_ORIGIN = 'https://localhost:3000';
const OFFICE_PACKAGE = join(__dirname, 'node_modules/@microsoft/office-js/dist');

/** Where the pane takes the library from: its script, and what the page's policy must allow besides the page's own origin. */
const OFFICE = {
  // Microsoft supports no other address of the library.
  cdn: { script: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', source: ' https://appsforoffice.microsoft.com' },
  // For networks that reach no Microsoft server.
  self: { script: 'office/office.js', source: '' },
};

/**
 * What the library asks for, by the names it asks with (the package has them all in small letters). Left out on purpose: telemetry/ and ariatelemetry/
 * (they would send usage to Microsoft; the library goes on without them), webauth/ (signing in), other programs and platforms.
 */
const OFFICE_FILES = [
  'office.js',
  'excel-win32-16.01.js', // Excel for Windows
  'excel-mac-16.00.js', // Excel for Mac
  'excel-web-16.00.js', // Excel in a browser, and the workbook of src/embedded
  'o15apptofilemappingtable.js', // a plain browser: without it the pane would never learn that it is not in Excel
  'ja-jp/office_strings.js',
  'en-us/office_strings.js', // also for every language that is not here
  // An Office on the web that the library does not know, such as one's own server: asks the person whether to trust it.
  'AgaveErrorUX/index.html',
  'AgaveErrorUX/AgaveErrorUX.js',
  'AgaveErrorUX/style/AgaveErrorUX.css',
  'AgaveErrorUX/images/agavedefaulticon96x96.png',
  'AgaveErrorUX/images/moe_status_icons.png',
];

/** Bytes of script after gzip -9; their limits stand in package.json, for `npm run measure` too. Raise them only with a reason. */
const BUDGETS = {
  // Until home can be used; React and Fluent are most of it.
  home: { limit: scriptBudgets.home, counts: (chunk) => chunk.canBeInitial() },
  // Jobs that are pressed once a month or once a year come with their first press: they cost nobody's waiting, but are counted here.
  everything: { limit: scriptBudgets.everything, counts: () => true },
};

class GzipBudgets {
  apply(compiler) {
    const { Compilation, WebpackError } = compiler.webpack;
    const weigh = (compilation) => {
      for (const [name, { limit, counts }] of Object.entries(BUDGETS)) {
        const files = new Set([...compilation.chunks].filter(counts).flatMap((chunk) => [...chunk.files]).filter((file) => file.endsWith('.js')));
        const size = [...files].reduce((sum, file) => sum + gzipSync(compilation.getAsset(file).source.buffer(), { level: 9 }).length, 0);
        const text = `${name}: ${size} of ${limit} bytes after gzip`;
        compilation.getLogger('budget').info(text);
        if (size > limit) compilation.errors.push(new WebpackError(`Script over budget: ${text}`));
      }
    };
    compiler.hooks.thisCompilation.tap('GzipBudgets', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'GzipBudgets', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => weigh(compilation));
    });
  }
}

/** What is served as it is, the manifest with the address it is served from, and the library where it is served too. */
class StaticFiles {
  constructor(origin, officeFiles) {
    this.origin = origin;
    this.officeFiles = officeFiles;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const emit = (compilation) => {
      // `minimized` keeps the minimizer away: the library may be passed on only as it is.
      const put = (name, content) => compilation.emitAsset(name, new sources.RawSource(content), { minimized: true });
      const assets = join(__dirname, 'assets');
      for (const name of readdirSync(join(assets, 'icons')).filter((file) => file.endsWith('.png'))) put(`assets/icons/${name}`, readFileSync(join(assets, 'icons', name)));
      for (const name of ['shortcuts.json', 'shortcuts.en-US.json']) put(`assets/${name}`, readFileSync(join(assets, name)));
      put('support.html', readFileSync(join(assets, 'support.html')));
      const manifest = join(__dirname, 'manifest.xml');
      put('manifest.xml', readFileSync(manifest, 'utf8').replaceAll(DEFAULT_ORIGIN, this.origin));
      for (const name of this.officeFiles) put(`office/${name}`, readFileSync(join(OFFICE_PACKAGE, name.toLowerCase())));
      compilation.fileDependencies.add(manifest);
      compilation.contextDependencies.add(assets);
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

function checkedOffice(name) {
  if (!Object.hasOwn(OFFICE, name)) throw new Error(`--env office must be ${Object.keys(OFFICE).join(' or ')}: ${name}`);
  return name;
}

/** One script for all of some folders that does not belong to the first. */
const later = (name, test, priority) => ({ name, test, priority, chunks: 'async', enforce: true });

/** webpack --mode production [--env origin=https://example.jp/keikaku] [--env office=cdn|self] */
module.exports = (env) => {
  const office = checkedOffice(env.office ?? 'cdn');
  return {
    entry: { taskpane: './src/taskpane/index.tsx' },
    // A name that changes with the content: Office never runs an old cached script, and a pane left open over an update never mixes two versions.
    output: { path: join(__dirname, 'dist'), filename: '[name].[contenthash:8].js', chunkFilename: '[name].[contenthash:8].js', publicPath: 'auto', clean: true },
    resolve: {
      extensions: ['.ts', '.tsx', '.js'],
      alias: { 'rtl-css-js/core': join(__dirname, 'src/taskpane/leftToRight.ts') },
    },
    module: {
      rules: [{
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
        },
      }, {
        test: /@fluentui[\\/]tokens[\\/]lib[\\/]themes[\\/].*Theme\.js$/,
        loader: './webpack.themes.mjs',
      }],
    },
    plugins: [
      new HtmlWebpackPlugin({ template: './src/taskpane/taskpane.html', filename: 'taskpane.html', chunks: ['taskpane'], inject: false, minify: false, office: OFFICE[office] }),
      new StaticFiles(checkedOrigin(env.origin ?? DEFAULT_ORIGIN), office === 'self' ? OFFICE_FILES : []),
      new GzipBudgets(),
    ],
    // The page's policy names its style by the hash of the text as written.
    optimization: {
      minimizeOptions: { html: false },
      // The shortest names: files are named by their content, so no name in them needs to outlive a build.
      moduleIds: 'natural',
      mangleExports: 'size',
      // Later scripts share most of what they need: told apart finely, each would bring it along again, and small files pack badly.
      // By occasion: what comes from staff's own tables and texts, what is made once a month or a year, and what every day needs.
      splitChunks: {
        cacheGroups: {
          adopting: later('adopting', /src[\\/](sheets[\\/](adopt|import)|domain[\\/](text|recognition)|taskpane[\\/]adopt)[\\/]/, 2),
          making: later('making', /src[\\/](domain|sheets|taskpane)[\\/](make|publish|rank|records|rollover|submit)[\\/]/, 2),
          thinking: later('thinking', /src[\\/](jobs|sheets|domain|plan)[\\/]/, 1),
          views: later('views', /src[\\/]taskpane[\\/]/, 1),
        },
      },
    },
    // Webpack counts bytes before compression; GzipBudgets counts what a person waits for.
    performance: false,
  };
};
