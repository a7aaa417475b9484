import { BRANCHES } from '../../src/domain/rank/branches';
import { cellKey, type Book } from '../../src/embedded/model/book';
import { findTables } from '../../src/jobs/adopt';
import { look } from '../../src/jobs/look';
import { importThinker } from '../../src/jobs/importText';
import { openWorkbook } from '../../src/jobs/job';
import { USUAL_PROGRESS } from '../../src/jobs/progressChoice';
import type { TaskContext } from '../../src/jobs/perform';
import type { Task, TaskKind } from '../../src/jobs/task';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import type { SheetCell } from '../../src/sheets/blockPlace';
import { derivedCells, derivedInspector } from '../../src/sheets/derivedCells';
import { derivedId } from '../../src/sheets/overwrittenSheet';
import { submitParts } from '../../src/sheets/submit/submitParts';
import { publishables } from '../../src/sheets/publish/publishPlan';
import type { CheckView } from '../../src/sheets/view/checkView';
import { entryForm } from '../../src/sheets/view/entryForm';
import { pick } from './hand/cells';
import type { Asked } from './owned';
import type { Writing } from './writing';

/** A job before it is known what stands in the workbook: numbers pick among what it offers. */
export const TASK_KINDS = ['layout', 'recompute', 'evaluate', 'summary', 'enter', 'import', 'rank', 'progress', 'publish', 'submit', 'adopt', 'rollover', 'release', 'restore', 'forget', 'accept', 'unaccept', 'fix'] as const satisfies readonly TaskKind[];
export interface Wish {
  readonly kind: (typeof TASK_KINDS)[number];
  readonly at: number;
  readonly more: number;
}

/** A job with all it needs, the cells whose contents a person asked it to replace, and the writing it takes back. */
export interface Order {
  readonly task: Task;
  readonly asked: Asked;
  readonly undone: Writing | null;
}

const NOTHING: Asked = new Map();
const order = (task: Task, asked: Asked = NOTHING, undone: Writing | null = null): Order => ({ task, asked, undone });

function askedFor(book: Book, cells: readonly SheetCell[]): Asked {
  const asked = new Map<string, Set<number>>();
  for (const { sheet: name, row, column } of cells) {
    const sheet = book.sheets.find((one) => one.name === name);
    if (sheet) asked.set(sheet.id, (asked.get(sheet.id) ?? new Set()).add(cellKey(row, column)));
  }
  return asked;
}

/** Every so many of several: all, none, or some. */
const some = <T>(all: readonly T[], number: number): T[] => (number % 3 === 0 ? [] : all.filter((_, index) => number % 3 === 1 || (index + number) % 2 === 0));

/** Looks at the workbook as a person at the pane would, and orders the job; null: there is nothing to order. `made`: the writings so far, by their numbers. Throws GatewayError. */
export async function orderOf(context: TaskContext, book: Book, made: ReadonlyMap<number, Writing>, { kind, at, more }: Wish): Promise<Order | null> {
  switch (kind) {
    case 'layout':
      return order({ kind, sample: at % 2 === 0 });
    case 'evaluate':
      return order({ kind, asOf: at % 13 === 12 ? null : at % 13 });
    case 'summary': case 'release':
      return order({ kind });
    case 'rollover':
      return order({ kind, to: 2025 + (at % 2) });
    case 'recompute': {
      const state = await openWorkbook(context, context.year);
      const cells = derivedCells(state.map, state.catalog);
      const inspect = derivedInspector(state.grids, cells);
      const replaceable = cells.filter((cell) => ['typedOver', 'foreign'].includes(inspect(cell).kind));
      const chosen = some(replaceable, at);
      return order({ kind, restore: chosen.map((cell) => derivedId(cell.key, cell.month)) }, askedFor(book, chosen));
    }
    case 'enter': {
      const state = await openWorkbook(context, context.year);
      const group = pick(state.definitions.groups, at) ?? '';
      const fields = entryForm(state, group, more % 12, Infinity).tables.flatMap((table) => table.fields);
      const chosen = fields.filter((_, index) => (index + at) % 2 === 0).map((field, index) => ({ field, text: pick(['1,234', '', '０.５%', '△3', 'abc', '57', '=1+1'], more + index) ?? '' }));
      return order({ kind, group, month: more % 12, figures: chosen.map(({ field, text }) => ({ rowId: field.rowId, before: field.text, text })) }, askedFor(book, chosen.map(({ field: { place } }) => ({ sheet: place.sheet, row: place.area.row, column: place.area.column }))));
    }
    case 'import': {
      const task = { kind, text: pick(TEXTS, more) ?? '', tables: at % 2 === 0 ? 'known' : 'all', correct: [] } as const;
      const { preview } = importThinker(task, context.year)(await openWorkbook(context, context.year));
      const chosen = some(preview.figures.filter((figure) => figure.kind === 'differs'), at);
      return order({ ...task, correct: chosen.map((figure) => figure.id) }, askedFor(book, chosen.flatMap(({ cell }) => cell ?? [])));
    }
    case 'rank': {
      const text = BRANCHES.map((branch, index) => `${branch}\t${branch === '群馬' ? '94.3%' : `${(90 + ((index * 7 + more) % 90) / 10).toFixed(1)}%`}`).join('\n');
      return order({ kind, kpi: pick(['2', '5-1', '21'], at) ?? '', condition: null, text, column: 0, asOf: { year: 2025, month: 1 + (more % 12) }, state: more % 2 === 0 ? null : '速報', partial: true });
    }
    case 'progress': {
      if (at % 3 !== 0) return order({ kind, choice: USUAL_PROGRESS });
      const state = await openWorkbook(context, context.year);
      return order({ kind, choice: { ...USUAL_PROGRESS, rows: state.definitions.planRows.map((row) => row.id) } });
    }
    case 'publish': {
      if (at % 2 === 0) return order({ kind, tables: 'all' });
      return order({ kind, tables: some(publishables(await openWorkbook(context, context.year)), more).map((one) => one.id) });
    }
    case 'submit': {
      if (at % 2 === 0) return order({ kind, sheets: 'usual' });
      return order({ kind, sheets: some(submitParts(await openWorkbook(context, context.year)), more).map((one) => one.id) });
    }
    case 'adopt':
      return adoption(context, book, at);
    case 'restore': {
      const { restore: { lines } } = await openWorkbook(context, context.year);
      const line = pick(lines, at % 2 === 0 ? 0 : more);
      return line ? order({ kind, id: line.id }, NOTHING, made.get(line.id) ?? null) : null;
    }
    case 'forget':
      return order({ kind });
    case 'accept': {
      const chosen = some((await checksOf(context)).open, at);
      return order({ kind, findings: chosen.map(({ id, seen }) => ({ id, seen, reason: pick(REASONS, more) ?? '' })) });
    }
    case 'unaccept':
      return order({ kind, ids: some((await checksOf(context)).quiet, at).map((one) => one.id) });
    case 'fix': {
      const chosen = some((await checksOf(context)).open.filter((one) => one.fix !== null), at);
      return order({ kind, ids: chosen.map((one) => one.id) }, askedFor(book, chosen.flatMap((one) => one.fix?.cells ?? [])));
    }
  }
}

const checksOf = async (context: TaskContext): Promise<CheckView> => (await look(context, context.year, context.today())).checks();
const REASONS = ['原本のとおり', '=1+1', '１２３', '本部に確認済み\n（5月）'];

async function adoption(context: TaskContext, book: Book, at: number): Promise<Order> {
  const request = { ...BIND_SURE, numbers: at % 3 === 1 ? 'all' as const : new Set<string>(), formulas: at % 3 === 2 ? 'all' as const : new Set<string>() };
  const { texts, formulas } = (await findTables(context, context.year)).propose(request);
  return order({ kind: 'adopt', request }, askedFor(book, [...(at % 3 === 1 ? texts : []), ...(at % 3 === 2 ? formulas : [])].map((one) => one.cell)));
}

const MONTHS = '4月 5月 6月 7月 8月 9月 10月 11月 12月 1月 2月 3月';
/** Figures as they are pasted: the sample year's with another in their midst, a year that is new, a table that nobody defined, and no figures at all. */
const TEXTS = [
  `郵送化率\n令和６年度 ${MONTHS} 計\n郵送化率 93.5% 93.8% 94.7% 94.7% 93.6% 95.1% 94.1% 94.5% 94.8% 94.0% 94.7% 93.9% 94.3%\n窓口件数 541 453 359 384 429 393 419 999 347 438 366 466 4,969\n郵送件数 7,742 6,828 6,357 6,891 6,227 7,617 6,658 6,378 6,323 6,847 6,580 7,159 81,607`,
  `査定率\n${MONTHS}\n令和7年度 0.071% 0.072% 0.070%`,
  `窓口相談\n令和６年度 ${MONTHS} 計\n相談件数 1 2 3 4 5 6 7 8 9 10 11 12 78\n来所件数 2 2 2 2 2 2 2 2 2 2 2 2 24`,
  '本日の会議は中止になりました。',
];
