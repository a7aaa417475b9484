import fc from 'fast-check';
import type { Definitions } from '../../src/domain/definitions';
import { checkCell, noCounts, type Counts } from './cells';
import { Branch } from './branch';
import { days, noDayCounts, playDay, type DayCounts } from './definitions';
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

/** Random contents in the lists of a small branch, through all that the pane shows and the jobs. `path`: that of a failure found before. */
export async function fuzzDefinitions(seed: number, numRuns: number, path: string | null = null): Promise<Outcome<DayCounts>> {
  const [branch, counts] = [new Branch(), noDayCounts()];
  const details = await fc.check(fc.asyncProperty(days, (day) => playDay(branch, day, counts)), { seed, numRuns, ...(path === null ? {} : { path }) });
  return { runs: details.numRuns, counts, failure: details.failed ? `${details.errorInstance instanceof Error ? details.errorInstance.message : ''}\n${JSON.stringify(details.counterexample).slice(0, 4000)}\npath ${details.counterexamplePath ?? ''}` : null };
}
