import { plainFigureText, readDecimal } from '../domain/figureText';
import { isNumberFormat } from '../domain/numberFormat';
import { shorten } from '../domain/shorten';
import type { RecordLine, RecordTable } from './recordTable';

/** A cell of a definition sheet that cannot be used as it stands. */
export interface CellProblem {
  readonly sheet: string;
  readonly cell: string;
  /** Without a full stop. */
  readonly message: string;
  /** What is not done because of it, a sentence. */
  readonly effect: string;
}

/** A problem as a sentence. */
export const problemWords = ({ sheet, cell, message, effect }: CellProblem): string => `シート「${sheet}」 ${cell}: ${message}。${effect}`;

const LINE_UNUSED = 'この行は使っていません。';

/** A branch's year has some 90 lines in its longest list. What stands below these is told of once, and not read. */
export const MOST_LINES = 2_000;

/** The lines of a definition list that are read. */
export function readableLines<K extends string>(table: RecordTable<K>, key: K, problems: CellProblem[]): readonly RecordLine<K>[] {
  const first = table.lines[MOST_LINES];
  if (!first) return table.lines;
  problems.push({ sheet: table.sheet, cell: first.cell(key), message: `読み取るのは${MOST_LINES}行までです`, effect: `ここから下の${table.lines.length - MOST_LINES}行は使っていません。` });
  return table.lines.slice(0, MOST_LINES);
}

const LONGEST_ID = 100;

/** A whole message must be readable. */
const LONGEST_SHOWN = 60;

/** Reads the cells of one definition line; what is wrong is noted with its cell and the line counts as unusable. */
export class LineReader<K extends string> {
  private sound = true;

  constructor(private readonly sheet: string, readonly line: RecordLine<K>, private readonly problems: CellProblem[]) {}

  /** Whether nothing wrong was met so far. */
  get usable(): boolean {
    return this.sound;
  }

  refuse(key: K, message: string, effect: string = LINE_UNUSED): void {
    this.sound = false;
    this.note(key, message, effect);
  }

  /** Something wrong that leaves the line usable. */
  note(key: K, message: string, effect: string): void {
    this.problems.push({ sheet: this.sheet, cell: this.line.cell(key), message, effect });
  }

  text(key: K): string {
    return this.line.text(key);
  }

  optional(key: K): string | null {
    const text = this.line.text(key);
    return text === '' ? null : text;
  }

  required(key: K, what: string): string {
    const text = this.line.text(key);
    if (text === '') this.refuse(key, `${what}が空です`);
    return text;
  }

  /** An ID that formulas look up: MATCH takes * ? and ~ for other letters, and no text of more than 255. `fallback` stands for an empty cell. */
  lookedUp(key: K, what: string, fallback?: string): string {
    const text = fallback === undefined ? this.required(key, what) : this.line.text(key) || fallback;
    if (/[*?~]/.test(text) || text.length > LONGEST_ID) this.refuse(key, `${what}「${shorten(text, LONGEST_SHOWN)}」は使えません（* ? ~ 以外の${LONGEST_ID}文字まで）`);
    return text;
  }

  number(key: K, what: string): number | null {
    const value = this.line.value(key);
    if (typeof value === 'number') return value;
    const plain = plainFigureText(String(value));
    if (plain === '') return null;
    const reading = typeof value === 'string' ? readDecimal(plain, 0) : null;
    if (reading?.ok) return reading.value;
    this.refuse(key, `${what}「${shorten(String(value), LONGEST_SHOWN)}」は数ではありません`);
    return null;
  }

  /** A number format; `fallback` where the cell is empty or says one that Excel does not take. */
  format<F>(key: K, what: string, fallback: F): string | F {
    const text = this.line.text(key);
    if (text === '') return fallback;
    if (isNumberFormat(text)) return text;
    this.note(key, `${what}「${shorten(text, LONGEST_SHOWN)}」は使えません`, '標準の表示形式を使います。');
    return fallback;
  }

  /** A whole number within bounds; `fallback` where the cell is empty. */
  whole(key: K, what: string, fallback: number, min: number, max: number): number {
    const number = this.number(key, what) ?? fallback;
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    this.refuse(key, `${what}は ${min}〜${max} の整数で入力してください`);
    return fallback;
  }

  choice<C extends string>(key: K, what: string, choices: readonly C[], fallback: C): C {
    return this.oneOf(key, what, choices) ?? fallback;
  }

  /** null where the cell is empty. */
  oneOf<C extends string>(key: K, what: string, choices: readonly C[]): C | null {
    const text = this.line.text(key);
    if (text === '') return null;
    const found = choices.find((choice) => choice === text);
    if (found === undefined) this.refuse(key, `${what}「${shorten(text, LONGEST_SHOWN)}」は使えません（${choices.join('、')}）`);
    return found ?? null;
  }
}
