import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

const ROOMS = ['domain', 'plan', 'sheets', 'excel', 'jobs', 'taskpane', 'ribbon', 'embedded'];
const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const ONLY_EXCEL = 'Only src/excel speaks to Office.';
const globalsOf = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));
const OFFICE_GLOBALS = ['Excel', 'Office', 'OfficeExtension'];

/** As no-restricted-imports, which does not see `import()` and `import('…')` types. */
const rooms = {
  rules: {
    arrows: {
      meta: { schema: { type: 'array' } },
      create: (context) => {
        const check = (source) => {
          const broken = typeof source?.value === 'string' && context.options.find(({ regex }) => new RegExp(regex).test(source.value));
          if (broken) context.report({ node: source, message: `'${source.value}': ${broken.message}` });
        };
        return Object.fromEntries(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType'].map((kind) => [kind, (node) => check(node.source ?? node.argument?.literal)]));
      },
    },
  },
};

/** The arrows between rooms: `allowed` are the rooms that a folder may import, at any depth; `packages`, if given, all its packages. */
function arrows(files, room, allowed, { packages, onlyFiles, ignores = [] } = {}) {
  const forbidden = ROOMS.filter((other) => other !== room && !allowed.includes(other));
  const up = String.raw`^(\./)?(\.\./)+(src/)?`;
  const patterns = [{ regex: `${up}(${forbidden.join('|')})(/|$)`, message: `${room} must not know that room.` }];
  if (packages) patterns.push({ regex: `^(?!(${[...packages, '[.]'].join('|')})(/|$))[^.]`, message: `${room} does without that package.` });
  if (onlyFiles) {
    const { of, names } = onlyFiles;
    patterns.push({ regex: `${up}${of}(?!/(${names.join('|')})$)`, message: `${room} may use only ${names.join(', ')} of ${of}.` });
  }
  return { files: files.map((file) => `src/${file}`), ignores: ignores.map((file) => `src/${file}`), plugins: { rooms }, rules: { 'rooms/arrows': ['error', ...patterns] } };
}

/** Excel's objects are known in one room only, and to the host that plays Excel. */
const noOffice = (files, names, ignores = []) => ({
  files, ignores,
  rules: {
    'no-restricted-globals': ['error', { globals: names.map((name) => ({ name, message: ONLY_EXCEL })), checkGlobalObject: true }],
    // The rule above does not see types.
    'no-restricted-syntax': ['error', { selector: `TSQualifiedName[left.name=/^(${names.join('|')})$/]`, message: ONLY_EXCEL }],
  },
});

// The plugin's own config brings an older typescript-eslint and prettier along: only its own rules are wanted.
const officeRules = Object.assign({}, ...officeAddins.configs.recommended.map((config) => config.rules ?? {}));
const ownOfficeRules = Object.keys(officeRules).filter((rule) => rule.startsWith('office-addins/'));

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '**/*.config.js'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: { 'max-lines': ['error', 300] } },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  // Office.js has no package of types that can be imported: its globals come by reference.
  { files: ['src/excel/office.d.ts'], rules: { '@typescript-eslint/triple-slash-reference': ['error', { path: 'always', types: 'never', lib: 'never' }] } },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: globalsOf('process', 'console', 'Buffer', 'URL', 'setTimeout', 'clearTimeout', 'TextEncoder', 'TextDecoder') },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  { files: ['src/excel/**', 'src/taskpane/**'], plugins: { 'office-addins': officeAddins }, rules: Object.fromEntries(ownOfficeRules.map((rule) => [rule, 'error'])) },
  noOffice(['src/**'], OFFICE_GLOBALS, ['src/excel/**', 'src/embedded/**']),
  noOffice(['src/taskpane/index.tsx', 'src/taskpane/wire.ts'], OFFICE_GLOBALS.filter((name) => name !== 'Office')),
  arrows(['domain/**'], 'domain', [], { packages: [], ignores: ['domain/seedSchema.ts'] }),
  arrows(['domain/seedSchema.ts'], 'domain', [], { packages: ['zod'] }),
  arrows(['plan/**'], 'plan', [], { packages: [] }),
  arrows(['sheets/**'], 'sheets', ['domain', 'plan'], { packages: [] }),
  arrows(['excel/**'], 'excel', ['plan'], { packages: [] }),
  arrows(['jobs/**'], 'jobs', ['sheets', 'domain', 'plan'], { packages: [] }),
  arrows(['taskpane/**'], 'taskpane', ['jobs', 'domain', 'plan']),
  arrows(['taskpane/wire.ts'], 'taskpane', ['jobs', 'domain', 'plan', 'excel', 'ribbon']),
  arrows(['ribbon/**'], 'ribbon', ['jobs'], { packages: [] }),
  arrows(['embedded/**'], 'embedded', ['plan'], { onlyFiles: { of: 'plan', names: ['a1', 'formulaText'] } }),
  arrows(['embedded/cli/**'], 'embedded', ['jobs', 'excel', 'domain', 'plan', 'sheets']),
);
