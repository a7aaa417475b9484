import { tokenizeFormula, type Token } from '../../plan/formulaText';
import { sheetOf } from './formulaTokens';

/**
 * Is the text (without "=") a complete formula by Excel's grammar?
 * Structured references, R1C1 notation, other workbooks and 3-D references are not understood and count as wrong.
 */
export function isFormula(formula: string): boolean {
  const tokens = tokenizeFormula(formula);
  if (tokens.some((token) => token.kind === 'unknown' || token.kind === 'structured' || /[[:]/.test(sheetOf(token) ?? ''))) return false;
  const reader = new Reader(tokens);
  return reader.expression() && reader.done();
}

const BINARY = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>', ':']);

/** A recursive-descent recogniser; precedence does not matter for saying yes or no. */
class Reader {
  private at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  done(): boolean {
    this.skip();
    return this.at === this.tokens.length;
  }

  expression(): boolean {
    if (!this.operand()) return false;
    for (;;) {
      const spaced = this.tokens[this.at]?.kind === 'space';
      const next = this.peek();
      if (next?.kind === 'operator' && BINARY.has(next.text)) this.at++;
      else if (!(spaced && (next?.kind === 'reference' || next?.kind === 'name'))) return true;
      if (!this.operand()) return false;
    }
  }

  private operand(): boolean {
    while (this.takeText('operator', '+', '-', '@')) { /* any number of signs */ }
    if (!this.primary()) return false;
    while (this.takeText('operator', '%', '#')) { /* 5%% is a formula */ }
    return true;
  }

  private primary(): boolean {
    const token = this.peek();
    if (!token) return false;
    this.at++;
    switch (token.kind) {
      case 'string': case 'number': case 'boolean': case 'error': case 'reference': case 'name': return true;
      case 'function': return this.take('open') && this.list(true);
      case 'open': return this.list(false);
      case 'brace': return token.text === '{' && this.array();
      default: return false;
    }
  }

  /** Arguments (which may be left out) or a union of references, up to the closing parenthesis. */
  private list(mayBeEmpty: boolean): boolean {
    if (mayBeEmpty && this.take('close')) return true;
    for (;;) {
      const next = this.peek()?.kind;
      const empty = next === 'separator' || next === 'close';
      if (empty ? !mayBeEmpty : !this.expression()) return false;
      if (this.take('close')) return true;
      if (!this.takeText('separator', ',')) return false;
    }
  }

  private array(): boolean {
    for (;;) {
      this.takeText('operator', '-', '+');
      const kind = this.peek()?.kind;
      if (kind !== 'number' && kind !== 'string' && kind !== 'boolean' && kind !== 'error') return false;
      this.at++;
      const separator = this.peek();
      this.at++;
      if (separator?.kind === 'brace') return separator.text === '}';
      if (separator?.kind !== 'separator') return false;
    }
  }

  private skip(): void {
    while (this.tokens[this.at]?.kind === 'space') this.at++;
  }
  private peek(): Token | undefined {
    this.skip();
    return this.tokens[this.at];
  }
  private take(kind: Token['kind']): boolean {
    if (this.peek()?.kind !== kind) return false;
    this.at++;
    return true;
  }
  private takeText(kind: Token['kind'], ...texts: readonly string[]): boolean {
    const token = this.peek();
    if (token?.kind !== kind || !texts.includes(token.text)) return false;
    this.at++;
    return true;
  }
}
