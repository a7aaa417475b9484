import { beforeAll } from '@jest/globals';
import type { Book } from '../../src/embedded/model/book';
import { progress, type ProgressReport } from '../../src/jobs/progress';
import { USUAL_PROGRESS } from '../../src/jobs/progressChoice';
import type { ProgressChoice } from '../../src/sheets/records/progressPlan';
import { Bench } from './laidOut';
import { typeRecords, type TypedRecord } from './sampleRecords';

/** Formulas are worked out only where they are looked at. */
export const STILL = { recalculate: (): Promise<void> => Promise.resolve() };
/** The sample year is over. */
export const TODAY = new Date(2026, 10, 27);

export const run = (bench: Bench, choice: ProgressChoice = USUAL_PROGRESS, today = TODAY): Promise<ProgressReport> => progress(bench.context, choice, today);

/** 進捗状況 of a row of the plan. */
export const progressCell = (bench: Bench, id: string): string => `K${bench.rowOf('事業計画', id) + 1}`;
export const progressOf = (bench: Bench, id: string): unknown => bench.cell('事業計画', progressCell(bench, id)).value;

/** The sample year with an empty 実施記録, made once for a file of tests; each `withRecords` is a copy to work on. */
export function recordBench(): { readonly withRecords: (records: readonly TypedRecord[], engine?: ConstructorParameters<typeof Bench>[1]) => Bench } {
  let laidOut: Book | null = null;
  beforeAll(async () => {
    const bench = new Bench(undefined, STILL);
    await bench.layout();
    await run(bench);
    laidOut = bench.book;
  });
  return {
    withRecords: (records, engine = STILL) => {
      if (!laidOut) throw new Error('not laid out yet');
      const bench = new Bench(structuredClone(laidOut), engine);
      typeRecords(bench.sheet('実施記録'), records);
      return bench;
    },
  };
}
