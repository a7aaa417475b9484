import { areaA1, columnLetters, columnNumber, MAX_COLUMNS, MAX_ROWS, quoteSheet, readArea, sheetOfPrefix } from './a1';

/** Formula text in A1 notation as .xlsx stores it (English functions, "," between arguments), without evaluation. */

export type TokenKind =
  | 'reference' | 'name' | 'structured' | 'function' | 'number' | 'string' | 'boolean' | 'error'
  | 'operator' | 'open' | 'close' | 'separator' | 'brace' | 'space' | 'unknown';

/**
 * One piece of a formula; the texts of all tokens joined give the formula again.
 * `prefix` is the sheet part of a reference, name or error with its "!", e.g. "'R6 実績'!".
 */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly prefix?: string;
}

const SPACE = /\s+/y;
const STRING = /"(?:[^"]|"")*"/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)/iy;
const QUOTED_SHEET = /'(?:[^']|'')*'!/y;
const WORD = /[^\s+\-*/^&=<>(),;:{}"'#%![\]@$]+/y;
const BOOK_AND_SHEET = /\[[^\]]*\][^\s+\-*/^&=<>(),;:{}"'#%![\]@$]*(?::[^\s+\-*/^&=<>(),;:{}"'#%![\]@$]+)?!/y;
const SHEET = /[^\s+\-*/^&=<>(),;:{}"'#%![\]@$]+(?::[^\s+\-*/^&=<>(),;:{}"'#%![\]@$]+)?!/y;
const RANGE = /\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}/y;
const OPERATOR = /<=|>=|<>|[+\-*/^&=<>%:@#!]/y;
/** What may not follow a reference: the word would be a name or a function. */
const CONTINUES = /[^\s+\-*/^&=<>),;:{}"'#%!\]@$]/y;

function take(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Brackets of a structured reference from `at`, nested; "'" escapes the next character. Null where they do not close. */
function takeBrackets(text: string, at: number): string | null {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const letter = text[i];
    if (letter === "'") i++;
    else if (letter === '[') depth++;
    else if (letter === ']' && --depth === 0) return text.slice(at, i + 1);
  }
  return null;
}

function takeRange(text: string, at: number): string | null {
  const range = take(RANGE, text, at);
  if (range === null) return null;
  const whole = take(CONTINUES, text, at + range.length) === null && readArea(range) ? range : null;
  if (whole !== null) return whole;
  // "A1:B2x" is the cell A1 and something else.
  const colon = range.indexOf(':');
  return colon > 0 && readArea(range.slice(0, colon)) ? range.slice(0, colon) : null;
}

/** An operand with or without a sheet before it. */
function takeOperand(text: string, at: number): Token | null {
  const prefix = take(QUOTED_SHEET, text, at) ?? take(BOOK_AND_SHEET, text, at) ?? take(SHEET, text, at) ?? '';
  const from = at + prefix.length;
  const withPrefix = prefix === '' ? {} : { prefix };
  const range = takeRange(text, from);
  if (range !== null) return { kind: 'reference', text: prefix + range, ...withPrefix };
  const error = take(ERROR, text, from);
  if (error !== null) return { kind: 'error', text: prefix + error, ...withPrefix };
  const number = prefix === '' ? take(NUMBER, text, from) : null;
  if (number !== null) return { kind: 'number', text: number };
  const word = take(WORD, text, from) ?? '';
  const end = from + word.length;
  const brackets = text[end] === '[' ? takeBrackets(text, end) : null;
  if (brackets !== null) return { kind: 'structured', text: prefix + word + brackets, ...withPrefix };
  if (word === '') return null;
  if (text[end] === '(') return { kind: 'function', text: prefix + word, ...withPrefix };
  if (prefix === '' && /^(?:true|false)$/i.test(word)) return { kind: 'boolean', text: word };
  return { kind: 'name', text: prefix + word, ...withPrefix };
}

function nextToken(text: string, at: number): Token {
  const space = take(SPACE, text, at);
  if (space !== null) return { kind: 'space', text: space };
  const string = take(STRING, text, at);
  if (string !== null) return { kind: 'string', text: string };
  const operand = takeOperand(text, at);
  if (operand) return operand;
  const letter = text.charAt(at);
  if (letter === '(') return { kind: 'open', text: letter };
  if (letter === ')') return { kind: 'close', text: letter };
  if (letter === ',' || letter === ';') return { kind: 'separator', text: letter };
  if (letter === '{' || letter === '}') return { kind: 'brace', text: letter };
  const operator = take(OPERATOR, text, at);
  return operator !== null ? { kind: 'operator', text: operator } : { kind: 'unknown', text: letter };
}

/** Splits a formula (with or without "="; a leading "=" comes out as an operator). Never throws; odd characters are `unknown`. */
export function tokenizeFormula(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = nextToken(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

const CORNER = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

/** Shifts one corner ("$A1", "C" or "$5"); null where it would leave the sheet. */
function shiftCorner(corner: string, dRows: number, dColumns: number): string | null {
  const match = CORNER.exec(corner);
  const [, first = '', letters = '', second = '', digits = ''] = match ?? [];
  // In "$5" the only "$" belongs to the row.
  const [columnLock, rowLock] = letters === '' ? ['', first] : [first, second];
  let shifted = columnLock;
  if (letters !== '') {
    const column = columnNumber(letters) + (columnLock ? 0 : dColumns);
    if (column < 0 || column >= MAX_COLUMNS) return null;
    shifted += columnLock ? letters : columnLetters(column);
  }
  if (digits !== '') {
    const row = Number(digits) + (rowLock ? 0 : dRows);
    if (row < 1 || row > MAX_ROWS) return null;
    shifted += rowLock + String(row);
  }
  return shifted;
}

function shiftReference(token: Token, dRows: number, dColumns: number): string {
  const prefix = token.prefix ?? '';
  const corners = token.text.slice(prefix.length).split(':').map((corner) => shiftCorner(corner, dRows, dColumns));
  return prefix + (corners.includes(null) ? '#REF!' : corners.join(':'));
}

/** Prepares a formula for being shifted many times, as the members of a shared formula are (ECMA-376 part 1, 18.3.1.40). */
export function formulaShifter(text: string): (dRows: number, dColumns: number) => string {
  const tokens = tokenizeFormula(text);
  return (dRows, dColumns) => tokens.map((token) => (token.kind === 'reference' ? shiftReference(token, dRows, dColumns) : token.text)).join('');
}

/** The formula as a copy `dRows` down and `dColumns` to the right would read; what leaves the sheet becomes #REF!. */
export function shiftFormula(text: string, dRows: number, dColumns: number): string {
  return formulaShifter(text)(dRows, dColumns);
}

function canonicalPrefix(prefix: string): string {
  const upper = sheetOfPrefix(prefix).toUpperCase();
  return `${/[[\]:]/.test(upper) ? `'${upper.replace(/'/g, "''")}'` : quoteSheet(upper)}!`;
}

function canonicalRange(text: string): string {
  const area = readArea(text);
  const bare = text.replace(/\$/g, '').toUpperCase();
  return area && /[A-Z]\d/.test(bare) ? areaA1(area) : bare;
}

function canonicalToken(token: Token): string {
  const prefix = token.prefix ?? '';
  const rest = token.text.slice(prefix.length);
  const sheet = prefix === '' ? '' : canonicalPrefix(prefix);
  switch (token.kind) {
    case 'string': return rest;
    case 'number': return String(Number(rest));
    case 'reference': return sheet + canonicalRange(rest);
    case 'function': return sheet + rest.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, '');
    default: return sheet + rest.toUpperCase();
  }
}

const STARTS: readonly TokenKind[] = ['reference', 'name', 'structured', 'function', 'open', 'error'];
const ENDS: readonly TokenKind[] = ['reference', 'name', 'structured', 'close', 'error'];

/** Drops spaces, but for the one that stands for an intersection ("A1:C3 B2:B9"). */
function withoutSpaces(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, i) => {
    if (token.kind !== 'space') return [token];
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    return before && after && ENDS.includes(before.kind) && STARTS.includes(after.kind) ? [{ kind: 'space', text: ' ' }] : [];
  });
}

function inOuterParentheses(tokens: readonly Token[]): boolean {
  if (tokens[0]?.kind !== 'open' || tokens.at(-1)?.kind !== 'close') return false;
  let depth = 0;
  return tokens.every((token, i) => {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    return depth > 0 || i === tokens.length - 1;
  });
}

/**
 * One spelling for formulas that mean the same: spaces, "$", letter case outside string literals, needless quotes round
 * sheet names, a leading "=", outer parentheses and `_xlfn.` do not count. For comparing only, not for writing.
 */
export function normalizeFormula(text: string): string {
  let tokens = withoutSpaces(tokenizeFormula(text.trim().replace(/^=/, '')));
  while (inOuterParentheses(tokens)) tokens = tokens.slice(1, -1);
  return tokens.map(canonicalToken).join('');
}
