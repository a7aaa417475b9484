import { dateOfSerial } from '../fiscalYear';
import { normalizeLabel } from '../labels';
import { dayLabel, weekdayOf } from './day';
import { isBid, RECORD_CATEGORIES, type ActivityRecord, type RecordCategory } from './record';

/**
 * Draft lines of 進捗状況, one for each 区分 and 件名, in the manner of the source:
 * 業務部月次報告会4/24（水）5/29（水）実施 ／ メールマガジン（4,5,6月） ／ ・5/22　未治療者受診勧奨　2者.
 * Lines stand in the order of the 区分, then by their first day. `records`: of one row of the plan, without doubles.
 */
export function composeDraft(records: readonly ActivityRecord[]): string {
  return RECORD_CATEGORIES.flatMap((category) => linesOf(category, records.filter((one) => one.category === category))).join('\n');
}

function linesOf(category: RecordCategory, records: readonly ActivityRecord[]): string[] {
  if (records.length === 0) return [];
  const ordered = [...records].sort((a, b) => a.day - b.day);
  if (category === '調達') return procurementLines(ordered);
  const groups = new Map<string, ActivityRecord[]>();
  for (const record of ordered) {
    const key = normalizeLabel(titleOf(record));
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].map((group) => (category === '広報' ? publicityLine(group) : heldLine(group)));
}

/** 件名 on one line; 実施 comes behind the dates anyway. */
function titleOf({ subject, category }: ActivityRecord): string {
  const title = subject.replace(/\s+/g, ' ').trim();
  return category === '会議' || category === '研修' || category === '訪問' ? title.replace(/(?<=.)[をの]?実施$/, '') : title;
}

const titleOfGroup = ([first]: readonly ActivityRecord[]): string => (first ? titleOf(first) : '');
const daysOf = (group: readonly ActivityRecord[]): number[] => [...new Set(group.map((one) => one.day))];

function heldLine(group: readonly ActivityRecord[]): string {
  const days = daysOf(group).map((day) => `${dayLabel(day)}（${weekdayOf(day)}）`);
  const title = titleOfGroup(group);
  // A title that ends in a figure must not run into the first date.
  const gap = /\d$/.test(title.normalize('NFKC')) ? '　' : '';
  return `${title}${gap}${days.join('')}実施${countOf(group)}`;
}

function publicityLine(group: readonly ActivityRecord[]): string {
  const months = new Set(daysOf(group).map((day) => dateOfSerial(day).month));
  return `${titleOfGroup(group)}（${[...months].join(',')}月）${countOf(group)}`;
}

/** Tenders are counted above their list; the list has no weekdays. */
function procurementLines(ordered: readonly ActivityRecord[]): string[] {
  const bids = ordered.filter(isBid);
  const single = bids.filter((one) => one.bidders === 1).length;
  const head = bids.length === 0 ? [] : [`一般競争入札${bids.length}件${single > 0 ? `（うち一者応札${single}件）` : ''}`];
  return [...head, ...ordered.map((one) => `・${dayLabel(one.day)}　${titleOf(one)}${isBid(one) ? `　${one.bidders}者` : ''}${countOf([one])}`)];
}

/** "　12件", the sum of what is given; "" where nothing is. */
function countOf(group: readonly ActivityRecord[]): string {
  const counts = group.flatMap((one) => one.count ?? []);
  return counts.length === 0 ? '' : `　${counts.reduce((sum, each) => sum + each, 0).toLocaleString('en-US')}件`;
}
