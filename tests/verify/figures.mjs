import { cellAt, cellsOf } from './xlsx.mjs';
import { printsAs } from './printed.mjs';

/** Finding F1: the source prints 6.30, mean and weighted mean are 6.25. Nothing else may differ. */
const F1 = { label: '平均所要日数', year: 2024, printed: 6.3, ours: 6.25, format: '0.00' };
const isF1 = ({ label, year, place, printed, value }) =>
  label === F1.label && year === F1.year && place === '計' && printed === F1.printed && printsAs(value, F1.ours, F1.format);

const MONTHS = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'];

/** Label, formats and name stem by row ID, as the sheet 表定義 has them, whatever it is called now. */
function readDefinitions(book) {
  let found;
  let rows = new Map();
  for (const sheet of book.values()) {
    rows = new Map();
    for (const [key, { value }] of sheet) {
      const [row, column] = key.split(',').map(Number);
      rows.set(row, (rows.get(row) ?? new Map()).set(column, value));
    }
    found = [...rows].find(([, cells]) => ['行ID', '計の規則', '名前'].every((header) => [...cells.values()].includes(header)));
    if (found) break;
  }
  if (!found) throw new Error('the sheet 表定義 is missing');
  const [headerRow, headers] = found;
  const columns = new Map([...headers].map(([column, header]) => [header, column]));
  const definitions = new Map();
  for (const [row, cells] of rows) {
    const text = (header) => String(cells.get(columns.get(header)) ?? '');
    if (row <= headerRow || text('行ID') === '') continue;
    definitions.set(text('行ID'), { label: text('表名・項目名'), stem: text('名前'), format: text('表示形式'), totalFormat: text('計の表示形式') || text('表示形式') });
  }
  return definitions;
}

/** The figures of one series: what the source prints and the cell that must print the same; cell null: no name leads there. */
function figuresOf({ row, year, months, total = null }, definitions, names, isBetween) {
  const { label, stem, format, totalFormat } = definitions.get(row) ?? { label: row, format: '', totalFormat: '' };
  const placed = (name, count) => {
    const { sheet, cells: named } = names.has(name) ? cellsOf(names.get(name)) : { sheet: '', cells: [] };
    const cells = named.filter(({ column }) => !isBetween(sheet, column));
    return Array.from({ length: count }, (_, index) => (cells.length === count ? { sheet, ...cells[index] } : null));
  };
  if (months.length !== MONTHS.length) throw new Error(`${row} ${year}: ${months.length} months in the seeds`);
  const monthCells = placed(`${stem}_${year}`, MONTHS.length);
  const figures = months.map((printed, index) => ({ row, label, year, place: MONTHS[index], format, printed, cell: monthCells[index] }));
  const totalName = `${stem}_${year}_計`;
  if (total === null && !names.has(totalName)) return figures;
  return [...figures, { row, label, year, place: '計', format: totalFormat, printed: total, cell: placed(totalName, 1)[0] }];
}

/** Every figure of the seeds beside what the recalculated book has in its place. `isBetween`: columns that somebody put between the months. */
export function pairFigures(seed, names, book, isBetween = () => false) {
  const definitions = readDefinitions(book);
  const refersTo = new Map(names.map((one) => [one.name, one.refersTo]));
  return seed.series.flatMap((series) => figuresOf(series, definitions, refersTo, isBetween)).map((figure) => {
    const { value, formula } = figure.cell ? cellAt(book, figure.cell.sheet, figure.cell) : { value: undefined, formula: false };
    return { ...figure, value, formula };
  });
}

/** Figures that do not print as in the source, F1 apart from the others. */
export function compare(figures) {
  const differing = figures.filter(({ cell, value, printed, format }) => cell === null || !printsAs(value, printed, format));
  return { known: differing.filter(isF1), mismatches: differing.filter((figure) => !isF1(figure)) };
}
