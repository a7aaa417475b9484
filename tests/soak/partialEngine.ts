import { UniverEngine } from '../../src/embedded/engine/calculation';
import { keyColumn, keyRow, type Book, type CalculationEngine, type Cell, type Sheet } from '../../src/embedded/model/book';
import { foldName } from '../../src/embedded/model/folding';
import { areaOf, sheetOf } from '../../src/embedded/model/formulaTokens';
import { contains, type Area } from '../../src/plan/a1';
import { tokenizeFormula } from '../../src/plan/formulaText';
import { sameScalar } from './contents';

interface Reference {
  /** Folded; null: the sheet of the formula. */
  readonly sheet: string | null;
  readonly area: Area;
}
interface Spoken {
  readonly references: readonly Reference[];
  /** It speaks of names, or of what cannot be told: worked out whenever names or sheets changed. */
  readonly byName: boolean;
}

/**
 * Works out only the formulas that something they speak of changed for, and takes the others as they stand: a sequence is worked out dozens of
 * times. The results are those of the whole engine, which a test compares.
 */
export class PartialEngine implements CalculationEngine {
  private readonly engine = new UniverEngine();
  private readonly spoken = new Map<string, Spoken>();
  private known = new Map<string, ReadonlyMap<number, Cell>>();
  private frame = '';

  async recalculate(book: Book): Promise<void> {
    const stale = this.staleOf(book);
    if ([...stale.values()].some((keys) => keys.size > 0)) {
      await this.engine.recalculate({
        ...book,
        sheets: book.sheets.map((sheet) => ({ ...sheet, cells: new Map([...sheet.cells].map(([key, cell]) => [key, cell.formula === undefined || stale.get(sheet)?.has(key) ? cell : valueOf(cell)])) })),
      });
    }
    this.known = new Map(book.sheets.map((sheet) => [foldName(sheet.name), new Map([...sheet.cells].map(([key, { value, formula }]) => [key, { ...(value === undefined ? {} : { value }), ...(formula === undefined ? {} : { formula }) }]))]));
    this.frame = frameOf(book);
  }

  private staleOf(book: Book): ReadonlyMap<Sheet, ReadonlySet<number>> {
    const newFrame = frameOf(book) !== this.frame;
    const changed = new Map(book.sheets.map((sheet) => [foldName(sheet.name), changedKeys(this.known.get(foldName(sheet.name)), sheet)]));
    // What is gone changed too, for whoever still speaks of it.
    for (const [name, cells] of this.known) if (!changed.has(name)) changed.set(name, new Set(cells.keys()));
    const formulas = book.sheets.flatMap((sheet) => [...sheet.cells].flatMap(([key, { formula }]) => (formula === undefined ? [] : [{ sheet, name: foldName(sheet.name), key, spoken: this.spokenOf(formula) }])));
    const stale = new Map<Sheet, Set<number>>(book.sheets.map((sheet) => [sheet, new Set()]));
    let left = formulas;
    for (;;) {
      const found = left.filter(({ name, key, spoken }) => changed.get(name)?.has(key) || (newFrame && spoken.byName) || spoken.references.some((one) => meets(one, name, changed)));
      if (found.length === 0) return stale;
      for (const { sheet, name, key } of found) {
        stale.get(sheet)?.add(key);
        changed.get(name)?.add(key);
      }
      const isFound = new Set(found);
      left = left.filter((one) => !isFound.has(one));
    }
  }

  private spokenOf(formula: string): Spoken {
    const known = this.spoken.get(formula);
    if (known) return known;
    const tokens = tokenizeFormula(formula);
    const references = tokens.flatMap((token) => {
      const area = areaOf(token);
      const sheet = sheetOf(token);
      return area ? [{ sheet: sheet === null ? null : foldName(sheet), area }] : [];
    });
    const made = { references, byName: tokens.some((token) => token.kind === 'name' || token.kind === 'error' || token.kind === 'structured' || token.prefix !== undefined) };
    this.spoken.set(formula, made);
    return made;
  }
}

const valueOf = ({ value }: Cell): Cell => (value === undefined ? {} : { value });

/** Names and sheets, which formulas speak of besides cells. */
const frameOf = ({ names, sheets }: Book): string => JSON.stringify([sheets.map(({ id, name }) => [id, name]), names.map(({ name, scope, refersTo }) => [name, scope ?? null, refersTo])]);

/** Cells that say something else than they did; a formula that stands unchanged and has a result did not change. */
function changedKeys(before: ReadonlyMap<number, Cell> | undefined, sheet: Sheet): Set<number> {
  const changed = new Set<number>();
  for (const [key, cell] of sheet.cells) {
    const was = before?.get(key);
    if (was?.formula !== cell.formula || !sameScalar(was?.value, cell.value) || (cell.formula !== undefined && cell.value === undefined)) changed.add(key);
  }
  for (const key of before?.keys() ?? []) if (!sheet.cells.has(key)) changed.add(key);
  return changed;
}

function meets({ sheet, area }: Reference, home: string, changed: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  const keys = changed.get(sheet ?? home);
  if (!keys || keys.size === 0) return false;
  for (const key of keys) if (contains(area, keyRow(key), keyColumn(key))) return true;
  return false;
}
