import { beforeAll } from '@jest/globals';
import type { Book, CalculationEngine } from '../../src/embedded/model/book';
import { Bench } from './laidOut';

/** All jobs run once for a file of tests; each `fresh` is a copy to work on. */
export function finishedOnce(): { readonly book: () => Book; readonly fresh: (engine?: CalculationEngine) => Bench } {
  let finished: Book | null = null;
  beforeAll(async () => {
    const bench = new Bench();
    await bench.all();
    finished = bench.book;
  });
  const book = (): Book => {
    if (!finished) throw new Error('the jobs have not run yet');
    return finished;
  };
  return { book, fresh: (engine) => new Bench(structuredClone(book()), engine) };
}
