import type { CheckView, OpenFinding, QuietFinding, Reminder } from '../../src/jobs/workbookLook';

/** Findings, acceptances and reminders as 点検 gives them. */
export function odd(at: number, change: Partial<OpenFinding> = {}): OpenFinding {
  return {
    id: `bounds:T${at}`, kind: 'bounds', group: '業務', place: { sheet: '業務', area: { row: at, column: 6, rows: 1, columns: 1 } }, cell: `業務 G${at + 1}`,
    text: `「項目${at}」の6月 104％ は、上限 100％ を超えています。`, suggestion: '数値を確かめてください。', seen: `1.04 ${at}`, fix: null, earlier: null, ...change,
  };
}

export const slip = (at: number): OpenFinding => odd(at, {
  id: `timeSlip:T${at}`, kind: 'timeSlip', group: '全グループ', cell: `全グループ D${at + 1}`, text: `超過勤務の${at}月「3.46」は、時間の書き方ではありません。`, suggestion: '3:46 のように入力してください。',
  fix: { cells: [{ sheet: '全グループ', row: at, column: 3, before: '3.46', after: 226 / 1440, words: '「3.46」を 3:46 に直す' }], words: '「3.46」を 3:46 に直す' },
});

/** A person's own formula where the definitions have another. */
export const ownFormula = (at: number): OpenFinding => odd(at, {
  id: `otherFormula:T${at}`, kind: 'otherFormula', text: `「項目${at}」の9月に、表定義と違う計算式（=4471）があります。`, suggestion: '表定義の計算式に戻すときは選んで直してください。',
  fix: { cells: [{ sheet: '業務', row: at, column: 6, before: '=4471', after: { formula: '=G1/G2' }, words: `計算式${at}（=4471）を置き換える` }], words: `計算式${at}（=4471）を置き換える` },
});

export const quiet = (at: number, reason: string): QuietFinding => ({ ...odd(at), reason, at: '2025/4/7 9:30' });

export const reminder = (at: number, group = '事業計画'): Reminder => ({ id: `text P${at}`, group, text: `「項目${at}」（△）に、今後改善すべき点がまだありません。`, place: { sheet: '事業計画', area: { row: at, column: 10, rows: 1, columns: 1 } } });

export const checksOf = (change: Partial<CheckView>): CheckView => ({ open: [], quiet: [], reminders: [], tables: 19, rows: 52, ...change });
