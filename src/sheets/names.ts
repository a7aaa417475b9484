import type { Definitions } from '../domain/definitions';

/**
 * Defined names of the add-in. Stems are made once, stored beside the ID in 表定義 and never
 * recomputed; the Western fiscal year is added: 月次_郵送化率_郵送件数_2024, …_計.
 */
const PREFIX = '月次';
const HEADER = '見出し';
const TOTAL = '計';

/** Header rows by which the add-in finds its own sheets again, whatever they are called now. */
export const ANCHORS = {
  tables: { name: '事業計画_表定義', sheet: '表定義' },
  kpis: { name: '事業計画_KPI', sheet: 'KPI' },
  indicators: { name: '事業計画_業績評価', sheet: '業績評価' },
  yearly: { name: '事業計画_実績値', sheet: '実績値' },
  planRows: { name: '事業計画_事業計画', sheet: '事業計画' },
  summary: { name: '事業計画_年間まとめ', sheet: '年間まとめ' },
  overwritten: { name: '事業計画_上書きの記録', sheet: '上書きの記録' },
  accepted: { name: '事業計画_点検の記録', sheet: '点検の記録' },
  records: { name: '事業計画_実施記録', sheet: '実施記録' },
  drafts: { name: '事業計画_進捗の下書き', sheet: '進捗の下書き' },
  log: { name: '事業計画_評価ログ', sheet: '評価ログ' },
  judged: { name: '事業計画_評価時の数値', sheet: '評価時の数値' },
  corrections: { name: '事業計画_訂正一覧', sheet: '訂正一覧' },
} as const;
export type AnchorKey = keyof typeof ANCHORS;
/** What was evaluated before: it grows, and is read only by what needs it. */
export const HISTORY_KEYS = ['log', 'judged', 'corrections'] as const satisfies readonly AnchorKey[];
export type HistoryKey = (typeof HISTORY_KEYS)[number];

export const monthsName = (stem: string, year: number): string => `${stem}_${year}`;
export const totalName = (stem: string, year: number): string => `${stem}_${year}_${TOTAL}`;
/** How every name of ours begins. */
export const NAME_STARTS: readonly string[] = [`${PREFIX}_`, '事業計画_'];

/** `part` is the block's year or heading; a table of one block needs none. */
export const headerName = (tableStem: string, part: string | number | null): string =>
  [tableStem, HEADER, ...(part === null ? [] : [namePart(String(part))])].join('_');

/** Whether a name is spelled as ours are. */
export const isOurName = (name: string): boolean => isWorkingName(name) || isOutputName(name);
/** Names that lead to what the jobs read. */
export const isWorkingName = (name: string): boolean =>
  name.startsWith(`${PREFIX}_`) || Object.values(ANCHORS).some((anchor) => anchor.name === name);

/** Sheets made for others, which no job reads but the one that made them. */
const OUTPUTS = { publish: '事業計画_公表_', submit: '事業計画_提出_' } as const;
export type OutputKind = keyof typeof OUTPUTS;
/** The name by which such a sheet is known again; `part` is letters, digits and _ only. */
export const outputName = (kind: OutputKind, part: string): string => `${OUTPUTS[kind]}${part}`;
export const isOutputName = (name: string, kind?: OutputKind): boolean =>
  (kind === undefined ? Object.values(OUTPUTS) : [OUTPUTS[kind]]).some((start) => name.startsWith(start));

/** What our names say in the Name Manager: a heading, months or a total. */
const OUR_COMMENT = /見出し$|年度 \S+$/;

/**
 * Whether a name is of our making: only those may be taken out. A person may have spelled one like ours; ours are spelled by a
 * stem of the definitions, are among `known` or bear our comment.
 */
export function isOfOurMaking(name: { readonly name: string; readonly comment: string }, stems: NameStems, known: ReadonlySet<string>): boolean {
  if (!isOurName(name.name)) return false;
  if (!name.name.startsWith(`${PREFIX}_`) || known.has(foldName(name.name)) || OUR_COMMENT.test(name.comment)) return true;
  const spelled = new Set([...stems.values()].map(foldName));
  const bare = foldName(name.name).replace(new RegExp(`_${TOTAL}$`), '').replace(/_20\d{2}$/, '');
  return spelled.has(bare) || spelled.has(bare.replace(new RegExp(`_${HEADER}(_.*)?$`), ''));
}

/** A label's letters (kana and kanji included), digits and nothing else; full-width foldName. */
export function namePart(label: string): string {
  return label.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The name itself, or with a number where a sheet of that name is there already. */
export function freeSheetName(wanted: string, taken: readonly { readonly name: string }[]): string {
  const known = new Set(taken.map((sheet) => foldName(sheet.name)));
  for (let number = 1; ; number++) {
    const count = number === 1 ? '' : `（${number}）`;
    const name = `${wanted.slice(0, LONGEST_SHEET_NAME - count.length)}${count}`;
    if (!known.has(foldName(name))) return name;
  }
}

/** What Excel does not take in a sheet's name becomes _. */
export const sheetNamePart = (text: string): string => text.replace(/[:\\/?*[\]：＼￥／？＊［］]/g, '_').replace(/^'+|'+$/g, '');
const LONGEST_SHEET_NAME = 31;
/** Letters that freeSheetName may add. */
const SPARE_LETTERS = 4;
/** The sheet of a year that comes after another: 業務_2025. */
export const yearSheetName = (sheet: string, year: number): string => `${sheet.slice(0, LONGEST_SHEET_NAME - SPARE_LETTERS - 5)}_${year}`;

/** Whether a sheet is called as the one of a group: 業務, or of a later year 業務_2025. */
export function isGroupSheet(sheet: string, group: string): boolean {
  const [name, home] = [foldName(sheet), foldName(group)];
  const year = /_(20\d{2})(?:\(\d+\))?$/.exec(name)?.[1];
  return name === home || (year !== undefined && name.replace(/\(\d+\)$/, '') === foldName(yearSheetName(group, Number(year))));
}

/** Whether Excel takes it as a sheet's name. */
export const canNameSheet = (name: string): boolean => name.length <= LONGEST_SHEET_NAME && !/[:\\/?*[\]：＼￥／？＊［］]|^'|'$|^(?:history|履歴)$/i.test(name);

/** Name stems by table ID and row ID. */
export type NameStems = ReadonlyMap<string, string>;

/** Gives every table and row without a stored stem one of its own, unique ignoring case and width. */
export function completeStems(definitions: Definitions, stored: NameStems): NameStems {
  const stems = new Map(stored);
  const taken = new Set([...stems.values()].map(foldName));
  const add = (id: string, wanted: string): void => {
    if (stems.has(id)) return;
    let stem = wanted;
    for (let number = 2; taken.has(foldName(stem)); number++) stem = `${wanted}_${number}`;
    stems.set(id, stem);
    taken.add(foldName(stem));
  };
  for (const table of definitions.tables) {
    add(table.id, `${PREFIX}_${namePart(table.name) || table.id}`);
    for (const row of table.rows) add(row.id, `${stems.get(table.id) ?? PREFIX}_${namePart(row.label) || namePart(row.id)}`);
  }
  return stems;
}

/** Names are equal ignoring case and width. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase();
