import { BRANCHES } from '../../src/domain/rank/branches';
import { seriesKey } from '../../src/domain/series';
import { cellKey, keyColumn, keyRow, type Book, type Cell, type Scalar, type Style } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { look } from '../../src/jobs/look';
import { perform, performUnseen, type TaskContext } from '../../src/jobs/perform';
import { USUAL_PROGRESS } from '../../src/jobs/progressChoice';
import { recompute } from '../../src/jobs/recompute';
import type { Task } from '../../src/jobs/task';
import { readSheetArea } from '../../src/plan/sheetReference';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import type { CheckView } from '../../src/sheets/view/checkView';
import { HEADER_ROW, RESTORE_SHEET } from '../../src/sheets/restore/restoreRecord';
import { derivedId } from '../../src/sheets/overwrittenSheet';
import { typeRecords } from '../support/sampleRecords';
import type { FaultBench } from './bench';

/** A job over a workbook that it has something to do in. */
export interface FaultJob {
  readonly name: string;
  /** How the workbook stands before; or a job that has been done on it last. */
  readonly from: Start | FaultJob;
  readonly press: Press;
}
export type Press = (context: TaskContext, book: Book) => Promise<unknown>;

const task = (wanted: Task) => (context: TaskContext): Promise<unknown> => perform(context, wanted, null, () => undefined);
/** What 点検 finds and nobody has accepted. */
const checks = async (context: TaskContext): Promise<CheckView> => (await look(context, context.year, context.today())).checks();
const open = async (context: TaskContext): Promise<CheckView['open']> => (await checks(context)).open;
const acceptTwo: Press = async (context) => perform(context, { kind: 'accept', findings: (await open(context)).slice(0, 2).map(({ id, seen }) => ({ id, seen, reason: '原本のとおり' })) }, null, () => undefined);
const FEBRUARY = 10;
const MARCH = 11;

/** Every job in every way it writes, but for those that take something back. Another one is another line. */
export const WRITING_JOBS: readonly FaultJob[] = [
  { name: 'layout', from: 'empty', press: task({ kind: 'layout', sample: true }) },
  { name: 'layout of what is missing', from: 'damaged', press: task({ kind: 'layout', sample: false }) },
  { name: 'recompute', from: 'typedOver', press: (context) => recompute(context, 'all') },
  { name: 'recompute beside a copied sheet', from: 'copied', press: task({ kind: 'recompute', restore: [] }) },
  { name: 'evaluate, the first time', from: 'laidOut', press: task({ kind: 'evaluate', asOf: FEBRUARY }) },
  { name: 'evaluate', from: 'corrected', press: task({ kind: 'evaluate', asOf: MARCH }) },
  { name: 'evaluate, unseen', from: 'corrected', press: (context) => performUnseen(context, { kind: 'evaluate', asOf: null }) },
  { name: 'summary, the first time', from: 'judged', press: task({ kind: 'summary' }) },
  { name: 'summary', from: 'renamed', press: task({ kind: 'summary' }) },
  { name: 'summary, made anew', from: 'unkeyed', press: task({ kind: 'summary' }) },
  { name: 'release', from: 'finished', press: task({ kind: 'release' }) },
  { name: 'publish, the first time', from: 'finished', press: task({ kind: 'publish', tables: 'all' }) },
  { name: 'publish', from: 'outdated', press: task({ kind: 'publish', tables: 'all' }) },
  { name: 'submit, the first time', from: 'finished', press: task({ kind: 'submit', sheets: 'usual' }) },
  { name: 'submit', from: 'outdated', press: task({ kind: 'submit', sheets: 'usual' }) },
  { name: 'adopt', from: 'staff', press: task({ kind: 'adopt', request: { ...BIND_SURE, numbers: 'all', formulas: 'all' } }) },
  { name: 'import', from: 'laidOut', press: task({ kind: 'import', text: CORRECTIONS(), tables: 'known', correct: [derivedId(seriesKey('T02-02', 2024), 3), derivedId(seriesKey('T02-03', 2024), 0)] }) },
  { name: 'import of a new table', from: 'laidOut', press: task({ kind: 'import', text: STRANGER(), tables: 'all', correct: [] }) },
  { name: 'enter', from: 'laidOut', press: task({ kind: 'enter', group: '業務', month: MARCH, figures: [{ rowId: 'T02-02', before: '466', text: '470' }, { rowId: 'T02-03', before: '7,159', text: '7300' }, { rowId: 'T03-03', before: '405', text: '555' }] }) },
  { name: 'rank', from: 'judged', press: task({ kind: 'rank', kpi: '2', condition: null, text: BRANCHES.map((branch, index) => `${branch}\t${(90 + index / 10).toFixed(1)}%`).join('\n'), column: 0, asOf: { year: 2025, month: 6 }, state: '速報', partial: true }) },
  { name: 'progress, the first time', from: 'laidOut', press: task({ kind: 'progress', choice: USUAL_PROGRESS }) },
  { name: 'progress', from: 'recorded', press: task({ kind: 'progress', choice: USUAL_PROGRESS }) },
  { name: 'accept', from: 'typedOver', press: acceptTwo },
  { name: 'unaccept', from: 'accepted', press: async (context) => perform(context, { kind: 'unaccept', ids: (await checks(context)).quiet.slice(0, 1).map((one) => one.id) }, null, () => undefined) },
  { name: 'fix', from: 'typedOver', press: async (context) => perform(context, { kind: 'fix', ids: (await open(context)).flatMap((one) => (one.fix ? [one.id] : [])) }, null, () => undefined) },
  { name: 'rollover', from: 'yearEnd', press: task({ kind: 'rollover', to: 2025 }) },
];

/** Takes the last writing back. */
export const backFrom = (job: FaultJob): FaultJob => ({
  name: `restore after ${job.name}`, from: job,
  press: (context, book) => perform(context, { kind: 'restore', id: lastWriting(book) }, null, () => undefined),
});

export const FAULT_JOBS: readonly FaultJob[] = [
  ...WRITING_JOBS, ...WRITING_JOBS.map(backFrom), { name: 'forget', from: 'judged', press: task({ kind: 'forget' }) },
];

function lastWriting(book: Book): number {
  const cells = book.sheets.find((sheet) => sheet.name === RESTORE_SHEET)?.cells ?? new Map<number, Cell>();
  return Math.max(...[...cells].flatMap(([key, { value }]) => (keyColumn(key) === 0 && keyRow(key) > HEADER_ROW && typeof value === 'number' ? [value] : [])));
}

function MONTHS_OF(first: string): string {
  return `${first} 4月 5月 6月 7月 8月 9月 10月 11月 12月 1月 2月 3月 計`;
}
/** The sample year's figures, two of them corrected: 窓口件数 of July and 郵送件数 of April. */
function CORRECTIONS(): string {
  return `郵送化率\n${MONTHS_OF('令和６年度')}\n窓口件数 541 453 359 999 429 393 419 419 347 438 366 466 5,629\n郵送件数 7,777 6,869 6,350 6,891 6,305 7,597 6,633 7,219 6,305 6,888 6,768 7,239 82,841`;
}
function STRANGER(): string {
  return `窓口相談\n${MONTHS_OF('令和６年度')}\n相談件数 1 2 3 4 5 6 7 8 9 10 11 12 78\n来所件数 2 2 2 2 2 2 2 2 2 2 2 2 24`;
}

/** How a workbook stands before a job, each made once through office.js. */
const STARTS = {
  empty: () => Promise.resolve(),
  laidOut: async (bench) => {
    await does(bench, { kind: 'layout', sample: true });
    typeInto(bench.book, '郵送化率_窓口件数_2024', 13, '係長確認済');
  },
  damaged: async (bench) => {
    await STARTS.laidOut(bench);
    await bench.settle();
    await bench.context.gateway.apply({ actions: [{ kind: 'deleteSheet', sheet: 'レセプト' }, { kind: 'deleteName', name: '月次_郵送化率_郵送件数_2024' }] });
  },
  typedOver: async (bench) => {
    await STARTS.laidOut(bench);
    typeInto(bench.book, '郵送化率_郵送化率_2024', 2, 0.5);
    typeInto(bench.book, '郵送化率_郵送化率_2024', 5, 'なし');
    typeInto(bench.book, '多頻件_多頻件_2024', 7, 0.1);
  },
  accepted: async (bench) => {
    await STARTS.typedOver(bench);
    await bench.settle();
    await mustRun(bench, 'accept', acceptTwo);
  },
  /** As a person copies a sheet: the copy has names of its own. */
  copied: async (bench) => {
    await STARTS.laidOut(bench);
    await bench.context.gateway.apply({ actions: [{ kind: 'copySheet', sheet: '業務', to: '業務 (2)' }] });
  },
  judged: async (bench) => {
    await STARTS.laidOut(bench);
    await does(bench, { kind: 'evaluate', asOf: FEBRUARY });
  },
  corrected: async (bench) => {
    await STARTS.judged(bench);
    typeInto(bench.book, '郵送化率_郵送件数_2024', 1, 5000);
  },
  finished: async (bench) => {
    await STARTS.judged(bench);
    await does(bench, { kind: 'evaluate', asOf: MARCH });
    await does(bench, { kind: 'summary' });
  },
  /** A KPI got another name since the summary was made. */
  renamed: async (bench) => {
    await STARTS.finished(bench);
    put(bench.book, 'KPI', 7, 2, '郵送化率（全体）');
  },
  /** A line of the summary that nobody knows any more. */
  unkeyed: async (bench) => {
    await STARTS.finished(bench);
    const summary = bench.book.sheets.find((sheet) => sheet.name === '年間まとめ');
    const [last] = [...(summary?.cells.keys() ?? [])].filter((key) => keyColumn(key) === 0).sort((a, b) => b - a);
    put(bench.book, '年間まとめ', keyRow(last ?? 0), 0, '?');
  },
  /** Outputs of every kind, and figures that are others since. */
  outdated: async (bench) => {
    await STARTS.finished(bench);
    await does(bench, { kind: 'publish', tables: 'all' });
    await does(bench, { kind: 'submit', sheets: 'usual' });
    typeInto(bench.book, '郵送化率_郵送件数_2024', 1, 5000);
    await bench.settle();
    await does(bench, { kind: 'evaluate', asOf: MARCH });
  },
  recorded: async (bench) => {
    await STARTS.laidOut(bench);
    await does(bench, { kind: 'progress', choice: USUAL_PROGRESS });
    const plan = bench.context.standard.planRows.map((row) => row.id);
    const sheet = bench.book.sheets.find((one) => one.name === '実施記録');
    if (!sheet) throw new Error('no 実施記録');
    typeRecords(sheet, [['2024/4/24', plan[0] ?? '', '会議', '業務部月次報告会'], ['2024/5/22', plan[1] ?? '', '調達', '業務委託A', null, 2], ['2024/10/4', plan[1] ?? '', '調達', '業務委託B', null, 1]]);
  },
  yearEnd: async (bench) => {
    await STARTS.recorded(bench);
    await bench.settle();
    for (const wanted of [{ kind: 'progress', choice: USUAL_PROGRESS }, { kind: 'evaluate', asOf: MARCH }, { kind: 'summary' }] as const) await does(bench, wanted);
  },
  /** Tables as staff make them. */
  staff: (bench) => {
    const [first] = bench.book.sheets;
    STAFF.forEach((line, row) => line.forEach((content, column) => {
      if (content !== null) first?.cells.set(cellKey(row, column), typeof content === 'string' && content.startsWith('=') ? { formula: content.slice(1) } : { value: content });
    }));
    return Promise.resolve();
  },
} as const satisfies Readonly<Record<string, (bench: FaultBench) => Promise<void>>>;
export type Start = keyof typeof STARTS;

const made = new Map<Start | FaultJob, Book>();
/** The workbook a job begins with; not to be changed. */
export async function startBook(bench: FaultBench, start: Start | FaultJob): Promise<Book> {
  const known = made.get(start);
  if (known) return known;
  if (typeof start === 'string') {
    bench.put(newWorkbook().book);
    await STARTS[start](bench);
  } else {
    bench.put(await startBook(bench, start.from));
    await mustRun(bench, start.name, start.press);
  }
  await bench.settle();
  const book = structuredClone(bench.book);
  shareLooks(book);
  made.set(start, book);
  return book;
}

/** Cells of the same look are given one object for it, which every copy of the book keeps: it is then looked at once. */
function shareLooks(book: Book): void {
  const known = new Map<string, Style>();
  for (const cell of book.sheets.flatMap((sheet) => [...sheet.cells.values()])) {
    if (!cell.style) continue;
    const said = JSON.stringify(cell.style);
    const look = known.get(said) ?? cell.style;
    known.set(said, look);
    cell.style = look;
  }
}

const does = (bench: FaultBench, wanted: Task): Promise<void> => mustRun(bench, wanted.kind, task(wanted));

async function mustRun(bench: FaultBench, name: string, press: Press): Promise<void> {
  const ending = await bench.run(press);
  if (ending.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(ending)}`);
}

/** Types into a month (from 0) of a row as a person does. */
function typeInto(book: Book, stem: string, month: number, value: Scalar): void {
  const at = readSheetArea(`=${book.names.find((name) => name.name === `月次_${stem}`)?.refersTo ?? ''}`);
  const sheet = book.sheets.find((one) => one.name === at?.sheet);
  if (!at || !sheet) throw new Error(`no 月次_${stem} among ${book.names.map((name) => name.name).join(' ')}`);
  put(book, sheet.name, at.area.row, at.area.column + month, value);
}

function put(book: Book, name: string, row: number, column: number, value: Scalar): void {
  const cells = book.sheets.find((one) => one.name === name)?.cells;
  const style = cells?.get(cellKey(row, column))?.style;
  cells?.set(cellKey(row, column), { ...(style ? { style } : {}), value });
}

const months = Array.from({ length: 12 }, (_, month) => month);
const STAFF: readonly (readonly (Scalar | null)[])[] = [
  ['郵送化の状況'], [],
  ['令和6年度', ...months.map((month) => `${((month + 3) % 12) + 1}月`), '計'],
  ['窓口件数', ...months.map((month) => 400 + month * 7), 5262],
  ['郵送件数', ...months.map((month) => (month === 3 ? '6,891件' : 6300 + month * 31)), '=SUM(B5:M5)'],
  ['郵送化率', ...months.map((month) => 0.94 + month / 1000), 0.945], [],
  ['備考', '4月は集計中'],
];
