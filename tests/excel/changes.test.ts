import { expect, test } from '@jest/globals';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { onCellsChanged } from '../../src/excel/changes';
import { withOffice } from '../support/office';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

test('a person’s change and one of our own are told apart; after stopping nothing is heard', async () => {
  const opened = newWorkbook();
  const { session, context } = withOffice(opened);
  const [sheet] = opened.book.sheets;
  if (!sheet) throw new Error('no sheet');
  const heard: (boolean | null)[] = [];
  const stop = onCellsChanged((own) => heard.push(own));
  await settled();
  await context.gateway.apply({ actions: [{ kind: 'write', sheet: sheet.name, row: 0, column: 0, cells: [[1]] }] });
  await settled();
  expect(heard).toEqual([true]);
  session.host.events.personEdited(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  await settled();
  expect(heard).toEqual([true, false]);
  stop();
  await settled();
  session.host.events.personEdited(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  await settled();
  expect(heard).toHaveLength(2);
});
