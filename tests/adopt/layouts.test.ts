import { describe, expect, test } from '@jest/globals';
import { SURE } from '../../src/domain/recognition/confidence';
import { UniverEngine } from '../../src/embedded/engine/calculation';
import { cellKey } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { adopt } from '../../src/jobs/adopt';
import { openWorkbook } from '../../src/jobs/job';
import { areaA1 } from '../../src/plan/a1';
import { readSheetArea } from '../../src/plan/sheetReference';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import { findSheetTables } from '../../src/sheets/adopt/sheetTables';
import type { Grid } from '../../src/sheets/grid';
import { Bench } from '../support/laidOut';
import { ARRANGEMENTS, type Arrangement } from './arrangements';
import type { Layout } from './layout';
import { CONTENTS } from './layouts/contents';
import { HEADERS } from './layouts/headers';
import { LABELS } from './layouts/labels';
import { NONE } from './layouts/none';
import { YEARS } from './layouts/years';
import { lineWords } from './textGrid';

const LAYOUTS = [...HEADERS, ...LABELS, ...YEARS, ...CONTENTS, ...NONE];
const cases = (layouts: readonly Layout[]): (readonly [string, Layout])[] => layouts.map((layout) => [layout.name, layout] as const);

const movedLines = ({ lines }: Layout, { moved }: Arrangement): string[] => lines.map((line) => line.replace(/^(\w+):(\w+)/, (_, from: string, to: string) => `${moved(from)}:${moved(to)}`)).sort();

describe.each(ARRANGEMENTS.filter(({ name }) => !name.includes('amid')).map((arrangement) => [arrangement.name, arrangement] as const))('sheets as people lay them out, %s', (_, arrangement) => {
  test.each(cases(LAYOUTS))('%s', (__, layout) => {
    const tables = findSheetTables(arrangement.arrange(layout.grid)).filter((table) => table.confidence >= SURE);
    expect(tables.flatMap(lineWords).sort()).toEqual(movedLines(layout, arrangement));
  });
});

/** A workbook of one sheet. */
function benchOf(grid: Grid): Bench {
  const { book } = newWorkbook();
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  sheet.name = grid.name;
  for (let row = 0; row < grid.endRow; row++) {
    for (let column = 0; column < grid.endColumn; column++) {
      const value = grid.value(row, column);
      if (value !== '') sheet.cells.set(cellKey(row, column), { value });
    }
  }
  return new Bench(book, new UniverEngine());
}

/** Of these every line is found again by its name and label. */
const BOUND = [
  'No column', 'targets as text and year-like numbers between', 'three label levels merged', 'year column: label then 前年度/当年度', 'row a year 前年度 今年度', 'quarters between', 'side by side, different lengths',
  'stacked without blank', 'unit column after the months', 'year group cells merged at left', 'sheet title with the year over two tables', 'blank template', 'error values in a rate row, half filled', 'title directly merged in corner of header: label above',
];

test.each(cases(LAYOUTS.filter(({ name }) => BOUND.includes(name))))('adopted: %s', async (_, { grid, lines }) => {
  const bench = benchOf(grid);
  const cells = JSON.stringify([...bench.sheet(grid.name).cells]);
  await adopt(bench.context, BIND_SURE, 2024);
  const named = bench.book.names.filter(({ name }) => name.startsWith('月次_') && !name.includes('見出し')).flatMap(({ refersTo }) => readSheetArea(`=${refersTo}`) ?? []);
  expect(named.filter(({ area }) => area.columns > 1).map(({ area }) => areaA1(area)).sort()).toEqual(lines.map((line) => line.split(' ')[0]).sort());
  expect(JSON.stringify([...bench.sheet(grid.name).cells])).toBe(cells);
  const { map, problems } = await openWorkbook(bench.context, null);
  expect([problems, map.warnings.map((note) => note.text), map.repairs]).toEqual([[], [], []]);
  const again = await adopt(bench.context, BIND_SURE, 2024);
  expect([again.changed, again.warnings]).toEqual([false, []]);
});
