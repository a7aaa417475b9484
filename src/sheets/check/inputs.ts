import { limitWords } from '../../domain/limits';
import { figureNoun, placeWord, subject, typedWord } from '../../domain/checks/words';
import { MONTHS } from '../../domain/checks/months';
import { editText } from '../../domain/editText';
import { isBlankFigure, plainFigureText, quoted } from '../../domain/figureText';
import { dateOfSerial, isSerialIn } from '../../domain/fiscalYear';
import { formatFigure } from '../../domain/formatFigure';
import { expectationOf, readFigure, type FigureExpectation } from '../../domain/readFigure';
import { isTimeSlip, readTimeSlip, type TimeSlip } from '../../domain/timeSlip';
import { isAsked, isTotalAsked } from '../asked';
import type { SheetCell } from '../blockPlace';
import type { CheckFix } from './finding';
import { relativeFormula } from './relativeFormula';
import { cellAt, placeWords, rowFinding, seenFigure, shownFormula, type At, type CheckedRow, type Found } from './rows';
import { together, type FoundAt } from './together';

/** What stands in the cells of a row that people type, other than the figure that belongs there. */
export function inputFindings(checked: CheckedRow): Found[] {
  const inputs = [...MONTHS, 'total' as const].flatMap((at) => {
    const cell = cellAt(checked, at);
    return cell && isInput(checked, at, cell) ? [{ at, cell }] : [];
  });
  const bearsFormula = ({ cell }: { readonly cell: SheetCell }): boolean => checked.grid.formula(cell.row, cell.column) !== null;
  const typed = inputs.filter((one) => !bearsFormula(one)).flatMap(({ at, cell }): FoundAt[] => {
    const value = checked.grid.value(cell.row, cell.column);
    const found = typeof value === 'string' ? textFinding(checked, at, cell, value) : typeof value === 'number' ? numberFinding(checked, at, cell, value) : [];
    return found.map((one) => ({ at, found: one }));
  });
  const errors = inputs.filter((one) => !bearsFormula(one) && errorIn(checked, one.cell) !== null);
  // A total that is typed may as well be worked out.
  return [...formulaFinding(checked, inputs.filter((one) => one.at !== 'total' && bearsFormula(one))), ...errorFinding(checked, errors), ...together(checked, typed)];
}

function isInput({ row, grid }: CheckedRow, at: At, cell: SheetCell): boolean {
  return at === 'total' ? isTotalAsked(row.definition, grid, cell) : isAsked(row.definition, grid, cell);
}

/** The total of a row of dates is a number of them. */
function expectedAt({ row, year }: CheckedRow, at: At): FigureExpectation {
  const expected = expectationOf(row.definition, year);
  return at === 'total' && expected.form === 'date' ? { ...expected, form: 'number' } : expected;
}

interface Input {
  readonly at: At;
  readonly cell: SheetCell;
}

/** Errors that came with values pasted from elsewhere; in any language Excel writes them alike. */
function errorIn({ grid }: CheckedRow, { row, column }: SheetCell): string | null {
  const text = grid.text(row, column);
  return /^#(?:N\/A|DIV\/0!|NAME\?|[A-Z]+!)$/.test(text) ? text : null;
}

function errorFinding(checked: CheckedRow, inputs: readonly Input[]): Found[] {
  const [first, ...more] = inputs.map(({ cell }) => errorIn(checked, cell) ?? '');
  if (first === undefined) return [];
  const ats = inputs.map(({ at }) => at);
  return [rowFinding('errorValue', checked, ats, {
    text: `${subject(checked)}の${placeWords(checked, ats)}がエラー（${first}）になっているため、計や率も計算できません。`, suggestion: '数値を入力し直してください（数値がない月は、セルに － と入力します）。', seen: [first, ...more].join(' '),
  })];
}

function formulaFinding(checked: CheckedRow, inputs: readonly Input[]): Found[] {
  const formulas = inputs.map(({ cell }) => checked.grid.formula(cell.row, cell.column) ?? '');
  const [first] = formulas;
  if (first === undefined) return [];
  return [rowFinding('formulaTyped', checked, inputs.map(({ at }) => at), {
    text: `${subject(checked)}の${placeWords(checked, inputs.map(({ at }) => at))}は数値を入力する欄ですが、計算式（${shownFormula(first)}）が入っているため、参照先が変わると数値も変わります。`,
    suggestion: '計算の結果を、数値で入力し直してください。', seen: inputs.map(({ cell }, index) => relativeFormula(formulas[index] ?? '', cell)).join(' '),
  })];
}

/** A figure, or several, with at most a sign before and a unit behind; words that merely mention a number are a person's note. Δ and ⊿ are typed for △, and ー reads as - by now. */
const LIKE_A_FIGURE = /^(?:[-+±△▲Δ⊿¥(約]*|マイナス) ?\.?\d[-\d.,:;/、・ ]*(?:パ-セント|ポイント|[^\d\s]{0,3})\)?$|^\d+(?:時間|h|月|年)[\d月日分時間年m ]*$/;

function textFinding(checked: CheckedRow, at: At, cell: SheetCell, text: string): Found[] {
  const plain = plainFigureText(text);
  if (isBlankFigure(plain)) return [];
  const expected = expectedAt(checked, at);
  const reading = readFigure(text, expected);
  if (!reading.ok && !LIKE_A_FIGURE.test(plain)) return [];
  const where = `${subject(checked)}の${placeWord(checked, at)}`;
  const shown = quoted(text.trim());
  if (!reading.ok || reading.value === null) {
    const reason = reading.ok ? '' : `（${reading.reason}）`;
    return [rowFinding('textNumber', checked, [at], { text: `${where}${shown}は文字として入っているため、計算に使われていません${reason}。`, suggestion: `${figureNoun(expected)}を確認して入力し直してください。`, seen: text })];
  }
  const meant = plainWord(reading.value, expected);
  const fix = isWithin(reading.value, expected, checked, at) ? fixOf(cell, text, reading.value, text.trim() === meant ? `文字の${shown}を、${figureNoun(expected)}の ${meant} に直す` : `${shown}を ${meant} に直す`) : null;
  if (reading.notes.length > 0) {
    const slip = readTimeSlip(plain);
    const words = { text: `${where}${shown}は文字として入っているため、平均などの計算に使われていません。`, seen: text };
    return [slip ? slipFinding(checked, at, slip, words, fix) : rowFinding('timeSlip', checked, [at], { ...words, suggestion: `${meant} と読めるため、半角の「:」で入力し直してください。`, fix })];
  }
  if (/^[△▲]/.test(plain)) {
    return [rowFinding('markTyped', checked, [at], { text: `${where}${shown}は記号と数字の文字のため、計算に使われていません。`, suggestion: `負の数は ${meant} と入力してください。`, seen: text, fix })];
  }
  return [rowFinding('textNumber', checked, [at], { text: `${where}${shown}は文字として入っているため、計算に使われていません。`, suggestion: `${meant} と読めるため、${figureNoun(expected)}で入力し直してください。`, seen: text, fix })];
}

function numberFinding(checked: CheckedRow, at: At, cell: SheetCell, value: number): Found[] {
  const expected = expectedAt(checked, at);
  if (expected.form === 'duration' && isSlip(checked, at, value)) {
    const slip = readTimeSlip(String(value));
    if (!slip) return [];
    const text = `${subject(checked)}の${placeWord(checked, at)}は ${value} と入力されているため、Excelでは ${formatFigure(value, '[h]:mm', '')} になります。`;
    const fix = slip.asClock !== null && isWithin(slip.asClock, expected, checked, at) ? fixOf(cell, value, slip.asClock, `「${value}」を ${plainWord(slip.asClock, expected)} に直す`) : null;
    return [slipFinding(checked, at, slip, { text, seen: seenFigure(value) }, fix)];
  }
  if (expected.form === 'date' && at !== 'total' && !isSerialIn(value, checked.year, at)) {
    const what = value < FIRST_LIKELY_DATE ? `${value} は日付ではありません` : `日付は ${dateWord(value)} で、その年度の${placeWord(checked, at)}ではありません`;
    return [rowFinding('bounds', checked, [at], { text: `${subject(checked)}の${placeWord(checked, at)}の${what}。`, suggestion: '日付を年から入力し直してください。', seen: seenFigure(value) })];
  }
  return [];
}

/** 1954: what is less was typed as a number, 11 or 12.11 for a day. */
const FIRST_LIKELY_DATE = 20_000;

/** Whether the figure of a month or total is a time that lost its colon. */
export function isSlip({ row, year, series, lastYear }: CheckedRow, at: At, value: number): boolean {
  if (expectationOf(row.definition, year).form !== 'duration') return false;
  const others = [...series.months.filter((_, month) => month !== at), ...(lastYear?.months ?? [])];
  return isTimeSlip(value, others.flatMap((figure) => figure ?? []));
}

/** Two readings are told and left to a person; one is offered. */
function slipFinding(checked: CheckedRow, at: At, slip: TimeSlip, words: { readonly text: string; readonly seen: string }, fix: CheckFix | null): Found {
  const [hours = '', clock = ''] = [slip.asHours, slip.asClock].map((value) => (value === null ? '' : typedWord(checked, value)));
  const meant = slip.sure ? `${clock} とみられます` : clock === '' || clock === hours ? `${hours} とみられます` : `${clock} か ${hours}${hours.endsWith(':00') ? ' ' : '（時間の小数）'}とみられます`;
  return rowFinding('timeSlip', checked, [at], { ...words, suggestion: `${meant}ので、確認して「:」で入力し直してください。`, fix: slip.sure ? fix : null });
}

/** A figure that would be found odd again is not offered. */
const isWithin = (value: number, expected: FigureExpectation, { row }: CheckedRow, at: At): boolean =>
  limitWords(value, { min: row.definition.min, max: row.definition.max, expected, month: at === 'total' ? null : at }) === null;

/** As it is typed into a cell: with an ordinary minus, and a date with the year that it is read in. */
const plainWord = (value: number, { form }: FigureExpectation): string => (form === 'date' ? dateWord(value) : editText(value, form).replace('▲', '-'));

function dateWord(serial: number): string {
  const { year, month, day } = dateOfSerial(serial);
  return `${year}/${month}/${day}`;
}

const fixOf = (cell: SheetCell, before: string | number, after: number, words: string): CheckFix => ({ words, cells: [{ sheet: cell.sheet, row: cell.row, column: cell.column, before, after, words }] });
