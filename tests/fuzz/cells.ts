import { parseMonthWord, readFiscalYear, readMonthWord } from '../../src/domain/fiscalYear';
import { normalizeLabel } from '../../src/domain/labels';
import { checkFigure } from '../../src/domain/limits';
import { readMark, STATUS_MARKS } from '../../src/domain/marks';
import { branchOf, BRANCHES } from '../../src/domain/rank/branches';
import { readFigure, type FigureExpectation } from '../../src/domain/readFigure';
import { readMonthCell, readAs } from '../../src/domain/recognition/looseFigure';
import { readLineLabel, readUnitNote, splitUnit } from '../../src/domain/recognition/lineLabel';
import { readMonthHeading, yearAboveApril } from '../../src/domain/recognition/monthHeading';
import { readDay } from '../../src/domain/records/day';
import { parseRowFormula, printRowFormula } from '../../src/domain/rowFormula';
import { LineReader, type CellProblem } from '../../src/sheets/cellReading';
import { hasMinus, isSaid, saidBy } from './said';

const FISCAL_YEAR = 2024;
const EXPECTED: readonly FigureExpectation[] = (['number', 'rate', 'duration', 'date'] as const).map((form) => ({ form, unit: form === 'number' ? '件' : '', fiscalYear: FISCAL_YEAR }));

/** How often readers gave a figure, none, or a reason. */
export interface Counts { read: number; blank: number; refused: number }
export const noCounts = (): Counts => ({ read: 0, blank: 0, refused: 0 });

function claim(holds: boolean, what: string, text: string): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(text)}`);
}

/** Gives one text to every reader of cells, and holds what they say against what the text says. Throws where a figure is invented. */
export function checkCell(text: string, counts: Counts): void {
  const said = saidBy(text, FISCAL_YEAR);
  for (const expected of EXPECTED) {
    const reading = readFigure(text, expected);
    if (!reading.ok) {
      counts.refused++;
      claim(reading.reason !== '', `${expected.form} without a reason`, text);
    } else if (reading.value === null) {
      counts.blank++;
      claim(!/[0-9０-９]/.test(text), `${expected.form} left out`, text);
    } else {
      counts.read++;
      claim(isSaid(reading.value, said, expected.form), `${expected.form} ${reading.value}`, text);
      claim(reading.value >= 0 || hasMinus(text), `${expected.form} ${reading.value} without a sign`, text);
    }
    const checked = checkFigure(text, { expected, min: 0, max: 10, month: 3 });
    if (checked.ok && checked.value !== null && expected.form !== 'date') claim(checked.value >= 0 && checked.value <= 10, `${expected.form} beyond its limits`, text);
    claim(checked.ok || checked.reason.endsWith('。'), `${expected.form} without a sentence`, text);
    const cell = readAs(text, expected);
    claim(cell.kind !== 'figure' || isSaid(cell.value, said, expected.form), `${expected.form} of a table`, text);
  }
  checkWords(text, said);
  checkNumbers(text, said);
}

function checkWords(text: string, said: ReturnType<typeof saidBy>): void {
  const cell = readMonthCell(text, FISCAL_YEAR);
  claim(cell.kind !== 'figure' || isSaid(cell.value, said, null), `figure of a month ${JSON.stringify(cell)}`, text);
  const mark = readMark(text);
  claim(mark === null || STATUS_MARKS.includes(mark), 'mark', text);
  const branch = branchOf(text);
  claim(branch === null || (BRANCHES.includes(branch) && text.normalize('NFKC').replace(/\s/g, '').includes(branch)), 'branch', text);
  const written = text.normalize('NFKC').replace(/\s/g, '');
  const word = parseMonthWord(text);
  const tellsMonth = /[0-9]|[一二三四五六七八九十]|[a-z]{3}/i.test(written);
  claim(word === null || (tellsMonth && word.month >= 1 && word.month <= 12 && Number.isInteger(word.month)), 'month', text);
  claim(word?.year == null || (word.year >= 1900 && word.year <= 2117), 'year of a month', text);
  const heading = readMonthHeading(text);
  claim(heading === null || (tellsMonth && heading.month >= 0 && heading.month <= 11), 'heading', text);
  const month = readMonthWord(text);
  claim(month === null || (month >= 0 && month <= 11), 'month of a row', text);
  for (const year of [readFiscalYear(text), yearAboveApril(text), readLineLabel([text], undefined, true).year]) {
    claim(year === null || (Number.isInteger(year) && /[0-9元一二三四五六七八九十]/.test(written) && year >= 1900 && year <= 2117), `fiscal year ${String(year)}`, text);
  }
  const day = readDay(text, FISCAL_YEAR, '調達');
  claim(day.ok ? said.serials.has(day.day) || saidBy(text, FISCAL_YEAR - 1).serials.has(day.day) : day.reason !== '', 'day', text);
  const { rest, unit } = splitUnit(text);
  claim(text.includes(rest) && (unit === null || text.includes(unit)) && (readUnitNote(text) ?? '').length <= 6, 'unit', text);
  claim(typeof normalizeLabel(text) === 'string', 'label', text);
  const formula = parseRowFormula(text);
  if (formula.ok) claim(parseRowFormula(printRowFormula(formula.data)).ok, 'formula', text);
  else claim(formula.reason.message !== '' && formula.reason.at >= 1, 'formula without a reason', text);
}

/** The cells of definition lists. */
function checkNumbers(text: string, said: ReturnType<typeof saidBy>): void {
  const problems: CellProblem[] = [];
  const reader = new LineReader('表定義', { row: 1, value: () => text, text: () => text.trim(), cell: () => 'A1' }, problems);
  const value = reader.number('a', '数');
  claim(value === null || isSaid(value, said, 'number'), `number ${String(value)} of a list`, text);
  claim(value !== null || problems.length > 0 || !/[0-9０-９]/.test(text), 'number of a list left out', text);
}
