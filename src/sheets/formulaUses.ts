import { cellA1 } from '../plan/a1';
import { tokenizeFormula, type Token } from '../plan/formulaText';
import { sheetOfPrefix } from '../plan/a1';
import type { NameSnapshot, WorkbookSnapshot } from '../plan/snapshot';
import { foldName } from './names';

/** A formula that speaks of a name or a sheet. */
export interface Use {
  /** "メモ B3", or 名前「x」. */
  readonly words: string;
  /** The sheet it stands on; null for a name of the workbook. */
  readonly sheet: string | null;
  /** Where it is a defined name's own formula. */
  readonly name: NameSnapshot | null;
}

interface Spoken extends Use {
  readonly tokens: readonly Token[];
}

/** A name as spoken: `seen` is the sheet Excel looks on first; null for a text, which may mean any. */
interface SpokenName {
  readonly use: Use;
  readonly seen: string | null;
  readonly isText: boolean;
}

/**
 * Which formulas of the sheets read and of the defined names speak of names and sheets. A text in a formula counts too where it
 * is one or begins like a reference to one, for INDIRECT. Charts, conditional formats and drop-downs are not looked at.
 */
export class FormulaUses {
  private readonly spoken: readonly Spoken[];
  private readonly names = new Map<string, SpokenName[]>();
  private readonly order: readonly string[];
  private readonly ownNames: ReadonlyMap<string, ReadonlySet<string>>;

  /** Only formulas that contain one of the needles, beginnings of names and sheets, are taken apart. */
  constructor(snapshot: WorkbookSnapshot, needles: readonly string[]) {
    this.order = snapshot.sheets.map((sheet) => foldName(sheet.name));
    this.ownNames = new Map(snapshot.sheets.map((sheet) => [foldName(sheet.name), new Set(sheet.ownNames.map((name) => foldName(name.name)))]));
    const wanted = needles.map(foldName);
    const speaks = (formula: string): boolean => {
      const folded = foldName(formula);
      return wanted.some((needle) => folded.includes(needle));
    };
    this.spoken = [...cellFormulas(snapshot), ...nameFormulas(snapshot)].flatMap(({ formula, ...use }) => (speaks(formula) ? [{ ...use, tokens: tokenizeFormula(formula) }] : []));
    for (const use of this.spoken) {
      for (const token of use.tokens) {
        const isText = token.kind === 'string';
        if (!isText && token.kind !== 'name') continue;
        const name = isText ? bareText(token) : foldName(token.text.slice((token.prefix ?? '').length));
        const seen = token.prefix === undefined ? use.sheet : (sheetsOf(token)[0] ?? null);
        const known = this.names.get(name);
        const one = { use, seen: seen === null ? null : foldName(seen), isText };
        if (known) known.push(one);
        else this.names.set(name, [one]);
      }
    }
  }

  /** Uses of a name: of the workbook's, where `scope` is null, or of a sheet's own. */
  ofName(name: string, scope: string | null): Use[] {
    const wanted = foldName(name);
    const home = scope === null ? null : foldName(scope);
    return (this.names.get(wanted) ?? []).filter(({ seen, isText }) => {
      if (isText) return true;
      // Excel takes a sheet's own name before the workbook's.
      const own = seen !== null && (this.ownNames.get(seen)?.has(wanted) ?? false);
      return home === null ? !own : own && seen === home;
    }).map(({ use }) => use);
  }

  /** References from elsewhere to cells or names of a sheet, those over several sheets included. */
  ofSheet(sheet: string): Use[] {
    const wanted = foldName(sheet);
    const at = this.order.indexOf(wanted);
    const means = (token: Token): boolean => {
      if (token.kind === 'string') return new RegExp(`^'?${escaped(wanted)}'?!`).test(bareText(token));
      const [first = '', last = first] = sheetsOf(token).map(foldName);
      if (first === wanted || last === wanted) return true;
      const [from, to] = [this.order.indexOf(first), this.order.indexOf(last)].sort((a, b) => a - b);
      return first !== last && from !== undefined && to !== undefined && from >= 0 && at >= from && at <= to;
    };
    return this.spoken.filter((one) => one.sheet !== sheet && one.tokens.some(means));
  }
}

type Formula = Use & { readonly formula: string };

function cellFormulas(snapshot: WorkbookSnapshot): Formula[] {
  return snapshot.sheets.flatMap(({ name: sheet, used }) => (used?.formulas ?? []).flatMap((line, down) => line.flatMap((formula, right) => {
    if (!used || typeof formula !== 'string' || !formula.startsWith('=')) return [];
    return [{ formula, words: `${sheet} ${cellA1(used.area.row + down, used.area.column + right)}`, sheet, name: null }];
  })));
}

function nameFormulas(snapshot: WorkbookSnapshot): Formula[] {
  const toFormula = (name: NameSnapshot, sheet: string | null): Formula => ({ formula: name.refersTo, words: `名前「${name.name}」`, sheet, name });
  return [...snapshot.names.map((name) => toFormula(name, null)), ...snapshot.sheets.flatMap((sheet) => sheet.ownNames.map((name) => toFormula(name, sheet.name)))];
}

/** "業務!" → 業務; "4月:6月!" → both ends. */
function sheetsOf(token: Token): string[] {
  if (token.prefix === undefined) return [];
  return sheetOfPrefix(token.prefix).split(':');
}

const bareText = (token: Token): string => foldName(token.text.slice(1, -1));
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
