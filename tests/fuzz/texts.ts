import fc from 'fast-check';
import type { Definitions } from '../../src/domain/definitions';
import { branchOf } from '../../src/domain/rank/branches';
import { readColumns } from '../../src/domain/rank/rankColumn';
import { readRankText } from '../../src/domain/rank/rankText';
import { matrixOf, turned, type Content } from '../../src/domain/recognition/matrix';
import { findTables } from '../../src/domain/recognition/tables';
import { readText } from '../../src/domain/text/readText';
import { splitText } from '../../src/domain/text/splitText';
import { defineFromText } from '../../src/sheets/adopt/textDefinitions';
import { ACTIVITY_SHEET } from '../../src/sheets/records/activitySheet';
import { readRecords } from '../../src/sheets/records/readRecords';
import { Grid } from '../../src/sheets/grid';
import { readRecordTable } from '../../src/sheets/recordTable';
import { isSaid, saidBy } from './said';
import { cellText, date } from './spellings';

const FISCAL_YEAR = 2024;
const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** Blocks of text: headings, lines of figures below them, lists of branches and records, with anything in between. */
export interface Block {
  readonly text: string;
  readonly cells: readonly (readonly Content[])[];
}

export function blocks(definitions: Definitions): fc.Arbitrary<Block> {
  const labels = definitions.tables.flatMap((table) => [table.name, ...table.rows.flatMap((row) => [row.label, ...row.aliases])]);
  const label = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...labels) }, { weight: 1, arbitrary: cellText });
  const heading = fc.tuple(fc.oneof(label, fc.constantFrom('', '項目', '令和6年度', '（単位：件）')), fc.constantFrom((month: number) => `${month}月`, (month: number) => String(month), (month: number) => `2024/${month}`), fc.constantFrom('計', '合計', '平均', ''), fc.option(fc.nat(12)))
    .map(([first, write, total, dropped]) => [first, ...MONTHS.map(write).filter((_, index) => index !== dropped), ...(total === '' ? [] : [total])]);
  const count = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(12, 13) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 16 }) });
  const figures = fc.tuple(label, fc.constantFrom('', '令和5年度', '令和6年度', 'R6', '件', '%'), count.chain((length) => fc.array(cellText, { minLength: length, maxLength: length }))).map(([name, second, rest]) => [name, ...(second === '' ? [] : [second]), ...rest]);
  const plainFigures = fc.tuple(label, count.chain((length) => fc.array(fc.integer({ min: 0, max: 9999 }).map(String), { minLength: length, maxLength: length }))).map(([name, rest]) => [name, ...rest]);
  const branch = fc.tuple(fc.constantFrom('群馬', '東京都', '北 海 道', '10 群馬', '協会けんぽ大阪支部', '全国平均', '関東'), fc.array(cellText, { maxLength: 4 })).map(([name, rest]) => [name, ...rest]);
  const record = fc.tuple(fc.oneof(date, cellText, fc.integer({ min: 45_000, max: 46_200 })), fc.constant('P1'), fc.constant(''), fc.constantFrom('会議', '調達', '研修'), fc.constantFrom('件名', '=1+1'), cellText, cellText).map((parts): Content[] => [...parts]);
  const noise = fc.oneof(fc.array(cellText, { maxLength: 5 }), fc.constantFrom([''], ['令和7年3月末現在'], ['○業務グループ'], ['2024年度 月次実績'], ['"', 'a'], ['支部名', '率', '順位']));
  const line = fc.oneof({ weight: 2, arbitrary: heading }, { weight: 4, arbitrary: figures }, { weight: 4, arbitrary: plainFigures }, { weight: 2, arbitrary: branch }, { weight: 2, arbitrary: record }, { weight: 2, arbitrary: noise });
  const separator = fc.constantFrom('\t', ' ', '　', ' \t');
  return fc.tuple(heading, fc.array(line, { minLength: 1, maxLength: 12 }), separator, fc.constantFrom('\n', '\r\n', '\r')).map(([first, rest, between, end]) => {
    const cells = [first, ...rest];
    return { text: cells.map((one) => one.join(between)).join(end), cells };
  });
}

export interface TextCounts { series: number; figures: number; unread: number; branches: number; tables: number; records: number }
export const noTextCounts = (): TextCounts => ({ series: 0, figures: 0, unread: 0, branches: 0, tables: 0, records: 0 });

function claim(holds: boolean, what: string, text: string): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(text)}`);
}

/** Gives one block to every reader of texts and of cells in their places. Throws where a figure is invented. */
export function checkText({ text, cells }: Block, definitions: Definitions, counts: TextCounts): void {
  checkPasted(text, definitions, counts);
  checkRank(text, counts);
  checkTables(cells, counts);
  checkRecords(cells, counts);
}

function checkPasted(text: string, definitions: Definitions, counts: TextCounts): void {
  const reading = readText(text, definitions, FISCAL_YEAR, (tables) => defineFromText(tables, definitions, FISCAL_YEAR));
  const lines = splitText(text).lines;
  for (const series of reading.tables.flatMap((table) => table.series)) {
    counts.series++;
    // A table turned round is named by one line and read from others.
    const said = saidBy(lines.map((line) => line.text).join('\n'), series.year);
    const own = saidBy(lines.find((line) => line.number === series.line)?.text ?? '', series.year);
    for (const value of [...series.months, series.total]) {
      if (value === null) continue;
      counts.figures++;
      claim(isSaid(value, own, null) || isSaid(value, said, null), `figure ${value} of ${series.rowId}`, text);
    }
    claim(series.months.length === 12 && Number.isInteger(series.year), 'series', text);
  }
  counts.unread += reading.unread.length;
  for (const one of reading.unread) claim(one.text.endsWith('。') && one.line >= 1, 'unread without a place', text);
}

function checkRank(text: string, counts: TextCounts): void {
  const read = readRankText(text);
  for (const line of read.lines) claim(branchOf(line.branch) === line.branch, 'branch', text);
  for (const form of ['rate', 'number'] as const) {
    for (const column of readColumns(read, { form, unit: form === 'number' ? '件' : '', fiscalYear: FISCAL_YEAR, own: '群馬', actual: 0.94 })) {
      for (const figure of column.figures) {
        counts.branches++;
        claim(isSaid(figure.value, saidBy(figure.text, FISCAL_YEAR), form), `rank ${figure.branch} ${figure.value}`, text);
      }
    }
  }
}

function checkTables(cells: readonly (readonly Content[])[], counts: TextCounts): void {
  for (const matrix of [matrixOf(cells), turned(matrixOf(cells))]) {
    for (const table of findTables(matrix, { name: '業務', dense: false })) {
      counts.tables++;
      for (const line of table.lines) {
        table.header.months.forEach((position, month) => {
          const cell = line.cells[month];
          const content = String(matrix.at(line.line, position));
          claim(cell?.kind !== 'figure' || isSaid(cell.value, saidBy(content, line.year ?? 0), null), `cell ${JSON.stringify(cell)}`, content);
        });
      }
    }
  }
}

/** The same cells as lines of 実施記録. */
function checkRecords(cells: readonly (readonly Content[])[], counts: TextCounts): void {
  const headers = ACTIVITY_SHEET.columns.map((column) => column.header);
  const values: Content[][] = [headers, ...cells.map((row) => headers.map((_, column) => row[column] ?? ''))];
  const grid = new Grid({ name: '実施記録', visible: true, protected: false, ownNames: [], used: { area: { row: 0, column: 0, rows: values.length, columns: headers.length }, values, formulas: values } });
  const table = readRecordTable(grid, ACTIVITY_SHEET, 0);
  if (!table) throw new Error('the list was not found');
  const reading = readRecords(table, ['P1'], FISCAL_YEAR, 60_000);
  for (const record of reading.done) {
    counts.records++;
    const line = headers.map((_, column) => String(grid.value(record.line.row, column)));
    const typed = Number(line[0]) === record.day;
    claim(typed || [FISCAL_YEAR, FISCAL_YEAR - 1].some((year) => saidBy(line[0] ?? '', year).serials.has(record.day)), `record of ${record.day}`, line[0] ?? '');
    claim(record.count === null || isSaid(record.count, saidBy(line[5] ?? '', 0), 'number'), `件数 ${String(record.count)}`, line[5] ?? '');
    claim(record.bidders === null || isSaid(record.bidders, saidBy(line[6] ?? '', 0), 'number'), `応札者数 ${String(record.bidders)}`, line[6] ?? '');
  }
  for (const problem of reading.problems) claim(problem.message !== '' && problem.effect !== '', 'problem without words', JSON.stringify(problem));
}
