import { expect, test } from '@jest/globals';
import { openWorkbook } from '../../../src/embedded/xlsx/open';
import { fixture, MAIN, OFFICE, setCell, sheetOf, unpack, worksheet } from './packages';

const TABLE = 'xl/tables/table1.xml';
const bytes = fixture({
  sheets: [{ name: 'S', xml: worksheet('', '', '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'), rels: `<Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table1.xml"/>` }],
  extra: { [TABLE]: `<table xmlns="${MAIN}" id="1" name="表1" ref="B2:C5"><tableColumns count="2"><tableColumn id="1" name="月"/><tableColumn id="2" name="件数"/></tableColumns></table>` },
});

test('a header cell that is written anew renames its table column', () => {
  const opened = openWorkbook(bytes, 'a.xlsx');
  setCell(sheetOf(opened.book), 'C2', { value: '郵送\n件数' });
  setCell(sheetOf(opened.book), 'B3', { value: '4月' });
  expect(unpack(opened.save())[TABLE]).toContain('<tableColumn id="1" name="月"/><tableColumn id="2" name="郵送_x000a_件数"/>');
});

test('cells below the header leave the table alone', () => {
  const opened = openWorkbook(bytes, 'a.xlsx');
  setCell(sheetOf(opened.book), 'C3', { value: 'x' });
  expect(unpack(opened.save())[TABLE]).toBe(unpack(bytes)[TABLE]);
});
