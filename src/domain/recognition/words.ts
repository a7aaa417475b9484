import { normalizeLabel } from '../labels';

/** Words that stand around the months of a table. Source: headings of monthly tables as branches write them. */

const set = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(normalizeLabel));

const TOTAL_WORDS = set('計', '合計', '平均', '累計', '年度計', '年計', '総計', '年間計', '年間', '年間合計', '年合計', '年平均', '年間平均', '年度累計', '年度合計', '年度平均', '通期', 'total');

/** Whether a heading after the months is the total's. */
export const isTotalWord = (text: string): boolean => TOTAL_WORDS.has(normalizeLabel(text).replace(/\((?:a|b|[①-⑳])\)$/, ''));

/** A subtotal between the months: 第1四半期計, 1Q, 上期計, 上半期, 小計, and the plain words for a total. */
export const isSubtotalWord = (text: string): boolean =>
  isTotalWord(text) || /^(?:第?[1-4一二三四](?:四半期|q)(?:計|合計|累計|平均)?|[1-4]-[1-4]q|q[1-4]|(?:上|下|上半|下半|前|後)期(?:計|合計|累計|平均)?|小計|中間計)$/.test(normalizeLabel(text));

/** Headings of the cells that name a line, which are no measure themselves. */
const LABEL_WORDS = set('項目', '区分', '内容', '指標', '件名', '月', '月別', '年月', '年度', '単位', '年', '科目', '種別', '種類', '表', '項', '内訳', '名称', '', '項目名', '区分・項目', '年度・月', '年度/月', '月/年度');
export const isLabelWord = (text: string): boolean => LABEL_WORDS.has(normalizeLabel(text));

/** Headings that say how figures add up or that they are dates, and not of what they are. */
const GENERIC_WORDS = set('単月', '累計', '実施月', '実施日', '合計', '計', '実績', '月次', '推移', '月別実績', '月次実績', '件数', '率', '割合', '金額', '年度累計');
export const isGenericWord = (text: string): boolean => GENERIC_WORDS.has(normalizeLabel(text)) || isLabelWord(text);

/** Headings of lists that are no tables of figures although they run over the months. */
export const PLAN_WORDS = /予定|スケジュール|日程|カレンダー|シフト|当番|工程|名簿|出欠|行事/;
const PERSON_WORDS = set('氏名', '名前', '担当', '担当者', '担当者名', '職員', '職員名', '社員名', '当番', '氏名等');
export const isPersonWord = (text: string): boolean => PERSON_WORDS.has(normalizeLabel(text));
const WEEKDAYS = set('月', '火', '水', '木', '金', '土', '日', '祝', '(月)', '(火)', '(水)', '(木)', '(金)', '(土)', '(日)');
export const isWeekday = (text: string): boolean => WEEKDAYS.has(normalizeLabel(text));

/** A remark below or between lines. */
export const isRemark = (text: string): boolean => /^(?:[※＊*]|[（(]?注[）)：:0-9０-９]|(?:備考|出典|資料|注記)(?:[：:\s]|$)|（参考|\(参考)/.test(text.trim());

const RESULT_WORDS = set('実績', '実績値', '実数', '結果');
/** Beside 計画 or 目標, the line that bears what came of it. */
export const isResultWord = (text: string): boolean => RESULT_WORDS.has(normalizeLabel(text));

/** A label that says of itself that its figures are quotients: 率, 金額/件, 1件当たり, 平均日数. */
export const isRateLabel = (text: string): boolean => /率|割合|平均|\/|あたり|当たり|単価/.test(normalizeLabel(text));
