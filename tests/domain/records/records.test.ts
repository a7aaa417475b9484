import { describe, expect, test } from '@jest/globals';
import { serialOfDate } from '../../../src/domain/fiscalYear';
import { composeDraft } from '../../../src/domain/records/compose';
import { countBids, meetingDays } from '../../../src/domain/records/counts';
import { fullDayLabel, isBeforeApril, readDay, weekdayOf } from '../../../src/domain/records/day';
import { withoutDoubles } from '../../../src/domain/records/doubles';
import { mergeDraft } from '../../../src/domain/records/merge';
import type { ActivityRecord, RecordCategory } from '../../../src/domain/records/record';

const FY = 2024;
/** "4/24" of fiscal year 2024, or with a year of its own. */
function day(text: string): number {
  const parts = text.split('/').map(Number);
  const [year, month, date] = parts.length === 3 ? parts : [(parts[0] ?? 0) <= 3 ? FY + 1 : FY, ...parts];
  return serialOfDate(year ?? 0, month ?? 0, date ?? 0);
}
const record = (category: RecordCategory, subject: string, date: string, more: Partial<ActivityRecord> = {}): ActivityRecord => ({ day: day(date), planRow: 'P02-01', category, subject, count: null, bidders: null, note: '', ...more });
const many = (category: RecordCategory, subject: string, dates: string): ActivityRecord[] => dates.split(' ').map((date) => record(category, subject, date));

describe('the day of a record', () => {
  test.each([
    ['4/24', '2024/4/24'], ['４／２４', '2024/4/24'], ['4月24日', '2024/4/24'], ['令和6年4月24日', '2024/4/24'], ['R6.4.24', '2024/4/24'], ['2024/4/24', '2024/4/24'], ['2024-04-24', '2024/4/24'],
    ['1/15', '2025/1/15'], ['3/31', '2025/3/31'], ['4/1', '2024/4/1'], ['R7.1.15', '2025/1/15'], ['4/24（水）', '2024/4/24'], ['4/24 (水曜日)', '2024/4/24'],
    [day('1/15'), '2025/1/15'], [day('4/24') + 0.75, '2024/4/24'], [day('4/1'), '2024/4/1'], [day('3/31'), '2025/3/31'],
  ])('%s is %s', (value, wanted) => {
    const reading = readDay(value, FY, '会議');
    expect(reading.ok && [fullDayLabel(reading.day), reading.note]).toEqual([wanted, null]);
  });

  test.each([
    ['', '日付が空です'], ['－', '日付が空です'], ['4月下旬', '「4月下旬」は日付（例: 12/11）として読み取れません'], ['7/10-17', '「7/10-17」は日付（例: 12/11）として読み取れません'], ['4/31', '「4/31」という日付はありません'],
    ['2025/4/1', '「2025/4/1」は令和6年度の日付ではありません'], ['2024/1/25', '「2024/1/25」は令和6年度の日付ではありません'], ['=4/24', '「=4/24」は計算式のように始まるため、数値として読み込みません'],
    [4.24, '「4.24」は日付ではありません'], [true, '「TRUE」は日付ではありません'], [0, '「0」は日付ではありません'],
    [day('2025/12/11'), '「2025/12/11」は令和6年度の日付ではありません（年も入力してください。例 2024/12/11）'], [day('2024/3/31'), '「2024/3/31」は令和6年度の日付ではありません（年も入力してください。例 2025/3/31）'],
  ])('%s is refused', (value, reason) => {
    expect(readDay(value, FY, '会議')).toEqual({ ok: false, reason });
  });

  test.each([
    ['2024/1/25', '2024/1/25'], ['R6.3.22', '2024/3/22'], [day('2024/3/31'), '2024/3/31'], ['1/25', '2025/1/25'], [day('2024/1/1'), '2024/1/1'],
  ])('of a procurement %s is %s: the January to March before counts where the year is written', (value, wanted) => {
    const reading = readDay(value, FY, '調達');
    expect(reading.ok && fullDayLabel(reading.day)).toBe(wanted);
  });
  test.each(['2023/12/31', '2025/4/1', day('2023/12/31')])('of a procurement %s is refused', (value) => {
    expect(readDay(value, FY, '調達').ok).toBe(false);
  });
  test('before April is January to March of the same calendar year', () => {
    expect(['2024/1/1', '2024/3/31', '2024/4/1', '2025/1/1', '2023/12/31'].map((date) => isBeforeApril(day(date), FY))).toEqual([true, true, false, false, false]);
  });

  test('weekdays are worked out; one that is written wrong is told', () => {
    // As the source prints them, but for 1/15, which it calls a Tuesday.
    const printed = '4/24水 5/29水 6/26水 9/11水 9/12木 10/3木 10/9水 11/19火 12/19木 1/21火 2/12水 2/18火 3/12水 3/18火 1/15水'.split(' ');
    expect(printed.map((text) => text.slice(0, -1)).map((date) => `${date}${weekdayOf(day(date))}`)).toEqual(printed);
    expect(readDay('1/15（火）', FY, '会議')).toEqual({ ok: true, day: day('1/15'), note: '「1/15（火）」の曜日は（水）です' });
    expect([weekdayOf(serialOfDate(2024, 2, 29)), weekdayOf(serialOfDate(2026, 11, 29))]).toEqual(['木', '日']);
  });
});

describe('the draft of a row', () => {
  const cases: readonly (readonly [string, readonly ActivityRecord[], string])[] = [
    ['a meeting with its days in order', many('会議', '業務部月次報告会', '5/29 4/24 1/15'), '業務部月次報告会4/24（水）5/29（水）1/15（水）実施'],
    ['publicity with its months, those of the next calendar year last', many('広報', 'メールマガジン', '1/10 4/10 5/10 5/24 12/10 3/10'), 'メールマガジン（4,5,12,1,3月）'],
    ['one training', [record('研修', '窓口・電話研修', '11/28')], '窓口・電話研修11/28（木）実施'],
    ['visits with what they came to', [record('訪問', '事業所訪問', '6/7', { count: 5 }), record('訪問', '事業所訪問', '7/5', { count: 7 }), record('訪問', '事業所訪問', '8/2')], '事業所訪問6/7（金）7/5（金）8/2（金）実施　12件'],
    ['two visits of one day', [record('訪問', '事業所訪問', '6/7', { count: 600 }), record('訪問', '事業所訪問', '6/7', { count: 700 })], '事業所訪問6/7（金）実施　1,300件'],
    ['a count of nothing', [record('訪問', '事業所訪問', '6/7', { count: 0 })], '事業所訪問6/7（金）実施　0件'],
    ['publicity with counts', [record('広報', '会報誌への同封', '8/1', { count: 1500 })], '会報誌への同封（8月）　1,500件'],
    ['one subject in several spellings', [record('会議', 'ＰＴ会議', '4/24'), record('会議', 'PT 会議', '5/29')], 'ＰＴ会議4/24（水）5/29（水）実施'],
    ['a subject that says 実施 itself', [record('研修', '消防訓練実施', '3/25'), record('研修', '消防訓練', '9/2'), record('研修', '実施', '4/24')], '実施4/24（水）実施\n消防訓練9/2（月）3/25（火）実施'],
    ['a subject of two lines', [record('会議', '合同\n会議', '4/24')], '合同 会議4/24（水）実施'],
    ['several kinds, in the order of the 区分, then by the first day', [record('訪問', '訪問', '4/1'), record('広報', 'ホームページ', '4/1'), record('会議', '後', '5/1'), record('会議', '先', '4/2')], '先4/2（火）実施\n後5/1（水）実施\nホームページ（4月）\n訪問4/1（月）実施'],
    ['tenders, counted above their list', [record('調達', '封入封緘業務', '10/10', { bidders: 3 }), record('調達', '受診勧奨', '10/4', { bidders: 1 }), record('調達', '運搬業務', '2024/1/25', { bidders: 2 }), record('調達', '消耗品', '11/1', { count: 2 })],
      '一般競争入札3件（うち一者応札1件）\n・1/25　運搬業務　2者\n・10/4　受診勧奨　1者\n・10/10　封入封緘業務　3者\n・11/1　消耗品　2件'],
    ['procurements without a tender', [record('調達', '消耗品', '11/1')], '・11/1　消耗品'],
    ['a subject like a formula', [record('会議', '=1+1', '4/24')], '=1+1　4/24（水）実施'],
    ['a subject that ends in a figure', [record('研修', '階層別研修２', '4/24')], '階層別研修２　4/24（水）実施'],
    ['nothing', [], ''],
  ];
  test.each(cases)('%s', (_, records, draft) => {
    expect(composeDraft(records)).toBe(draft);
  });
});

describe('doubles', () => {
  const meeting = record('会議', '会議', '4/24');
  test.each<readonly [string, ActivityRecord, boolean]>([
    ['the same again', { ...meeting, subject: '会 議' }, true],
    ['another day', { ...meeting, day: day('4/25') }, false],
    ['another row', { ...meeting, planRow: 'P01-01' }, false],
    ['another 区分', { ...meeting, category: '研修' }, false],
    ['another 件数', { ...meeting, count: 1 }, false],
    ['another 備考', { ...meeting, note: '午後' }, false],
  ])('%s', (_, other, doubled) => {
    expect(withoutDoubles([meeting, other]).doubled).toEqual(doubled ? [{ record: other, of: meeting }] : []);
    expect(withoutDoubles([meeting, other]).used).toHaveLength(doubled ? 1 : 2);
  });
  test('a procurement is one a day, row and 件名', () => {
    const bid = record('調達', '印刷', '5/22', { bidders: 2 });
    expect(withoutDoubles([bid, { ...bid, bidders: 3, note: '再' }]).used).toEqual([bid]);
  });
});

describe('counts', () => {
  const bids = '2024/1/25:2 2024/3/15:2 2024/3/22:3 5/22:2 6/6:6 7/4:3 8/6:2 8/29:2 10/4:1 10/10:3 12/13:4 2/6:4'.split(' ').map((text, index) => {
    const [date = '', bidders] = text.split(':');
    return record('調達', `入札${index}`, date, { bidders: Number(bidders) });
  });
  test('the tenders of the source give its table', () => {
    const { open, single } = countBids(bids, FY);
    expect(open).toEqual([3, 1, 1, 1, 2, 0, 2, 0, 1, 0, 1, 0]);
    expect(single).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
  });
  test('what is no tender does not count; one for two rows counts once; April and January before it are one', () => {
    const first = record('調達', '印刷', '4/10', { bidders: 1 });
    const others = [record('調達', '購入', '4/10'), record('調達', '不調', '4/11', { bidders: 0 }), record('会議', '印刷', '4/10', { bidders: 1 }), { ...first, planRow: 'P21-K1' }];
    expect(countBids([first, ...others, record('調達', '印刷', '2024/1/10', { bidders: 2 })], FY)).toEqual({ open: [2, ...Array<number>(11).fill(0)], single: [1, ...Array<number>(11).fill(0)] });
    expect(countBids([record('調達', '印刷', '1/10', { bidders: 2 })], FY).open[9]).toBe(1);
  });
  test('days of meetings by month: only those whose 件名 is the name itself', () => {
    const records = [...many('会議', '保険給付適正化PT会議', '12/11 3/12 12/25 12/11'), record('会議', '保険給付適正化ＰＴ会議の準備', '11/1'), record('研修', '保険給付適正化ＰＴ会議', '10/1')];
    expect([...meetingDays(records, ['保険給付適正化ＰＴ会議', 'ＰＴ'])]).toEqual([[8, [day('12/11'), day('12/25')]], [11, [day('3/12')]]]);
  });
});

describe('a draft meets what stands in the cell', () => {
  test.each([
    ['an empty cell', '', '', 'い', 'new', 'い'],
    ['a cell of blanks', ' \n', 'あ', 'い', 'new', 'い'],
    ['the draft itself', 'い', '', 'い', 'same', 'い'],
    ['the draft in a person’s text', '前\nい\n後', 'い', 'い', 'same', '前\nい\n後'],
    ['the former draft, word for word', 'あ\nう', 'あ\nう', 'い', 'renew', 'い'],
    ['the same with another kind of line break', 'あ\r\nう\r\n', 'あ\nう', 'い', 'renew', 'い'],
    ['the former draft, of which the new one is a part', 'あ\nう', 'あ\nう', 'う', 'renew', 'う'],
    ['a person’s own text', '順調', '', 'い', 'below', '順調\nい'],
    ['a former draft that a person changed', 'あ（計画通り）', 'あ', 'い', 'below', 'あ（計画通り）\nい'],
    ['a former draft in a person’s text', '前\nあ\nう\n後', 'あ\nう', 'い\nえ', 'within', '前\nい\nえ\n後'],
    ['half of a former draft', '前\nあ', 'あ\nう', 'い', 'below', '前\nあ\nい'],
  ])('%s', (_, found, written, draft, fate, text) => {
    expect(mergeDraft(found, written, draft)).toEqual({ fate, text });
    const again = mergeDraft(text, draft, draft);
    expect([again.fate, again.text]).toEqual(['same', text]);
  });
});
