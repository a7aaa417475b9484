import { zeroDivisions } from '../../domain/checks/zeroDivisor';
import { placeWord, subject } from '../../domain/checks/words';
import type { RowRef } from '../../domain/catalog';
import { seriesKey, type SeriesKey } from '../../domain/series';
import { groups } from '../groups';
import { cellPlace } from '../view/place';
import type { WorkbookState } from '../workbookState';
import { twinOf } from './figures';
import { cellsWords, rowFinding, type At, type CheckedRow, type Found } from './rows';

/** Figures of 0 that formulas divide by: a finding each, however many rows rest on it. */
export function zeroFindings(state: WorkbookState, rows: ReadonlyMap<SeriesKey, CheckedRow>): Found[] {
  const divisions = [...rows.values()].flatMap((checked) => zeroDivisions(checked.row, checked.year, state.figures.series).flatMap(({ at, divisor }) => {
    const [first] = divisor.flatMap((ref) => rows.get(sourceOf(ref, checked.year, state)) ?? []);
    return first ? [{ divided: checked, divisor: first, at }] : [];
  }));
  return groups(divisions, (one) => one.divisor.key).map((group) => {
    const [{ divisor }] = group;
    const ats = [...new Set(group.map((one) => one.at))].sort((a: At, b: At) => (a === 'total' ? 12 : a) - (b === 'total' ? 12 : b));
    const divided = [...new Set(group.map((one) => `「${one.divided.row.definition.label}」`))].join('');
    return rowFinding('zeroDivisor', divisor, ats, {
      text: `${subject(divisor)}の${ats.map((at) => placeWord(divisor, at)).join('、')}が 0 のため、これで割る${divided}を計算できません。`,
      suggestion: '数値を確認し、まだ分からないときは 0 ではなく空欄にしてください。', seen: '0',
    });
  });
}

/** The series in which the figure is typed: a row may repeat another. */
function sourceOf({ rowId, yearsBack }: RowRef, year: number, state: WorkbookState): SeriesKey {
  const row = state.catalog.rows.get(rowId);
  const twin = row && !row.definition.asTyped ? twinOf(row, state) : null;
  return seriesKey(twin?.definition.id ?? rowId, year - yearsBack);
}

/** Yearly figures whose denominator is 0 and whose rate is not typed. */
export function yearlyZeroFindings({ lists }: WorkbookState): Found[] {
  const table = lists.yearly?.table;
  if (!table) return [];
  const column = table.columns.get('denominator');
  return table.lines.flatMap((line): Found[] => {
    if (column === undefined || line.value('denominator') !== 0 || typeof line.value('typedRate') === 'number') return [];
    const cell = { sheet: table.sheet, row: line.row, column };
    return [{
      cells: [cell],
      finding: {
        id: `zeroDivisor ${line.text('id')}@${line.text('year')}`, kind: 'zeroDivisor', group: table.sheet, place: cellPlace(cell), cell: cellsWords([cell]),
        text: `「${line.text('label')}」の分母が 0 のため、率を計算できません。`, suggestion: '分母を確認し、まだ分からないときは空欄にしてください。', seen: '0', fix: null,
      },
    }];
  });
}
