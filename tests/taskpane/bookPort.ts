import { TextDecoder } from 'node:util';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { findTables } from '../../src/jobs/adopt';
import { look } from '../../src/jobs/look';
import { perform, propose, type TaskContext } from '../../src/jobs/perform';
import { readPastedText } from '../../src/jobs/textPreview';
import { failureWords } from '../../src/jobs/words';
import { PaneError, type PanePort } from '../../src/taskpane/port';
import { SHAPES, shapeBytes } from '../adopt/shapes';
import { Bench, GUNMA } from '../support/laidOut';
import { fakePort, type FakePort } from './fakePort';

// Browsers have both; jsdom does not, and Node's own would give bytes of another realm.
Object.assign(globalThis, { TextDecoder, TextEncoder: class { readonly encode = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text)); } });

const TODAY = new Date(2025, 3, 21);
/** Formulas are not worked out: what the pane shows does not rest on them. */
const STILL = { recalculate: () => Promise.resolve() };

export interface BookPort extends PanePort, Pick<FakePort, 'visits' | 'figuresChanged'> {
  readonly bench: Bench;
}

/** The bench with an empty workbook. */
export const emptyBench = (): Bench => new Bench(undefined, STILL);

/** The bench with one of the staff's workbooks of tests/adopt/shapes, by the beginning of its file's name. */
export function staffBench(name: string): Bench {
  const shape = SHAPES.find(({ file }) => file.startsWith(name));
  if (!shape) throw new Error(`no shape ${name}`);
  return new Bench(openWorkbook(shapeBytes(shape), shape.file).book, STILL);
}

/** The pane's door to the real jobs, over a workbook of the tests. */
export function bookPort(bench: Bench): BookPort {
  const fake = fakePort({ seen: false });
  const context: TaskContext = { ...bench.context, year: 2024, today: () => TODAY, sample: () => Promise.resolve(GUNMA) };
  const inWords = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw new PaneError(failureWords(error), { cause: error });
    }
  };
  return {
    ...fake, bench,
    look: () => inWords(look(context, 2024, TODAY)),
    findTables: () => inWords(findTables(context, 2024)),
    readText: (text) => inWords(readPastedText(context, text, 2024)),
    propose: (task) => inWords(propose(context, task)),
    run: (task, agreed, onPhase) => inWords(perform(context, task, agreed, onPhase)),
  };
}
