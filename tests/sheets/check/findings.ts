import type { CheckFinding } from '../../../src/sheets/check/finding';

/** A finding as 点検 gives it, of a cell of 業務. */
export const finding = (id: string, seen: string, change: Partial<CheckFinding> = {}): CheckFinding => ({
  id, seen, kind: 'total', group: '業務', place: { sheet: '業務', area: { row: 11, column: 6, rows: 1, columns: 1 } }, cell: '業務 G12',
  text: '計 6.30 は、各月の平均 6.25 と違います。', suggestion: '計算式に戻すか、数値を確かめてください。', fix: null, ...change,
});
