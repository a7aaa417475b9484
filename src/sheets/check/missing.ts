import { MONTHS } from '../../domain/checks/months';
import { subject } from '../../domain/checks/words';
import { bearsMonth, dueOf, hasEnded } from '../../domain/due';
import { isAsked } from '../asked';
import { cellAt, placeWords, rowFinding, type CheckedRow, type Found } from './rows';

/**
 * Months of a typed row that are blank between figures, or where the figure is due. In years before, what lies before the row's first
 * figure was never kept, and dates of meetings are never missing. `latest`: the last month that has ended, counted from April of the fiscal year.
 */
export function missingFindings(checked: CheckedRow, fiscalYear: number, latest: number): Found[] {
  const { row: { definition }, year, grid, series, lastYear } = checked;
  const filled = series.months.flatMap((figure, month) => (figure === null ? [] : [month]));
  if (definition.kind === '実施日' || (year !== fiscalYear && filled.length === 0)) return [];
  const [first = Infinity, last = -Infinity] = [filled[0], filled.at(-1)];
  const isNew = lastYear?.months.every((figure) => figure === null) ?? true;
  const begins = year !== fiscalYear && isNew ? first : 0;
  const passed = latest + (fiscalYear - year) * MONTHS.length;
  const blank = MONTHS.filter((month) => {
    const cell = cellAt(checked, month);
    return cell !== null && grid.looksEmpty(cell.row, cell.column) && isAsked(definition, grid, cell) && bearsMonth(definition, month) && !hasEnded(definition, year, month);
  });
  const due = (month: number): boolean => dueOf(definition, year, month, passed) === 'expected';
  const missing = blank.filter((month) => month >= begins && (due(month) || (month > first && month < last)));
  if (missing.length === 0) return [];
  const why = missing.every((month) => month > first && month < last) ? '前後の月には数値があります' : definition.lag === 0 ? 'その月は終わっています' : `${definition.lag}か月の遅れを見込んでも、入力の時期を過ぎています`;
  return [rowFinding('monthMissing', checked, missing, {
    text: `${subject(checked)}の${placeWords(checked, missing)}が空欄ですが、${why}。`, suggestion: '数値を入力してください（0 のときは 0、数値がない月は、セルに － と入力します）。', seen: '空欄',
  })];
}
