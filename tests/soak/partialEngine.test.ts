import { expect, test } from '@jest/globals';
import { UniverEngine } from '../../src/embedded/engine/calculation';
import { isCellError, type Book, type Scalar } from '../../src/embedded/model/book';
import fc from 'fast-check';
import { placeOf } from './contents';
import { PartialEngine } from './partialEngine';
import { noCounts, play, sequences } from './sequence';
import { SoakWorkbook } from './workbook';

/** Works everything out a second time, wholly, and notes what differs. */
class ComparedEngine extends PartialEngine {
  readonly differing: string[] = [];
  compared = 0;
  private readonly whole = new UniverEngine();

  override async recalculate(book: Book): Promise<void> {
    await super.recalculate(book);
    const copy = structuredClone(book);
    await this.whole.recalculate(copy);
    book.sheets.forEach((sheet, index) => {
      for (const [key, { formula, value }] of sheet.cells) {
        if (formula === undefined) continue;
        this.compared++;
        const wanted = copy.sheets[index]?.cells.get(key)?.value;
        if (!isSame(value, wanted)) this.differing.push(`${placeOf(sheet.name, key)} =${formula}: ${JSON.stringify(value)} instead of ${JSON.stringify(wanted)}`);
      }
    });
  }
}

const isSame = (a: Scalar | undefined, b: Scalar | undefined): boolean =>
  (isCellError(a) && isCellError(b) ? a.error === b.error : typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a)) : a === b);

test('what is worked out in part is what is worked out wholly', async () => {
  const engine = new ComparedEngine();
  const workbook = new SoakWorkbook(engine);
  const [sequence] = fc.sample(sequences.filter(({ start }) => start === 'worked'), { numRuns: 1, seed: 20_241_127 });
  if (!sequence) throw new Error('no sequence');
  await play(workbook, sequence, noCounts());
  expect(engine.differing.slice(0, 5)).toEqual([]);
  expect(engine.compared).toBeGreaterThan(1000);
});
