import { quoteSheet } from '../../../plan/a1';
import { formulaShifter, tokenizeFormula } from '../../../plan/formulaText';
import { blankSheet } from '../../model/blankSheet';
import { cellKey, type Aspect, type Book, type CalculationEngine, type Cell, type ConditionalFormat, type Scalar, type Sheet } from '../../model/book';
import { areaOf, sheetOf } from '../../model/formulaTokens';

/** What the conditional formats lay over a cell's own look. */
export interface Paint {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

/** More cells than this under one rule are not worked out: a rule over whole columns would take minutes. */
const LARGEST = 20_000;
const SCRATCH = '条件付き書式の計算';

interface Question {
  readonly key: number;
  readonly rule: ConditionalFormat;
  readonly formula: string;
}

/**
 * Works out a sheet's conditional formats, first priority first, with the workbook's own engine: every rule of every cell
 * becomes a formula of a sheet beside a copy of the book in which all other formulas are their results.
 */
export async function conditionalPaint(book: Book, sheet: Sheet, engine: CalculationEngine): Promise<Map<number, Paint>> {
  const questions = questionsOf(sheet);
  if (questions.length === 0) return new Map();
  const scratch = blankSheet('scratch', SCRATCH);
  questions.forEach(({ formula }, row) => scratch.cells.set(cellKey(row, 0), { formula }));
  const frozen = book.sheets.map((one) => ({ ...one, changed: new Set<Aspect>(), changedCells: new Set<number>(), cells: new Map([...one.cells].map(([key, cell]) => [key, valueOnly(cell)])) }));
  const own = book.names.filter((name) => name.scope === sheet.id).map((name) => ({ ...name, scope: scratch.id }));
  await engine.recalculate({ ...book, sheets: [...frozen, scratch], names: [...book.names, ...own] });
  return painted(questions, (row) => scratch.cells.get(cellKey(row, 0))?.value);
}

const valueOnly = ({ value }: Cell): Cell => (value === undefined ? {} : { value });

function questionsOf(sheet: Sheet): Question[] {
  return sheet.conditionalFormats.flatMap((rule) => {
    const [base] = 'opaque' in rule ? [] : rule.areas;
    if ('opaque' in rule || !base || rule.areas.reduce((sum, area) => sum + area.rows * area.columns, 0) > LARGEST) return [];
    const shifted = formulaShifter(onSheet(rule.formula, sheet));
    return rule.areas.flatMap((area) => Array.from({ length: area.rows * area.columns }, (_, index): Question => {
      const row = area.row + Math.floor(index / area.columns);
      const column = area.column + (index % area.columns);
      return { key: cellKey(row, column), rule, formula: shifted(row - base.row, column - base.column) };
    }));
  });
}

/** References without a sheet mean the rule's own. */
function onSheet(formula: string, sheet: Sheet): string {
  return tokenizeFormula(formula).map((token) => (areaOf(token) && sheetOf(token) === null ? `${quoteSheet(sheet.name)}!${token.text}` : token.text)).join('');
}

function painted(questions: readonly Question[], answer: (row: number) => Scalar | undefined): Map<number, Paint> {
  const paints = new Map<number, Paint>();
  const closed = new Set<number>();
  questions.forEach(({ key, rule }, row) => {
    const value = answer(row);
    if (closed.has(key) || !(value === true || (typeof value === 'number' && value !== 0))) return;
    const { fill, color, bold } = rule;
    paints.set(key, { ...defined({ fill, color, bold }), ...paints.get(key) });
    if (rule.stopIfTrue) closed.add(key);
  });
  return paints;
}

function defined<T extends object>(paint: T): Paint {
  return Object.fromEntries(Object.entries(paint).filter(([, value]) => value !== undefined));
}

