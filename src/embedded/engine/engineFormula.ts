import type { Book, Sheet } from '../model/book';
import { foldName } from '../model/folding';
import { sheetOf, withoutSheet } from '../model/formulaTokens';
import { quoteSheet } from '../../plan/a1';
import { formulaShifter, tokenizeFormula, type Token } from '../../plan/formulaText';

/** A formula ready for the engine, or why it cannot be worked out. */
export type EngineFormula = { readonly formula: string } | { readonly unsupported: string; readonly error: '#NAME?' | '#REF!' };

const NESTING = 20;

/**
 * Prepares formulas for an engine that knows no defined names: names are replaced by what they refer to, so that no syntax
 * tree of an older definition can be met; numbers are written in their shortest form, as Excel does when a formula is typed.
 */
export class FormulaPreparer {
  private readonly prepared = new Map<string, EngineFormula>();

  constructor(private readonly book: Book, private readonly functions: ReadonlySet<string>) {}

  /** `row` and `column` matter only for names with relative references. */
  prepare(formula: string, sheet: Sheet, row: number, column: number): EngineFormula {
    const key = `${sheet.id} ${formula}`;
    const known = this.prepared.get(key);
    if (known) return known;
    const scope = { sheet, row, column, relativeName: false };
    const result = this.expand(formula, scope, 0);
    if (!scope.relativeName) this.prepared.set(key, result);
    return result;
  }

  private expand(formula: string, scope: Scope, depth: number): EngineFormula {
    if (depth > NESTING) return { unsupported: 'defined names refer to each other in a circle', error: '#NAME?' };
    let text = '';
    let braces = 0;
    for (const token of tokenizeFormula(formula)) {
      if (token.kind === 'brace') braces += token.text === '{' ? 1 : -1;
      const piece = token.kind === 'string' && braces === 0 ? { formula: textLiteral(token.text) } : this.piece(token, scope, depth);
      if ('unsupported' in piece) return piece;
      text += piece.formula;
    }
    return { formula: text };
  }

  private piece(token: Token, scope: Scope, depth: number): EngineFormula {
    switch (token.kind) {
      case 'structured': return { unsupported: `structured reference ${token.text}`, error: '#REF!' };
      case 'unknown': return { unsupported: `"${token.text}" is not understood`, error: '#NAME?' };
      case 'function': return this.functionPiece(token.text);
      case 'number': return { formula: String(Number(token.text)) };
      case 'error': return { formula: withoutSheet(token).toUpperCase() };
      case 'reference': return this.referencePiece(token);
      case 'name': return this.namePiece(token, scope, depth);
      default: return { formula: token.text };
    }
  }

  private functionPiece(text: string): EngineFormula {
    const name = text.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, '');
    return this.functions.has(name) ? { formula: name } : { unsupported: `function ${name}`, error: '#NAME?' };
  }

  private referencePiece(token: Token): EngineFormula {
    const sheet = sheetOf(token);
    if (sheet === null) return { formula: token.text.toUpperCase() };
    if (/[[:]/.test(sheet)) return { unsupported: `reference to another workbook or to several sheets: ${token.text}`, error: '#REF!' };
    const found = this.book.sheets.find((one) => foldName(one.name) === foldName(sheet));
    return { formula: found ? `${quoteSheet(found.name)}!${withoutSheet(token).toUpperCase()}` : '#REF!' };
  }

  private namePiece(token: Token, scope: Scope, depth: number): EngineFormula {
    const name = this.findName(withoutSheet(token), sheetOf(token), scope.sheet);
    if (name === undefined) return { formula: '#NAME?' };
    const shifted = formulaShifter(name)(scope.row, scope.column);
    if (shifted !== formulaShifter(name)(scope.row + 1, scope.column + 1)) scope.relativeName = true;
    const inner = this.expand(shifted, scope, depth + 1);
    if ('unsupported' in inner) return inner;
    const single = tokenizeFormula(inner.formula).length === 1;
    return single ? inner : { formula: `(${inner.formula})` };
  }

  /** A name of the sheet goes before one of the workbook (ECMA-376 part 1, 18.2.5). */
  private findName(name: string, qualifier: string | null, home: Sheet): string | undefined {
    const sheet = qualifier === null ? home : this.book.sheets.find((one) => foldName(one.name) === foldName(qualifier));
    const called = this.book.names.filter((one) => foldName(one.name) === foldName(name));
    return (called.find((one) => one.scope !== undefined && one.scope === sheet?.id) ?? called.find((one) => one.scope === undefined))?.refersTo;
  }
}

/** The engine takes a text like "5-1" for a date when it is handed to a function; joined to "" it stays the text it is. */
function textLiteral(literal: string): string {
  return /\d/.test(literal) && !/^"\d+"$/.test(literal) ? `(${literal}&"")` : literal;
}

interface Scope {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** Set when a name was met whose meaning depends on the cell. */
  relativeName: boolean;
}
