import { plainFigureText } from '../figureText';
import { listsBy } from '../listsBy';
import { readFigure, type FigureExpectation, type FigureReading } from '../readFigure';
import { BRANCHES } from './branches';
import { linesOf } from './linesOf';
import type { BranchLine, RankText } from './rankText';

/** A branch's figure: `value` as Excel holds it, `text` as pasted. */
export interface BranchFigure {
  readonly branch: string;
  readonly value: number;
  readonly text: string;
  readonly line: number;
}

/** A column of the list, read as the figures of one measure. Sentences name the line of the text. */
export interface RankColumn {
  /** Place behind the name, from 0. */
  readonly index: number;
  /** "" for none. */
  readonly heading: string;
  /** One a branch at most, in the order of the text. */
  readonly figures: readonly BranchFigure[];
  /** Branches that have none, in the order of their numbers. */
  readonly missing: readonly string[];
  /** Why a figure that is written is not used. */
  readonly problems: readonly string[];
  /** What was read otherwise than written. */
  readonly notes: readonly string[];
}

/** How a column is read. `actual`: the branch's own figure as the workbook has it, `own` the branch; null: not known. */
export interface ColumnExpectation extends FigureExpectation {
  readonly own: string | null;
  readonly actual: number | null;
}

/** More figures are not named one by one. */
const FEW = 5;

/** The columns that bear figures of the kind expected. One headed 順位 is none, nor is one without ％ beside others that have it. */
export function readColumns(text: RankText, expected: ColumnExpectation): RankColumn[] {
  const all = text.headings.map((heading, index) => ({ index, heading })).filter(({ heading }) => !heading.includes('順位'));
  const signed = all.filter(({ index }) => hasPercent(text.lines, index));
  const wanted = expected.form === 'rate' && signed.length > 0 ? signed : all;
  return wanted.map(({ index, heading }) => readColumn(text, index, heading, expected)).filter((column) => column.figures.length > 0);
}

const cellOf = (line: BranchLine, index: number): string => line.figures[index] ?? '';
const hasPercent = (lines: readonly BranchLine[], index: number): boolean => lines.some((line) => /[%％]$/.test(cellOf(line, index).trim()));

type Reader = (cell: string) => FigureReading;

function readColumn(text: RankText, index: number, heading: string, expected: ColumnExpectation): RankColumn {
  const { read, notes } = readerOf(text, index, expected);
  const figures: BranchFigure[] = [];
  const problems: string[] = [];
  const told = [...notes];
  for (const [branch, own] of listsBy(text.lines, (line) => line.branch)) {
    const found = own.flatMap((line): BranchFigure[] => {
      const cell = cellOf(line, index).trim();
      const reading = read(cell);
      if (!reading.ok) problems.push(`${line.line}行目 ${branch}: ${reading.reason}。順位から除いています。`);
      else told.push(...reading.notes.map((note) => `${line.line}行目 ${branch}: ${note}。`));
      return reading.ok && reading.value !== null ? [{ branch, value: reading.value, text: cell, line: line.line }] : [];
    });
    const [first, ...others] = found;
    if (!first) continue;
    const lines = linesOf(found.map((one) => one.line));
    if (others.some((one) => one.value !== first.value)) {
      problems.push(`${branch}が${lines}にあり、数値が違います（${found.slice(0, FEW).map((one) => one.text).join('、')}${found.length > FEW ? '…' : ''}）。順位から除いています。`);
      continue;
    }
    if (others.length > 0) told.push(`${branch}が${lines}にあります。数値が同じため、1つとして数えました。`);
    figures.push(first);
  }
  return { index, heading, figures, problems, notes: told, missing: BRANCHES.filter((branch) => figures.every((one) => one.branch !== branch)) };
}

/**
 * How the cells of a column are read. A rate needs its ％; where the whole column has none, its order is the same whatever the
 * unit, so it is read as ％ unless the branch's own figure says that it is a share.
 */
function readerOf({ lines, percent }: RankText, index: number, expected: ColumnExpectation): { readonly read: Reader; readonly notes: readonly string[] } {
  const asWritten: Reader = (cell) => readFigure(cell, expected);
  if (expected.form !== 'rate' || hasPercent(lines, index)) return { read: asWritten, notes: [] };
  const asPercent: Reader = (cell) => readFigure(/\d/.test(plainFigureText(cell)) ? `${cell}%` : cell, expected);
  const asShare: Reader = (cell) => readFigure(cell, { ...expected, form: 'number' });
  const share = !percent && isNearer(asShare, asPercent, lines.find((line) => line.branch === expected.own), index, expected.actual);
  const said = share ? '割合（0.943 → 94.3％）' : '％の数値（94.3 → 94.3％）';
  return { read: share ? asShare : asPercent, notes: percent ? [] : [`数値に％が付いていないため、${said}として読みました。順位には影響しません。`] };
}

function isNearer(one: Reader, other: Reader, own: BranchLine | undefined, index: number, actual: number | null): boolean {
  if (!own || actual === null) return false;
  const distance = (read: Reader): number => {
    const reading = read(cellOf(own, index).trim());
    return reading.ok && reading.value !== null ? Math.abs(reading.value - actual) : Infinity;
  };
  return distance(one) < distance(other);
}
