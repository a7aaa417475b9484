import { normalizeLabel } from '../labels';
import type { FoundLine } from './foundTable';
import { carriedOn, labelTexts } from './labelCells';
import { calendarMonth, dateOfSerial } from '../fiscalYear';
import { isUnit, readLineLabel, splitUnit } from './lineLabel';
import { readMonthCell, type MonthCell } from './looseFigure';
import { meets, textAt, type Content, type Matrix, type Span } from './matrix';
import { extentOf, type MonthHeader } from './monthHeader';
import type { HeaderAt, Surroundings } from './surroundings';
import { isLabelWord, isRemark } from './words';

/** Blank lines that a table may have inside. */
const MOST_BLANK = 2;
/** A title stands at most so many lines above its header. */
export const TITLE_REACH = 4;
/** A longer text in the label's cell is a remark. */
const LONGEST_LABEL = 40;

export interface Body {
  readonly lines: readonly FoundLine[];
  readonly skipped: number;
}

/** The years that lines without one may be of: the header's own goes before that of a line above, which goes before the context's. */
export interface BodyYears {
  readonly header: number | null;
  readonly context: number | null;
}

export interface BodyEnd {
  /** A text, where every line of a table has figures and the first that has none ends it. */
  readonly dense: boolean;
  /** After so many lines no more are read. */
  readonly most: number;
}

/** Reads the lines of a table below its header, up to the next header, its title or a gap. `headerAt` tells the headers of a line. */
export function readBody(matrix: Matrix, header: MonthHeader, totalPosition: number | null, years: BodyYears, { dense, most }: BodyEnd, headerAt: HeaderAt, surroundings: Surroundings): Body {
  const lines: FoundLine[] = [];
  let skipped = 0;
  let blanks = 0;
  let open: readonly string[] = [];
  let lastYear: number | null = null;
  const extent = extentOf(header);
  const positions = [...header.months, ...(totalPosition === null ? [] : [totalPosition])];
  const unitPosition = header.after.find((heading) => normalizeLabel(heading.text) === '単位')?.position;
  const heads = (line: number): boolean => headerAt(line).some((other) => meets(extentOf(other), extent));
  for (let line = header.line + 1; line < matrix.lines && blanks <= MOST_BLANK && lines.length < most; line++) {
    if (heads(line) || surroundings.isForeign(line)) break;
    const texts = labelTexts(matrix, header, line);
    const own = texts.filter((text) => text !== '');
    const filled = positions.filter((position) => textAt(matrix, line, position) !== '').length;
    if (filled === 0 && own.length === 0 && isUntouched(matrix, line, extent)) {
      blanks++;
      continue;
    }
    if (filled === 0 && (dense || leadsToHeader(matrix, line, heads, header))) break;
    if (lines.length > 0 && filled > 1 && headsAnother(own, header.months.map((position) => matrix.at(line, position)))) break;
    if (own.length === 0 || isRemark(own[0] ?? '') || (filled === 0 && own.some((text) => text.length > LONGEST_LABEL))) {
      skipped++;
      continue;
    }
    const merged = carriedOn(texts, open);
    const base = years.header ?? years.context;
    const said = readLineLabel(merged, undefined, base !== null);
    const told = said.year ?? (base === null || said.yearsBack === null ? null : base - said.yearsBack);
    const year: number | null = told ?? years.header ?? lastYear ?? years.context;
    const cellAt = (position: number | null): MonthCell => (position === null ? { kind: 'blank' } : readMonthCell(matrix.at(line, position), year, matrix.format(line, position)));
    const label = said.labels.at(-1) ?? '';
    const besides = unitPosition === undefined ? '' : textAt(matrix, line, unitPosition);
    // What merged cells above say of a year or unit does not make a line of a section's heading.
    const marks = readLineLabel(own, undefined, base !== null);
    const found: FoundLine = {
      line, label, group: said.labels.slice(0, -1).join(' '), unit: said.unit ?? splitUnit(label).unit ?? (isUnit(besides) ? besides : null), year,
      cells: header.months.map(cellAt), total: cellAt(totalPosition), marked: filled > 0 || marks.year !== null || marks.yearsBack !== null || marks.unit !== null,
    };
    if (dense && [...found.cells, found.total].some((cell) => cell.kind === 'text')) break;
    if (isProse(found)) {
      skipped++;
      continue;
    }
    open = merged;
    blanks = 0;
    lastYear = said.year ?? lastYear;
    lines.push(found);
  }
  const filled = lines.filter(bearsFigures);
  const rows = filled.length > 0 ? lines.filter((line) => bearsFigures(line) || !isSection(line, filled)) : lines;
  return { lines: rows, skipped: skipped + lines.length - rows.length };
}

const bearsFigures = ({ cells, total }: FoundLine): boolean => [...cells, total].some((cell) => cell.kind === 'figure');

/** Among lines with figures, one without any that is no measure of a year or unit heads those below it; a year alone does, where they have labels. */
const isSection = (line: FoundLine, filled: readonly FoundLine[]): boolean => !line.marked || (line.label === '' && line.unit === null && filled.every((one) => one.label !== ''));

/** A line whose cells say more in words than in figures; a single date that is not of its month says when something was written. */
function isProse({ cells, total }: FoundLine): boolean {
  const of = (kind: MonthCell['kind']): number => [...cells, total].filter((cell) => cell.kind === kind).length;
  const stray = cells.some((cell, month) => cell.kind === 'figure' && cell.form === 'date' && dateOfSerial(cell.value).month !== calendarMonth(month));
  return of('text') > of('figure') || (stray && of('figure') === 1);
}

/** Whether a line heads a table of another kind that follows: 項目 or nothing, and then headings, which no two columns share. */
function headsAnother(own: readonly string[], contents: readonly Content[]): boolean {
  const texts = contents.filter((content) => content !== '');
  if (own.length > 0) return own.every(isLabelWord);
  return new Set(texts).size === texts.length && texts.every((content) => readMonthCell(content, null).kind === 'text');
}

function isUntouched(matrix: Matrix, line: number, extent: Span): boolean {
  for (let position = extent.from; position <= extent.to; position++) if (textAt(matrix, line, position) !== '') return false;
  return true;
}

/** Whether a text without figures is the title of the next table: a header follows with nothing but texts between. */
function leadsToHeader(matrix: Matrix, line: number, heads: (line: number) => boolean, header: MonthHeader): boolean {
  for (let next = line + 1; next <= line + TITLE_REACH && next < matrix.lines; next++) {
    if (heads(next)) return true;
    if (header.months.some((position) => readMonthCell(matrix.at(next, position), null).kind === 'figure')) return false;
  }
  return false;
}
