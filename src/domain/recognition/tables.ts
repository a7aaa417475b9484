import { isUnit, readUnitNote, splitYear } from './lineLabel';
import { readBody, TITLE_REACH } from './body';
import { labelSpan } from './labelSpan';
import type { FoundTable, YearSource } from './foundTable';
import { textAt, type Matrix } from './matrix';
import { extentOf, findMonthHeaders, type MonthHeader } from './monthHeader';
import { readMonthCell } from './looseFigure';
import { firstLines, surroundingsOf, type HeaderAt, type Surroundings } from './surroundings';
import { isLabelWord, isRemark, isTotalWord } from './words';

/** What is known of a matrix besides its contents. */
export interface MatrixContext {
  /** The name of its sheet, "" for none. */
  readonly name: string;
  /** A text, whose words stand close together; see readBody. */
  readonly dense: boolean;
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
  for (let line = 0; line < matrix.lines; line++) {
    for (const header of headerAt(line)) tables.push(readTable(matrix, header, context, headerAt));
  }
  return tables;
}

function readTable(matrix: Matrix, found: MonthHeader, context: MatrixContext, headerAt: HeaderAt): FoundTable {
  const first = firstLines(matrix, found, headerAt);
  const header = { ...found, labels: labelSpan(matrix, found, first) };
  const surroundings = surroundingsOf(matrix, header, first);
  const corner = readCorner(matrix, header);
  const above = readAbove(matrix, header, headerAt, surroundings);
  const sheetYear = splitYear(context.name).year;
  const headerYear = corner.year ?? header.year;
  const contextYear = above.year ?? sheetYear;
  const total = header.after.find((heading) => isTotalWord(heading.text)) ?? null;
  const body = readBody(matrix, header, total?.position ?? null, { header: headerYear, context: contextYear }, context.dense, headerAt, surroundings);
  const lineYears = body.lines.some((line) => line.year !== null && line.year !== headerYear && line.year !== contextYear);
  const source: YearSource = corner.year !== null ? 'header' : header.year !== null ? 'months' : lineYears ? 'lines' : above.year !== null ? 'title' : sheetYear !== null ? 'sheet' : 'none';
  return {
    header, corner: corner.text, titles: above.titles, year: headerYear ?? contextYear, yearSource: source, unit: corner.unit ?? above.unit,
    totalPosition: total?.position ?? null, totalLabel: total?.text ?? null, lines: body.lines, skipped: body.skipped,
  };
}

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
    if (text === '') continue;
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
  for (let line = header.line - 1; line >= Math.max(0, header.line - TITLE_REACH); line--) {
    if (headerAt(line).length > 0 || surroundings.isForeign(line)) break;
    // A line of another table: its cells are filled, or it bears a figure under a month.
    const filled = header.months.filter((position) => matrix.at(line, position) !== '');
    if (filled.length > 6 || filled.some((position) => readMonthCell(matrix.at(line, position), null).kind === 'figure')) break;
    const texts: string[] = [];
    for (let position = extent.from; position <= extent.to; position++) {
      const cell = readMonthCell(matrix.at(line, position), null);
      if (cell.kind === 'text') texts.push(cell.text);
    }
    for (const text of texts.reverse()) {
      const note = readUnitNote(text);
      if (note !== null) {
        unit ??= note;
        continue;
      }
      const split = splitYear(text);
      year ??= split.year;
      if (split.rest !== '' && !isRemark(text)) titles.push(split.rest);
    }
  }
  return { titles, year, unit };
}
