import { failure, success, type Result } from './result';

/**
 * The language of derived rows: `[郵送件数]/([窓口件数]+[郵送件数])`. A row stands in brackets,
 * a row of another table as [table.row], the year before as [row:前年度]. Inside brackets an
 * apostrophe makes the next sign literal, as in an Excel structured reference.
 */
export interface RowReference {
  /** null: the formula's own table. */
  readonly table: string | null;
  readonly row: string;
  readonly yearsBack: 0 | 1;
}

export type Operator = '+' | '-' | '*' | '/';
export const AGGREGATES = ['SUM', 'AVERAGE', 'MIN', 'MAX'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** `R` is how a row is named: as written (RowReference) or, once resolved, by identity. */
export type Expression<R = RowReference> =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'row'; readonly ref: R }
  | { readonly kind: 'negate'; readonly of: Expression<R> }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression<R>; readonly right: Expression<R> }
  /** Blank rows are passed over; all blank gives blank. */
  | { readonly kind: 'aggregate'; readonly name: Aggregate; readonly refs: readonly R[] }
  | { readonly kind: 'round'; readonly of: Expression<R>; readonly digits: number };

/** What is wrong, and at which character (from 1). */
export interface FormulaProblem {
  readonly message: string;
  readonly at: number;
}

class Fault extends Error {
  constructor(message: string, readonly at: number) {
    super(message);
  }
}

/** Parses a row formula; a leading "=" is allowed. Errors name the place and what was expected. */
export function parseRowFormula(text: string): Result<Expression, FormulaProblem> {
  try {
    const parser = new Parser(text);
    return success(parser.whole());
  } catch (error) {
    if (error instanceof Fault) return failure({ message: error.message, at: error.at + 1 });
    throw error;
  }
}

/** Parses one bracketed reference and nothing else. */
export function parseRowReference(text: string): Result<RowReference, FormulaProblem> {
  const parsed = parseRowFormula(text);
  if (!parsed.ok) return parsed;
  return parsed.data.kind === 'row'
    ? success(parsed.data.ref)
    : failure({ message: '項目を [表名.項目名] の形で1つだけ書いてください', at: 1 });
}

/** Deep enough for any formula a person writes, shallow enough never to exhaust the stack. */
const MAX_DEPTH = 50;
const MAX_LENGTH = 2000;

class Parser {
  private at: number;
  private depth = 0;

  constructor(private readonly text: string) {
    if (text.length > MAX_LENGTH) throw new Fault(`計算式が長すぎます（${MAX_LENGTH}文字まで）`, MAX_LENGTH);
    this.at = /^\s*=/.exec(text)?.[0].length ?? 0;
  }

  whole(): Expression {
    const expression = this.sum();
    this.blanks();
    if (this.at < this.text.length) throw new Fault(`「${this.here()}」は読み取れません`, this.at);
    return expression;
  }

  private sum(): Expression {
    return this.chain(['+', '-'], () => this.product());
  }

  private product(): Expression {
    return this.chain(['*', '/'], () => this.factor());
  }

  private chain(operators: readonly Operator[], part: () => Expression): Expression {
    if (++this.depth > MAX_DEPTH) throw new Fault('かっこが深すぎます', this.at);
    let left = part();
    for (let operator = this.operator(operators); operator; operator = this.operator(operators)) {
      left = { kind: 'binary', operator, left, right: part() };
    }
    this.depth--;
    return left;
  }

  private operator(allowed: readonly Operator[]): Operator | null {
    this.blanks();
    const sign = SIGNS[this.here()];
    if (!sign || !allowed.includes(sign)) return null;
    this.at++;
    return sign;
  }

  private factor(): Expression {
    this.blanks();
    let negative = false;
    while (SIGNS[this.here()] === '-') {
      negative = !negative;
      this.at++;
      this.blanks();
    }
    const inner = this.atom();
    return negative ? { kind: 'negate', of: inner } : inner;
  }

  private atom(): Expression {
    const start = this.at;
    if (this.here() === '[') return { kind: 'row', ref: this.reference() };
    if (this.take('(') || this.take('（')) {
      const inner = this.sum();
      this.close(start);
      return inner;
    }
    const number = /^\d+(\.\d+)?%?/.exec(this.text.slice(this.at))?.[0];
    if (number) {
      const value = number.endsWith('%') ? Number(number.slice(0, -1)) / 100 : Number(number);
      if (!Number.isFinite(value)) throw new Fault('数が大きすぎます', this.at);
      this.at += number.length;
      return { kind: 'number', value };
    }
    const word = /^[A-Za-z]+/.exec(this.text.slice(this.at))?.[0];
    if (word) return this.call(word.toUpperCase(), start);
    throw new Fault(this.at < this.text.length ? `「${this.here()}」の前に項目 [ ] か数がありません` : '計算式が途中で終わっています', this.at);
  }

  private call(name: string, start: number): Expression {
    this.at += name.length;
    const aggregate = AGGREGATES.find((known) => known === name);
    if (!aggregate && name !== 'ROUND') throw new Fault(`関数「${name}」は使えません（使えるもの: ${[...AGGREGATES, 'ROUND'].join('、')}）`, start);
    this.blanks();
    if (!this.take('(') && !this.take('（')) throw new Fault(`「${name}」の次に「(」がありません`, this.at);
    if (!aggregate) {
      const of = this.sum();
      this.comma();
      const digits = /^-?\d{1,2}/.exec(this.text.slice(this.at))?.[0];
      if (!digits) throw new Fault('ROUND の桁数は整数で書いてください', this.at);
      this.at += digits.length;
      this.close(start);
      return { kind: 'round', of, digits: Number(digits) };
    }
    const refs: RowReference[] = [];
    do {
      this.blanks();
      if (this.here() !== '[') throw new Fault(`${name} には項目 [ ] だけを並べてください`, this.at);
      refs.push(this.reference());
      this.blanks();
    } while (this.take(',') || this.take('，') || this.take('、'));
    this.close(start);
    return { kind: 'aggregate', name: aggregate, refs };
  }

  private reference(): RowReference {
    const start = this.at++;
    const parts: string[] = [''];
    let suffix: string | null = null;
    for (;;) {
      const sign = this.here();
      if (sign === '') throw new Fault('「[」が閉じられていません', start);
      this.at++;
      if (sign === ']') break;
      const literal = sign === "'" ? this.text.charAt(this.at++) : sign;
      if (sign === '.' && suffix === null && parts.length === 1) parts.push('');
      else if (sign === ':' && suffix === null) suffix = '';
      else if (suffix !== null) suffix += literal;
      else parts[parts.length - 1] += literal;
    }
    const names = parts.map((part) => part.trim());
    if (names.some((name) => name === '')) throw new Fault('[ ] の中に項目名がありません', start);
    if (suffix !== null && suffix.trim() !== '前年度') throw new Fault(`「:${suffix}」は読み取れません（使えるもの: :前年度）`, start);
    const [first = '', second] = names;
    return { table: second === undefined ? null : first, row: second ?? first, yearsBack: suffix === null ? 0 : 1 };
  }

  private comma(): void {
    this.blanks();
    if (!this.take(',') && !this.take('，') && !this.take('、')) throw new Fault('「,」がありません', this.at);
    this.blanks();
  }

  private close(start: number): void {
    this.blanks();
    if (!this.take(')') && !this.take('）')) throw new Fault('「(」が閉じられていません', start);
  }

  private take(sign: string): boolean {
    if (this.here() !== sign) return false;
    this.at++;
    return true;
  }

  private blanks(): void {
    while (/^[\s　]$/.test(this.here())) this.at++;
  }

  private here(): string {
    return this.text.charAt(this.at);
  }
}

/** Signs as a Japanese keyboard gives them. */
const SIGNS: Readonly<Record<string, Operator>> = {
  '+': '+', '＋': '+', '-': '-', '－': '-', '−': '-', '*': '*', '＊': '*', '×': '*', '/': '/', '／': '/', '÷': '/',
};

/** Writes an expression in the language again; parsing the result gives an equal expression. */
export function printRowFormula(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'row':
      return printRowReference(expression.ref);
    case 'negate':
      return `-${bracketed(expression.of)}`;
    case 'binary':
      return `${bracketed(expression.left)}${expression.operator}${bracketed(expression.right)}`;
    case 'aggregate':
      return `${expression.name}(${expression.refs.map(printRowReference).join(',')})`;
    case 'round':
      return `ROUND(${printRowFormula(expression.of)},${expression.digits})`;
  }
}

export function printRowReference(ref: RowReference): string {
  const literal = (name: string): string => name.replace(/[[\]'.:]/g, "'$&");
  return `[${ref.table === null ? '' : `${literal(ref.table)}.`}${literal(ref.row)}${ref.yearsBack === 1 ? ':前年度' : ''}]`;
}

const bracketed = (expression: Expression): string =>
  expression.kind === 'binary' || expression.kind === 'negate' ? `(${printRowFormula(expression)})` : printRowFormula(expression);

/** The rows an expression reads, each as often as it stands there. */
export function referencesOf<R>(expression: Expression<R>): R[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'row':
      return [expression.ref];
    case 'negate':
    case 'round':
      return referencesOf(expression.of);
    case 'binary':
      return [...referencesOf(expression.left), ...referencesOf(expression.right)];
    case 'aggregate':
      return [...expression.refs];
  }
}

/** The same expression with every row named another way. */
export function mapReferences<R, S>(expression: Expression<R>, map: (ref: R) => S): Expression<S> {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'row':
      return { kind: 'row', ref: map(expression.ref) };
    case 'negate':
      return { kind: 'negate', of: mapReferences(expression.of, map) };
    case 'round':
      return { kind: 'round', of: mapReferences(expression.of, map), digits: expression.digits };
    case 'binary':
      return { ...expression, left: mapReferences(expression.left, map), right: mapReferences(expression.right, map) };
    case 'aggregate':
      return { kind: 'aggregate', name: expression.name, refs: expression.refs.map(map) };
  }
}
