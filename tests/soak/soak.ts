import fc from 'fast-check';
import { noCounts, play, sequences, type Counts } from './sequence';
import { SoakWorkbook } from './workbook';

export interface SoakRun {
  readonly runs: number;
  readonly seed: number;
  /** Where a failure was found, as printed: that sequence alone. */
  readonly path: string | null;
  readonly say: (line: string) => void;
}

/** Sequences between two lines about how far it is. */
const PROGRESS = 100;

/** Plays random sequences and says what came of them; a failure is shrunk and said with the seed and the path to it. Gives whether all held. */
export async function soak({ runs, seed, path, say }: SoakRun): Promise<boolean> {
  const workbook = new SoakWorkbook();
  const counts = noCounts();
  const began = performance.now();
  say(`seed ${seed}`);
  const found = await fc.check(fc.asyncProperty(sequences, async (sequence) => {
    await play(workbook, sequence, counts);
    if (counts.sequences % PROGRESS === 0) say(`${counts.sequences} sequences …`);
  }), { numRuns: runs, seed, endOnFailure: false, ...(path === null ? {} : { path }) });
  for (const line of summaryOf(counts)) say(line);
  say(`${((performance.now() - began) / 1000 / Math.max(1, counts.sequences)).toFixed(2)} s a sequence`);
  if (!found.failed) return true;
  say(`FAILED after ${found.numRuns} sequences, shrunk ${found.numShrinks} times: --seed ${found.seed} --path ${found.counterexamplePath ?? ''}`);
  say(found.errorInstance instanceof Error ? found.errorInstance.message : String(found.errorInstance));
  return false;
}

export function summaryOf({ sequences: played, steps, wrote, nothing, refused, figures }: Counts): string[] {
  const of = (by: string): string => [...steps].filter(([kind]) => kind.startsWith(by)).sort(([a], [b]) => a.localeCompare(b)).map(([kind, times]) => `${kind.slice(by.length + 1)} ${times}`).join(', ');
  return [`sequences ${played}`, `edits by hand: ${of('hand')}`, `jobs: ${of('job')}`, `jobs that wrote ${wrote}, had nothing to write ${nothing}, refused ${refused}; typed contents watched ${figures}`];
}
