import { describe, expect, test } from '@jest/globals';
import type { Finding, FindingKind, OpenFinding, TableHealth } from '../../src/jobs/workbookLook';
import { toldOnce } from '../../src/taskpane/tables/told';
import { checksOf, odd, slip } from './fakeChecks';

const table = (...findings: readonly Finding[]): TableHealth => ({ id: 'T01', name: 'サービススタンダード', group: '業務', state: findings.length > 0 ? 'attention' : 'right', findings, place: null });
const wrong = (kind: FindingKind, row: number, text = kind as string): Finding => ({ kind, text, place: { sheet: '業務', area: { row, column: 6, rows: 1, columns: 1 } } });
const { fix } = slip(11);
const typed = (change: Partial<OpenFinding>): OpenFinding => odd(11, { kind: 'typedOver', ...change });
const told = (health: TableHealth, change: Parameters<typeof checksOf>[0]) => {
  const { checks, tables: [one] } = toldOnce([health], checksOf(change));
  return [checks.open.map(({ kind }) => kind), one?.findings.map(({ kind }) => kind), one?.state, one?.above];
};

describe('a figure over a formula is told once', () => {
  test('by 点検 where it can put it right; the table says where to look', () => {
    expect(told(table(wrong('typedOver', 11)), { open: [typed({ fix })] })).toEqual([['typedOver'], [], 'attention', true]);
  });
  test('by the table where 点検 could only point at it', () => {
    expect(told(table(wrong('typedOver', 11)), { open: [typed({})] })).toEqual([[], ['typedOver'], 'attention', false]);
  });
  test('not at all where it was accepted', () => {
    expect(told(table(wrong('typedOver', 11)), { quiet: [{ ...typed({ fix }), at: '', reason: '' }] })).toEqual([[], [], 'right', false]);
  });
  test('a total that differs because of it is no news', () => {
    expect(told(table(wrong('typedOver', 11)), { open: [odd(11, { kind: 'total' }), typed({ fix })] })).toEqual([['typedOver'], [], 'attention', true]);
  });
});

test.each(['「健康宣言」は、まだありません。', '「表定義」にある表のうち、2個がまだありません。'])('tables that are not there are told by their list alone: %s', (text) => {
  const missing: TableHealth = { ...table({ kind: 'missing', text: '「健康宣言」は、まだありません。', place: null }), state: 'missing' };
  const finding = odd(11, { id: 'names missing', kind: 'names', place: null, text });
  expect(told(missing, { open: [finding] })).toEqual([[], ['missing'], 'missing', false]);
  expect(told(table(wrong('nameLost', 3)), { open: [finding] })).toEqual([['names'], ['nameLost'], 'attention', false]);
});

test.each<[string, OpenFinding, Finding]>([
  ['another cell', typed({ fix }), wrong('typedOver', 12)],
  ['another sheet', typed({ fix, place: { sheet: '保健', area: { row: 11, column: 6, rows: 1, columns: 1 } } }), wrong('typedOver', 11)],
  ['another matter', odd(11, { kind: 'outlier', fix }), wrong('typedOver', 11)],
  ['no place', typed({ fix, place: null }), wrong('typedOver', 11)],
])('%s: both are told', (_, finding, other) => {
  expect(told(table(other), { open: [finding] })).toEqual([[finding.kind], ['typedOver'], 'attention', false]);
});

test('all the cells that are put right are told by their finding; so is the same sentence', () => {
  const cells = [11, 12, 14].map((row) => ({ sheet: '業務', row, column: 6, before: 1, after: { formula: '=1+1' }, words: '' }));
  expect(told(table(wrong('typedOver', 11), wrong('typedOver', 12), wrong('typedOver', 13), wrong('typedOver', 14)), { open: [typed({ fix: { cells, words: '' } })] })).toEqual([['typedOver'], ['typedOver'], 'attention', true]);
  expect(told(table({ ...wrong('nameLost', 3, '名前がなくなっています。'), place: null }), { open: [odd(11, { kind: 'names', text: '名前がなくなっています。' })] })).toEqual([[], ['nameLost'], 'attention', false]);
});
