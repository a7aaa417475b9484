import { readFiscalYear } from '../fiscalYear';
import { normalizeLabel } from '../labels';

/** What the cells before the months of a line say. */
export interface LineLabel {
  /** Texts without year and unit, as written, the last one being the line's own. */
  readonly labels: readonly string[];
  readonly year: number | null;
  /** 前年度 is 1, 今年度 0; null: no such word stands there. */
  readonly yearsBack: number | null;
  readonly unit: string | null;
}

const UNITS: ReadonlySet<string> = new Set(
  ['件', '円', '千円', '百万円', '万円', '%', 'パーセント', '人', '名', '日', '時間', '分', '回', '社', '枚', '事業所', '箇所', 'か所', 'ヶ所', 'カ所', 'ポイント', 'pt', 'h', '通', '部', '冊', '点', '世帯', '本', '台', '位', '円/件', '件/人', '倍', '者', '組', '機関', '団体', '校']
    .map(normalizeLabel),
);

/** A longer text is no label: it is left whole, and not gone through again and again for what may stand at its ends. */
const LONGEST = 200;

/** Whether a text is a unit of measure and nothing else, with or without brackets round it. */
export const isUnit = (text: string): boolean => text.length <= LONGEST && UNITS.has(normalizeLabel(unbracketed(text)));

const unbracketed = (text: string): string => /^[（(]\s*(.*?)\s*[)）]$/.exec(text.trim())?.[1] ?? text.trim();

/** "（単位：件）" → "件"; null where the text tells no unit of a whole table. */
export function readUnitNote(text: string): string | null {
  const [, unit] = /^[（(［[]?\s*単位\s*[：:・]?\s*([^）)］\]]{1,6}?)\s*[）)］\]]?$/.exec(text.trim()) ?? [];
  return unit ?? null;
}

/** "金額(円)" → {rest: "金額", unit: "円"}; a text without a unit behind it stays as it is. */
export function splitUnit(text: string): { readonly rest: string; readonly unit: string | null } {
  if (text.length > LONGEST) return { rest: text.trim(), unit: null };
  const [, rest = '', unit = ''] = /^(.+?)\s*[（(［[]\s*([^（(）)［\]]+?)\s*[)）\]］]$/.exec(text.trim()) ?? [];
  return rest !== '' && isUnit(unit) ? { rest, unit } : { rest: text.trim(), unit: null };
}

/** A year at either end of a text, bare or in brackets. A bare number would be anything: 度 or an era must stand by it. */
const YEAR_WORD = String.raw`(?:(?:令和|平成|昭和|[RHSrhsＲＨＳ])\s*(?:元|[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*年度?|(?:19|20|１９|２０)[0-9０-９]{2}\s*年度|FY\s*20[0-9]{2}|[RHSＲＨＳ][0-9０-９]{1,2}(?:年度)?)(?:\s*[（(](?:19|20)[0-9]{2}\s*年度?[）)])?`;
const YEAR_FIRST = new RegExp(String.raw`^[（(【]?(${YEAR_WORD})[)）】]?[\s　・_：:-]*(?:の)?(.*)$`);
const YEAR_LAST = new RegExp(String.raw`^(.*?)[\s　・_：:-]*[（(【]?(${YEAR_WORD})[)）】]?$`);

/**
 * Takes a fiscal year out of a text: 令和6年度 郵送件数, 累計（令和6年度）, R6 or 2024 alone. `rest` is what is left, "" where the text
 * says the year only.
 */
export function splitYear(text: string): { readonly year: number | null; readonly rest: string } {
  const plain = text.trim();
  if (plain.length > LONGEST) return { year: null, rest: plain };
  const whole = yearOf(plain);
  if (whole !== null) return { year: whole, rest: '' };
  const [, firstYear = '', afterYear = ''] = YEAR_FIRST.exec(plain) ?? [];
  const [, beforeYear = '', lastYear = ''] = YEAR_LAST.exec(plain) ?? [];
  const first = yearOf(firstYear);
  if (first !== null) return { year: first, rest: afterYear.trim() };
  const last = yearOf(lastYear);
  return last !== null ? { year: last, rest: beforeYear.trim() } : { year: null, rest: plain };
}

/** 令和6年 heads a fiscal year's line as well as 令和6年度 does, where the line runs from April to March, and 6年度 is of the present era; 6年 may be anything. */
const yearOf = (text: string): number | null =>
  text === '' ? null : (readFiscalYear(text) ?? readFiscalYear(text.replace(/(?<=..)年$/, '年度').replace(/^(?=[元1-9１-９]年度$)/, '令和')));

const YEARS_BACK = [/^[今本当]年度?(?:実績値?)?$/, /^[前昨]年度?(?:実績値?)?$/, /^(?:前々|一昨)年度?(?:実績値?)?$/];

/**
 * Reads the texts before the months of a line, in their order; empty ones are passed over. What `isLabel` knows is left whole.
 * `relative`: 前年度 tells a year; otherwise it is a label like any other.
 */
export function readLineLabel(texts: readonly string[], isLabel: (text: string) => boolean = () => false, relative = false): LineLabel {
  const labels: string[] = [];
  let year: number | null = null;
  let yearsBack: number | null = null;
  let unit: string | null = null;
  for (const text of texts) {
    if (text === '') continue;
    if (isLabel(text)) {
      labels.push(text);
      continue;
    }
    if (isUnit(text) && labels.length + Number(year !== null) > 0) {
      unit = unbracketed(text);
      continue;
    }
    const back = relative ? YEARS_BACK.findIndex((word) => word.test(text)) : -1;
    if (back >= 0) {
      yearsBack = back;
      // 実績 beside 計画 stays what the line is, below what both are of.
      if (labels.length > 0 && text.includes('実績')) labels.push('実績');
      continue;
    }
    const split = splitYear(text);
    if (split.year !== null) year = split.year;
    if (split.rest !== '') labels.push(split.rest);
  }
  return { labels, year, yearsBack, unit };
}
