import type { EntryField, EntryForm, Finding, MissingGroup, Place, TableHealth } from '../../src/jobs/workbookLook';

const place = (row: number, column = 14): Place => ({ sheet: '業務', area: { row, column, rows: 1, columns: 1 } });
const number = (unit: string) => ({ form: 'number', unit, fiscalYear: 2024 }) as const;

function field(rowId: string, label: string, unit: string, text: string, previousMonth: string, previousYear: string, change: Partial<EntryField> = {}): EntryField {
  const form = unit === '%' ? 'rate' : 'number';
  return {
    rowId, label, unit, text, previousMonth, previousYear, expected: { form, unit, fiscalYear: 2024 }, min: 0, max: unit === '%' ? 1 : null,
    locked: null, due: 'expected', place: place(Number(rowId.slice(-2))), line: Number(rowId.slice(-2)) - 1, month: 11, mergedSince: false, ...change,
  };
}

/** 業務's figures of a month: some there, some missing, one locked, one that has ended. */
export function fakeForm(group: string, month: number): EntryForm {
  if (group !== '業務') {
    return {
      group, month, title: `令和6年度 ${((month + 3) % 12) + 1}月`, previousMonthLabel: '', previousYearLabel: '',
      tables: [{
        id: 'T17', name: '超過勤務', lines: 1,
        fields: [field('T17-01', '超過勤務時間', '時間', '', '2:27', '2:51', { expected: { form: 'duration', unit: '時間', fiscalYear: 2024 } })],
      }],
    };
  }
  return {
    group, month, title: `令和6年度 ${((month + 3) % 12) + 1}月`, previousMonthLabel: '2月', previousYearLabel: '令和5年度 3月',
    tables: [
      {
        id: 'T01', name: 'サービススタンダード', lines: 6,
        fields: [
          field('T01-01', '達成率', '%', '100%', '100%', '100%'),
          field('T01-02', '傷病手当金', '件', '3000', '2,555', '2,392'),
          field('T01-04', '出産一時金', '件', '', '37', '41'),
          field('T01-05', '家族出産一時金', '件', '', '', '12', { due: 'closed' }),
        ],
      },
      {
        id: 'T02', name: '郵送化率', lines: 4,
        fields: [
          field('T02-02', '窓口件数', '件', '', '181', '203'),
          field('T02-03', '郵送件数', '件', '速報', '3,201', '3,377', { locked: '文字が入力されているため、ここでは変更できません。' }),
          field('T02-04', '照会率（対多・頻件数）の参考件数', '件', '', '1,842', '1,799'),
        ],
      },
      { id: 'T04', name: '金額/件', lines: 3, fields: [field('T04-03', '支給金額(円)', '円', '', '1,234,567,890', '1,198,765,432', { expected: number('円'), due: 'later' })] },
    ],
  };
}

export const fakeMissing = (): MissingGroup[] => [
  { group: '業務', rows: [
    { rowId: 'T01-04', table: 'サービススタンダード', label: '出産一時金', months: [11], place: place(4) },
    { rowId: 'T02-02', table: '郵送化率', label: '窓口件数', months: [8, 9, 11], place: place(6) },
  ] },
  { group: 'レセプト', rows: [] },
  { group: '全グループ', rows: [{ rowId: 'T17-01', table: '超過勤務', label: '超過勤務時間', months: [11], place: place(7) }] },
];

const finding = (kind: Finding['kind'], text: string): Finding => ({ kind, text, place: kind === 'missing' ? null : place(9) });

/** Tables in every state the pane tells apart. */
export const fakeTables = (): TableHealth[] => [
  { id: 'T01', name: 'サービススタンダード', group: '業務', state: 'attention', place: place(1), findings: [
    finding('typedOver', '「平均所要日数」の計に、値が入力されています。'),
    finding('typedOver', '「合計」の12月に、値が入力されています。'),
  ] },
  { id: 'T02', name: '郵送化率', group: '業務', state: 'attention', place: place(2), findings: [
    finding('rowMoved', '「郵送件数」の行が、名前の指す場所と違う行にあります。'),
    finding('otherFormula', '「郵送化率」の8月に、別の計算式が入力されています。'),
  ] },
  { id: 'T03', name: '患者照会', group: '業務', state: 'right', place: place(3), findings: [] },
  { id: 'T09', name: '査定率', group: 'レセプト', state: 'right', place: place(4), findings: [] },
  { id: 'T15', name: 'メールマガジン', group: '企画総務', state: 'missing', place: null, findings: [finding('missing', 'このブックに表がありません。')] },
];
