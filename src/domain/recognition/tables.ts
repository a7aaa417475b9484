import { isUnit, readUnitNote, splitYear } from './lineLabel';
import { isAside } from './labelCells';
import { readBody, TITLE_REACH } from './body';
import { labelSpan } from './labelSpan';
import type { FoundTable, YearSource } from './foundTable';
import { textAt, type Matrix } from './matrix';
import { extentOf, findMonthHeaders, type MonthHeader } from './monthHeader';
import { parseMonthWord } from '../fiscalYear';
import { readMonthCell } from './looseFigure';
import { firstLines, surroundingsOf, type HeaderAt, type Surroundings } from './surroundings';
import { isLabelWord, isRemark, isTotalWord } from './words';

/** What is known of a matrix besides its contents. */
export interface MatrixContext {
  /** The name of its sheet, "" for none. */
  readonly name: string;
  /** A text, whose words stand close together; see readBody. */
  readonly dense: boolean;
  /** After so many tables, or lines of them, no more are looked for; without it all are found. */
  readonly most?: { readonly tables: number; readonly lines: number };
}

/** Finds every table of months in a matrix, read line by line. Where the months run the other way, give the turned matrix. */
export function findTables(matrix: Matrix, context: MatrixContext): FoundTable[] {
  const known = new Map<number, MonthHeader[]>();
  const headerAt = (line: number): readonly MonthHeader[] => {
    const found = known.get(line) ?? findMonthHeaders(matrix, line);
    known.set(line, found);
    return found;
  };
  const tables: FoundTable[] = [];
  const most = context.most ?? { tables: Infinity, lines: Infinity };
  let left = most.lines;
  let top: number | null = null;
  for (let line = 0; line < matrix.lines && tables.length < most.tables && left > 0; line++) {
    if (line < TITLE_REACH && headerAt(line).length === 0 && tables.length === 0) top ??= yearOnTop(matrix, line);
    for (const header of headerAt(line)) {
      const table = readTable(matrix, header, { ...context, top, lines: left }, headerAt);
      tables.push(table);
      left -= table.lines.length;
      // A header that is repeated further down goes on with the title above the first.
      if (table.yearSource === 'title') top ??= table.year;
    }
  }
  return tables;
}

/** The first year that a line tells: on top of a sheet it is that of every table below. */
function yearOnTop(matrix: Matrix, line: number): number | null {
  for (let position = 0; position < matrix.positions; position++) {
    const content = matrix.at(line, position);
    const year = typeof content === 'string' ? splitYear(content).year ?? yearOfPeriod(content) : null;
    if (year !== null) return year;
  }
  return null;
}

/** 令和6年4月～令和7年3月 → 2024. */
function yearOfPeriod(text: string): number | null {
  const [, april = ''] = /([^（(\s　]{2,6}年\s*[4４]\s*月)(?:[1１]日)?\s*[～〜~―ー-]/.exec(text) ?? [];
  return parseMonthWord(april)?.year ?? null;
}

function readTable(matrix: Matrix, found: MonthHeader, context: MatrixContext & { readonly top: number | null; readonly lines: number }, headerAt: HeaderAt): FoundTable {
  const first = firstLines(matrix, found, headerAt);
  const header = { ...found, labels: labelSpan(matrix, found, first) };
  const surroundings = surroundingsOf(matrix, header, first);
  const corner = readCorner(matrix, header);
  const above = readAbove(matrix, header, headerAt, surroundings);
  const sheetYear = splitYear(context.name).year;
  const headerYear = corner.year ?? header.year;
  const titleYear = above.year ?? (sheetYear === null ? context.top : null);
  const contextYear = titleYear ?? sheetYear;
  const total = header.after.find((heading) => isTotalWord(heading.text)) ?? null;
  const body = readBody(matrix, header, total?.position ?? null, { header: headerYear, context: contextYear }, { dense: context.dense, most: context.lines }, headerAt, surroundings);
  const lineYears = body.lines.some((line) => line.year !== null && line.year !== headerYear && line.year !== contextYear);
  const source: YearSource = corner.year !== null ? 'header' : header.year !== null ? 'months' : lineYears ? 'lines' : titleYear !== null ? 'title' : sheetYear !== null ? 'sheet' : 'none';
  return {
    header, corner: corner.text, titles: above.titles, year: headerYear ?? contextYear, yearSource: source, unit: corner.unit ?? above.unit, below: belowMonths(matrix, header),
    totalPosition: total?.position ?? null, totalLabel: total?.text ?? null, lines: body.lines, skipped: body.skipped,
  };
}

function belowMonths(matrix: Matrix, header: MonthHeader): string {
  const [first = '', ...others] = header.months.map((position) => textAt(matrix, header.line + 1, position));
  return others.every((text) => text === first) && readMonthCell(first, null).kind === 'text' ? first : '';
}

/** The unit may be noted a little beyond the last heading. */
const NOTE_REACH = 2;

interface Said {
  readonly text: string;
  readonly year: number | null;
  readonly unit: string | null;
}

/** The header's own cells over the labels: a year, a measure, a unit; 項目 and the like say nothing. */
function readCorner(matrix: Matrix, header: MonthHeader): Said {
  let said: Said = { text: '', year: null, unit: null };
  for (let position = header.labels.from; position <= header.labels.to; position++) {
    const text = textAt(matrix, header.line, position);
    if (text === '' || isAside(matrix, header, position)) continue;
    const unit = readUnitNote(text);
    if (unit !== null) {
      said = { ...said, unit };
      continue;
    }
    if (isUnit(text)) continue;
    const { year, rest } = splitYear(text);
    said = { ...said, year: said.year ?? year, text: said.text === '' && !isLabelWord(rest) ? rest : said.text };
  }
  return said;
}

/** Titles, year and unit told in the lines above the header, until figures or another header stand there. */
function readAbove(matrix: Matrix, header: MonthHeader, headerAt: HeaderAt, surroundings: Surroundings): { readonly titles: readonly string[]; readonly year: number | null; readonly unit: string | null } {
  const titles: string[] = [];
  let [year, unit]: [number | null, string | null] = [null, null];
  const extent = extentOf(header);
  const isFirst = !Array.from({ length: header.line }, (_, line) => line).some((line) => headerAt(line).length > 0);
  for (let line = header.line - 1; line >= Math.max(0, header.line - TITLE_REACH); line--) {
    if (headerAt(line).length > 0 || surroundings.isForeign(line)) break;
    // A line of another table: its cells are filled, or it bears a figure under a month; above the first table a date is when it was written.
    const cells = header.months.map((position) => readMonthCell(matrix.at(line, position), null, matrix.format(line, position)));
    if (cells.filter((cell) => cell.kind !== 'blank').length > 6 || cells.some((cell) => cell.kind === 'figure' && !(isFirst && cell.form === 'date'))) break;
    const texts: string[] = [];
    for (let position = extent.from; position <= extent.to + NOTE_REACH; position++) {
      const cell = readMonthCell(matrix.at(line, position), null);
      if (cell.kind === 'text' && (position <= extent.to || readUnitNote(cell.text) !== null)) texts.push(cell.text);
    }
    for (const text of texts.reverse()) {
      const note = readUnitNote(text);
      if (note !== null) {
        unit ??= note;
        continue;
      }
      const split = splitYear(text);
      year ??= split.year ?? yearOfPeriod(text);
      if (split.rest !== '' && !isRemark(text)) titles.push(split.rest);
    }
  }
  return { titles, year, unit };
}
