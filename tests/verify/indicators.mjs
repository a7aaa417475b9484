import { cellAt } from './xlsx.mjs';
import { printsAs } from './printed.mjs';

/** The two rates of change of the source, with what they compare. */
const SHEET = '業績評価';
const PRINTED = [
  { id: 'G02', figures: [['今年度', 4417, '#,##0'], ['前年度', 4463, '#,##0'], ['値', -0.0103, '0.00%']] },
  { id: 'G03', figures: [['今年度', 0.0092, '0.00%'], ['前年度', 0.01, '0.00%'], ['値', -0.081, '0.0%']] },
];

/** Figures of 業績評価 that LibreOffice works out otherwise than the source prints them, in words. */
export function indicatorFaults(book) {
  const cells = [...(book.get(SHEET) ?? [])].map(([key, { value }]) => ({ row: Number(key.split(',')[0]), column: Number(key.split(',')[1]), value }));
  const columnOf = (header) => cells.find(({ value }) => value === header)?.column;
  return PRINTED.flatMap(({ id, figures }) => figures.flatMap(([header, printed, format]) => {
    const [row, column] = [cells.find(({ value, column: at }) => value === id && at === columnOf('指標ID'))?.row, columnOf(header)];
    const { value, formula } = row === undefined || column === undefined ? { value: null, formula: false } : cellAt(book, SHEET, { row, column });
    return formula && printsAs(value, printed, format) ? [] : [`${SHEET} ${id} ${header}: printed ${printed}, ours ${JSON.stringify(value)}`];
  }));
}
