import { calendarMonthLabel, type CalendarMonth } from '../../domain/fiscalYear';
import type { RankStanding } from '../../jobs/workbookLook';
import type { Language } from '../strings';

export interface RankWords {
  readonly title: string;
  readonly back: string;
  readonly what: string;
  readonly field: string;
  readonly reading: string;
  readonly condition: string;
  readonly column: string;
  readonly columnOf: (index: number, heading: string) => string;
  readonly choose: string;
  readonly best: string;
  readonly median: string;
  readonly worst: string;
  readonly branches: (names: readonly string[]) => string;
  readonly around: (standing: RankStanding) => string;
  readonly strip: (standing: RankStanding) => string;
  readonly problems: (count: number) => string;
  readonly notes: (count: number) => string;
  readonly writeAll: string;
  readonly asOf: string;
  readonly month: (month: CalendarMonth) => string;
  readonly state: string;
  readonly keep: string;
  readonly current: (rank: number | null, asOf: string) => string;
  readonly notYet: string;
  readonly incomplete: string;
}

/** More names than these are counted. */
const FEW = 3;

const ja: RankWords = {
  title: '全国順位',
  back: 'KPIの詳細',
  what: '47支部の数値を、支部名と一緒に貼り付けてください。四捨五入せず、貼り付けた数値のまま順位を付けます。',
  field: '47支部の数値',
  reading: '順位を調べています',
  condition: '数値の条件',
  column: '順位を付ける列',
  columnOf: (index, heading) => (heading === '' ? `${index + 1}列目` : heading),
  choose: '選んでください',
  best: '最上位',
  median: '中央値',
  worst: '最下位',
  branches: (names) => (names.length > FEW ? `${names.length}支部` : names.join('・')),
  around: ({ better, worse, toMedian }) => `上に${better}支部、下に${worse}支部。中央値との差 ${toMedian}。`,
  strip: ({ own, best, worst, median }) => `数値の分布: 左が最下位 ${worst.shown}、右が最上位 ${best.shown}。中央値 ${median}、${own.branches[0] ?? ''} ${own.shown}。`,
  problems: (count) => `確認していただきたいこと（${count}件）`,
  notes: (count) => `読み取りかた ${count}`,
  writeAll: 'そろわないまま順位を書き込む',
  asOf: '順位の時点',
  month: ({ year, month }) => calendarMonthLabel(year, month),
  state: '区分',
  keep: '変えない',
  current: (rank, asOf) => (rank === null ? 'いまの順位: 未登録' : `いまの順位: ${rank}位${asOf === '' ? '' : `（${asOf}）`}`),
  notYet: '47支部の数値を貼り付けると、順位を書き込めます。',
  incomplete: '47支部がそろっていません。このまま書き込むときは、上の欄で選んでください。',
};

const en: RankWords = {
  title: 'National rank',
  back: 'The KPI',
  what: 'Paste the figures of the 47 branches with their names. They are ranked as pasted, not rounded.',
  field: 'Figures of the 47 branches',
  reading: 'Working out the rank',
  condition: 'Figures of',
  column: 'Column to rank by',
  columnOf: (index, heading) => (heading === '' ? `Column ${index + 1}` : heading),
  choose: 'Choose',
  best: 'Best',
  median: 'Median',
  worst: 'Last',
  branches: (names) => (names.length > FEW ? `${names.length} branches` : names.join(', ')),
  around: ({ better, worse, toMedian }) => `${better} above, ${worse} below. To the median: ${toMedian}.`,
  strip: ({ own, best, worst, median }) => `Distribution: last ${worst.shown} on the left, best ${best.shown} on the right. Median ${median}, ${own.branches[0] ?? ''} ${own.shown}.`,
  problems: (count) => `Please check (${count})`,
  notes: (count) => `How the list was read: ${count}`,
  writeAll: 'Write the rank although branches are missing',
  asOf: 'Rank as of',
  month: ({ year, month }) => `${year}-${String(month).padStart(2, '0')}`,
  state: 'Status',
  keep: 'As it is',
  current: (rank, asOf) => (rank === null ? 'No rank yet' : `Rank now: ${rank}${asOf === '' ? '' : ` (${asOf})`}`),
  notYet: 'Paste the figures of the 47 branches to write the rank.',
  incomplete: 'Branches are missing. To write the rank all the same, tick the box above.',
};

export const rankWords: Readonly<Record<Language, RankWords>> = { ja, en };
