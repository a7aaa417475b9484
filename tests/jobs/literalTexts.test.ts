import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Definitions } from '../../src/domain/definitions';
import { isCellError, type Book } from '../../src/embedded/model/book';
import { newWorkbook, openWorkbook } from '../../src/embedded/xlsx/open';
import { evaluate } from '../../src/jobs/evaluate';
import { importText } from '../../src/jobs/importText';
import type { JobContext } from '../../src/jobs/job';
import { layout } from '../../src/jobs/layout';
import { progress } from '../../src/jobs/progress';
import { USUAL_PROGRESS } from '../../src/jobs/progressChoice';
import { publish } from '../../src/jobs/publish';
import { rank } from '../../src/jobs/rank';
import { submit } from '../../src/jobs/submit';
import { summary } from '../../src/jobs/summary';
import { BRANCHES } from '../../src/domain/rank/branches';
import { Grid } from '../../src/sheets/grid';
import { GUNMA, MARCH, STANDARD } from '../support/laidOut';
import { withOffice } from '../support/office';

/** Outside text may reach a cell by definitions, pasted texts, records and lists of branches. Whatever it says, it stays text. */
const TRAPS = ["=cmd|'/c calc'!A0", '+1+cmd', '-2+cmd', '@SUM(cmd)', '\t=cmd', '\r=cmd', '＝cmd', '＋cmd', '"&HYPERLINK("http://cmd")&"', "'=cmd", '=HYPERLINK("http://cmd","x")', '{=cmd}', '&A&P cmd', '__proto__ cmd', 'constructor', '%cmd$.*^(?:['];
const trap = (index: number): string => TRAPS[index % TRAPS.length] ?? '';

/** Rows that no formula, KPI or indicator names can be called anything. */
function trapped(standard: Definitions): Definitions {
  const named = JSON.stringify([standard.kpis, standard.indicators, standard.tables.map((table) => table.rows.map((row) => [row.formula, row.follows, row.mergedInto, row.total]))]);
  let count = 0;
  return {
    ...standard,
    tables: standard.tables.map((table) => ({
      ...table, note: trap(count++),
      rows: table.rows.map((row) => (named.includes(row.label) ? row : { ...row, label: `${trap(count++)}${count}` })),
    })),
    kpis: standard.kpis.map((kpi, index) => ({ ...kpi, name: trap(index), conditions: kpi.conditions.map((condition) => ({ ...condition, label: trap(count++), targetSource: trap(count++) })) })),
    planRows: standard.planRows.map((row) => ({ ...row, branch: trap(count++), project: trap(count++), label: trap(count++) })),
    indicators: standard.indicators.map((one) => ({ ...one, label: trap(count++) })),
  };
}

const HEAD = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月', '合計'].join('\t');
const figures = Array.from({ length: 12 }, (_, index) => String(10 + index));
const PASTED = ['令和6年度', ...TRAPS.filter((one) => !/[\t\r]/.test(one)).flatMap((one) => [one, `項目\t${HEAD}`, [one, ...figures, '186'].join('\t'), ['件数', ...figures, '186'].join('\t')])].join('\n');

/** A formula without what stands in quotation marks, which is text, and without names of sheets. */
const spoken = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/(?:'(?:[^']|'')*'|公表_[\p{L}\d_]*)!/gu, '!');
const cellsOf = (book: Book) => book.sheets.flatMap((sheet) => [...sheet.cells].map(([key, cell]) => ({ at: `${sheet.name} ${key}`, ...cell })));
const formulasOf = (book: Book): string[] => cellsOf(book).flatMap(({ formula }) => formula ?? []);
const textsOf = (book: Book): string[] => cellsOf(book).flatMap(({ value, formula }) => (typeof value === 'string' && formula === undefined ? [value] : []));

describe('texts that would be formulas', () => {
  const opened = newWorkbook();
  let context: JobContext;
  beforeAll(async () => {
    const office = withOffice(opened);
    context = { ...office.context, standard: trapped(STANDARD) };
    await layout(context, 2024, GUNMA);
    await importText(context, { text: PASTED, tables: 'all', correct: [] }, 2024);
    await rank(context, { kpi: '2', text: `${TRAPS.join('\n')}\n${BRANCHES.map((branch, index) => `${branch}\t${80 + index / 10}%\t=cmd`).join('\n')}`, asOf: { year: 2025, month: 3 }, condition: null, column: 0, state: null, partial: true }, 2024);
    await progress(context, USUAL_PROGRESS, new Date(2025, 3, 1));
    const records = opened.book.sheets.find((sheet) => sheet.name === '実施記録');
    TRAPS.forEach((subject, index) => {
      const contents = [45_400 + index, 'P01-01', undefined, '会議', subject, 1, undefined, subject];
      contents.forEach((value, column) => { if (value !== undefined) records?.cells.set((8 + index) * 16_384 + column, { value }); });
    });
    await progress(context, USUAL_PROGRESS, new Date(2025, 3, 1));
    await evaluate(context, MARCH);
    await summary(context);
    await publish(context, 'all');
    await submit(context, 'usual');
    // Ten jobs through the whole library.
  }, 300_000);

  test('reach cells as texts', () => {
    const texts = textsOf(opened.book);
    for (const one of TRAPS) expect([one, texts.some((text) => text.includes(one.replace(/[\t\r]/g, '').trim()))]).toEqual([one, true]);
    expect(opened.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['実施記録', '年間まとめ', '取り込み']));
  });

  test('are never spoken by a formula, a name, a condition or a list to choose from', () => {
    const { book } = opened;
    const formulas = [
      ...formulasOf(book), ...book.names.map((name) => name.refersTo),
      ...book.sheets.flatMap((sheet) => [...sheet.conditionalFormats, ...sheet.validations].map((one) => JSON.stringify(one))).map((text) => text.replace(/\\"/g, '"')),
    ];
    expect(formulas.length).toBeGreaterThan(2_000);
    expect(formulas.filter((formula) => /cmd|HYPERLINK|constructor|http/i.test(spoken(formula)))).toEqual([]);
    expect(book.sheets.flatMap((sheet) => sheet.charts.map((chart) => chart.title)).filter((title) => title !== undefined && /^\s*[=＝]/.test(JSON.stringify(title).slice(1)))).toEqual([]);
    expect(book.sheets.flatMap(({ page }) => JSON.stringify([page.header, page.footer])).filter((text) => text.includes('cmd'))).toEqual([]);
  });

  test('nor does one of them break a formula', () => {
    const broken = cellsOf(opened.book).filter(({ value, formula }) => formula !== undefined && isCellError(value) && value.error !== '#N/A');
    expect(broken.map(({ at, formula }) => `${at} ${formula ?? ''}`)).toEqual([]);
  });

  test('the file that is saved says the same, and reads them as texts again', () => {
    const again = openWorkbook(opened.save(), 'again.xlsx').book;
    expect(formulasOf(again).sort()).toEqual(formulasOf(opened.book).sort());
    expect(textsOf(again).sort()).toEqual(textsOf(opened.book).sort());
  });
});

test('a text that begins with "=" is read as its own formula by Excel, and is none', () => {
  const grid = new Grid({ name: 'S', visible: true, protected: false, ownNames: [], used: { area: { row: 0, column: 0, rows: 1, columns: 3 }, values: [['=1+1', 2, '=x']], formulas: [['=1+1', '=1+1', '="=x"']] } });
  expect([0, 1, 2].map((column) => grid.formula(0, column))).toEqual([null, '=1+1', '="=x"']);
});
