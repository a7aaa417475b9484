import { beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

interface Case { readonly file: string; readonly text: string; readonly rules: readonly string[] }

const ARROW = ['rooms/arrows'];
const imports = (file: string, from: string, rules: readonly string[]): Case => ({ file: `src/${file}`, text: `import { x } from '${from}';\nx();\n`, rules });
const refuses = (file: string, from: string): Case => imports(file, from, ARROW);
const allows = (file: string, from: string): Case => imports(file, from, []);
const speaks = (file: string, text: string, names: number): Case =>
  ({ file: `src/${file}`, text, rules: Array<string>(names).fill('no-restricted-globals') });

const ROOMS = ['domain', 'plan', 'sheets', 'excel', 'jobs', 'taskpane', 'ribbon', 'embedded'];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  plan: [],
  sheets: ['domain', 'plan'],
  excel: ['plan'],
  jobs: ['sheets', 'domain', 'plan'],
  taskpane: ['jobs', 'domain', 'plan'],
  ribbon: ['jobs'],
  'embedded/cli': ['jobs', 'excel', 'domain', 'plan', 'sheets'],
};

/** Every room against every other, from the folder itself and from one below it. */
const matrix = Object.entries(ALLOWED).flatMap(([folder, allowed]) => {
  const own = folder.split('/')[0];
  const up = folder.includes('/') ? '../../' : '../';
  return ROOMS.filter((other) => other !== own).flatMap((other) => {
    const judge = allowed.includes(other) ? allows : refuses;
    return [judge(`${folder}/probe.ts`, `${up}${other}/thing`), judge(`${folder}/deep/probe.ts`, `../${up}${other}/deep/thing`)];
  });
});

const special: readonly Case[] = [
  ...ROOMS.filter((room) => room !== 'embedded').map((room) => allows(`${room}/probe.ts`, './neighbour')),
  refuses('domain/probe.ts', 'zod'),
  allows('domain/seedSchema.ts', 'zod'),
  refuses('domain/seedSchema.ts', 'fflate'),
  refuses('domain/seedSchema.ts', '../plan/a1'),
  refuses('domain/probe.ts', '../../src/plan/a1'),
  refuses('plan/probe.ts', 'zod'),
  refuses('jobs/probe.ts', 'react'),
  allows('taskpane/probe.tsx', 'react'),
  allows('taskpane/wire.ts', '../excel/gateway'),
  refuses('taskpane/deep/wire.ts', '../../excel/gateway'),
  refuses('taskpane/wire.ts', '../sheets/names'),
  allows('embedded/host/probe.ts', '../../plan/a1'),
  allows('embedded/host/cells/probe.ts', '../../../plan/formulaText'),
  refuses('embedded/host/probe.ts', '../../plan/workbookPlan'),
  ...ROOMS.filter((room) => room !== 'embedded' && room !== 'plan').map((room) => refuses('embedded/host/probe.ts', `../../${room}/thing`)),
  { file: 'src/sheets/probe.ts', text: "import type { X } from '../excel/gateway';\nexport type Y = X;\n", rules: ARROW },
  { file: 'src/sheets/probe.ts', text: "export const later = import('../excel/gateway');\n", rules: ARROW },
  { file: 'src/sheets/probe.ts', text: "export type Y = import('../excel/gateway').X;\n", rules: ['@typescript-eslint/consistent-type-imports', ...ARROW] },
  { file: 'src/sheets/probe.ts', text: "export * from '../excel/gateway';\n", rules: ARROW },
  { file: 'src/domain/probe.ts', text: "export const later = import('zod');\n", rules: ARROW },
  { file: 'src/jobs/probe.ts', text: "export const later = import('../sheets/layoutPlan');\n", rules: [] },
  { file: 'src/sheets/probe.ts', text: "export { x } from '../excel/gateway';\n", rules: ARROW },
];

const officeNames = 'export const a = Excel.run;\nexport const b = Office.onReady;\nexport const c = OfficeExtension.Error;\n';
const globals: readonly Case[] = [
  ...['domain', 'plan', 'sheets', 'jobs', 'ribbon', 'taskpane'].map((room) => speaks(`${room}/probe.ts`, officeNames, 3)),
  ...['excel', 'embedded/host'].map((room) => speaks(`${room}/probe.ts`, officeNames, 0)),
  ...['taskpane/index.tsx', 'taskpane/wire.ts'].map((file) => speaks(file, officeNames, 2)),
  speaks('sheets/probe.ts', 'export const a = globalThis.Excel;\n', 1),
  { file: 'src/sheets/probe.ts', text: 'export type Area = Excel.Range;\n', rules: ['no-restricted-syntax'] },
  { file: 'src/taskpane/wire.ts', text: 'export type Info = Office.ContextInformation;\n', rules: [] },
];

const cases = [...matrix, ...special, ...globals];
let found: unknown[] = [];

beforeAll(() => {
  const helper = path.resolve(__dirname, 'setup/lintTexts.mjs');
  const output = execFileSync(process.execPath, [helper], { cwd: path.resolve(__dirname, '..'), input: JSON.stringify(cases), encoding: 'utf8' });
  found = JSON.parse(output) as unknown[];
});

describe('the arrows between rooms', () => {
  test.each(cases.map((one, index) => ({ ...one, index, line: one.text.split('\n')[0] })))('$file: $line', ({ rules, index }) => {
    expect(found[index]).toEqual(rules);
  });
});
