import fc from 'fast-check';
import type { Definitions } from '../../src/domain/definitions';
import { checkCell, noCounts, type Counts } from './cells';
import { cellText } from './spellings';
import { blocks, checkText, noTextCounts, type TextCounts } from './texts';

export interface Outcome<C> {
  readonly runs: number;
  readonly counts: C;
  /** The smallest example that fails, and why; null: none did. */
  readonly failure: string | null;
}

function run<T, C>(arbitrary: fc.Arbitrary<T>, check: (value: T, counts: C) => void, counts: C, seed: number, numRuns: number): Outcome<C> {
  const details = fc.check(fc.property(arbitrary, (value) => check(value, counts)), { seed, numRuns });
  return { runs: details.numRuns, counts, failure: details.failed ? `${details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : ''}\n${JSON.stringify(details.counterexample)}` : null };
}

/** Random cells through the readers of cells. */
export const fuzzCells = (seed: number, numRuns: number): Outcome<Counts> => run(cellText, checkCell, noCounts(), seed, numRuns);

/** Random blocks of text, and of cells, through the readers of texts, tables and lists. */
export const fuzzTexts = (seed: number, numRuns: number, definitions: Definitions): Outcome<TextCounts> =>
  run(blocks(definitions), (block, counts: TextCounts) => checkText(block, definitions, counts), noTextCounts(), seed, numRuns);
