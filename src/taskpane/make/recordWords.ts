import type { Language } from '../strings';

export interface RecordWords {
  readonly title: string;
  readonly text: string;
  readonly none: string;
  readonly make: string;
  readonly reading: string;
  readonly records: (done: number, planned: number) => string;
  readonly bids: (open: number, single: number) => string;
  readonly open: (drafts: number, figures: number) => string;
  readonly nothing: string;
  readonly drafts: string;
  readonly usual: string;
  readonly renewed: string;
  readonly asked: string;
  readonly now: string;
  readonly then: string;
  readonly same: (rows: number) => string;
  readonly figures: string;
  readonly empty: string;
  readonly told: (count: number) => string;
  readonly chosen: (drafts: number, figures: number) => string;
  readonly write: string;
  readonly chooseFirst: string;
}

const ja: RecordWords = {
  title: '実施記録',
  text: '会議・広報・研修・訪問・調達の記録から、進捗状況の下書きを作り、入札の件数と会議の実施日を数えます。入力済みの文や数値は、選ばないかぎり変わりません。',
  none: '記録を入力するシートは、まだありません。',
  make: '実施記録のシートを作る',
  reading: '実施記録を読み取っています',
  records: (done, planned) => `記録 ${done}件${planned > 0 ? `・予定 ${planned}件` : ''}`,
  bids: (open, single) => `入札 ${open}件（一者応札 ${single}件）`,
  open: (drafts, figures) => `書き込めるもの（下書き ${drafts}行・数値 ${figures}個）`,
  nothing: '新しく書き込むものはありません。',
  drafts: '進捗状況の下書き',
  usual: '空欄に書き込みます',
  renewed: '前の下書きを書き直します',
  asked: '入力済みの文があります。選ぶと、下のようになります',
  now: 'いま',
  then: '書き込むと',
  same: (rows) => `下書きのとおりの行 ${rows}`,
  figures: '入札の件数・会議の実施日',
  empty: '空欄',
  told: (count) => `確認していただきたいこと ${count}`,
  chosen: (drafts, figures) => `下書き ${drafts}行・数値 ${figures}個`,
  write: '書き込む内容を確かめる',
  chooseFirst: '書き込むものを選んでください。',
};

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const en: RecordWords = {
  title: 'Records',
  text: 'Meetings, publicity, training, visits and procurement become drafts of 進捗状況; tenders and meeting days are counted. Your own texts and figures stay unless you tick them.',
  none: 'There is no sheet for records yet.',
  make: 'Make the sheet 実施記録',
  reading: 'Reading the records',
  records: (done, planned) => `${plural(done, 'record')}${planned > 0 ? `, ${planned} planned` : ''}`,
  bids: (open, single) => `${plural(open, 'tender')} (${single} with a single bidder)`,
  open: (drafts, figures) => `Can be written (${plural(drafts, 'draft')}, ${plural(figures, 'figure')})`,
  nothing: 'There is nothing new to write.',
  drafts: 'Drafts of 進捗状況',
  usual: 'Goes into an empty cell',
  renewed: 'Renews the former draft',
  asked: 'A text stands there. Ticked, it becomes',
  now: 'Now',
  then: 'Then',
  same: (rows) => `${plural(rows, 'row')} as drafted`,
  figures: 'Tenders and meeting days',
  empty: 'empty',
  told: (count) => `Please look at: ${count}`,
  chosen: (drafts, figures) => `${plural(drafts, 'draft')}, ${plural(figures, 'figure')}`,
  write: 'See what will be written',
  chooseFirst: 'Choose what is to be written.',
};

export const recordWords: Readonly<Record<Language, RecordWords>> = { ja, en };
