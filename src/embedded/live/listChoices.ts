import { contains, type Area } from '../../plan/a1';
import { formulaShifter, tokenizeFormula } from '../../plan/formulaText';
import type { Book, Opaque, Sheet, Validation } from '../model/book';
import { foldName } from '../model/folding';
import { areaOf, sheetOf } from '../model/formulaTokens';
import { shownText } from '../host/cells/shownText';

/** A list offered for more cells than this is no list for people. */
const LONGEST_LIST = 10_000;

const isList = (rule: Validation | Opaque): rule is Validation => !('opaque' in rule);

/** The drop-down list of a cell. */
export function validationAt(sheet: Sheet, row: number, column: number): Validation | undefined {
  return sheet.validations.filter(isList).find((rule) => rule.areas.some((area) => contains(area, row, column)));
}

/**
 * The choices of a list as its cells show them, without empty ones.
 * null where the source is a formula that needs calculating (OFFSET, INDIRECT): then anything may be right.
 */
export function listChoices(book: Book, sheet: Sheet, rule: Validation, row: number, column: number): string[] | null {
  if (!rule.source.startsWith('=')) return rule.source.split(',').map((choice) => choice.trim()).filter((choice) => choice !== '');
  const [first] = rule.areas;
  if (!first) return null;
  const found = referredArea(book, sheet, formulaShifter(rule.source.slice(1))(row - first.row, column - first.column));
  if (!found || found.area.rows * found.area.columns > LONGEST_LIST) return null;
  return textsOf(book, found.sheet, found.area);
}

/** The one area that a formula is: a reference, or a name of one. */
function referredArea(book: Book, home: Sheet, formula: string, depth = 0): { sheet: Sheet; area: Area } | null {
  const [token, ...more] = tokenizeFormula(formula).filter((one) => one.kind !== 'space');
  if (!token || more.length > 0 || depth > 20) return null;
  const area = areaOf(token);
  const named = sheetOf(token);
  const sheet = named === null ? home : book.sheets.find((one) => foldName(one.name) === foldName(named));
  if (!sheet) return null;
  if (area) return { sheet, area };
  if (token.kind !== 'name') return null;
  const names = book.names.filter((one) => foldName(one.name) === foldName(token.text));
  const name = names.find((one) => one.scope === home.id) ?? names.find((one) => one.scope === undefined);
  return name ? referredArea(book, home, name.refersTo, depth + 1) : null;
}

function textsOf(book: Book, sheet: Sheet, area: Area): string[] {
  const texts: string[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const text = shownText(book, sheet, row, column);
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}
