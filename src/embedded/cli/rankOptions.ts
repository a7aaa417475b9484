import { FIGURE_STATES } from '../../domain/figureState';
import { parseMonthWord, type CalendarMonth } from '../../domain/fiscalYear';
import type { RankRequest } from '../../sheets/rankPlan';
import { UsageError } from './usageError';

export const RANK_NAMES = ['--rank-kpi', '--rank-text', '--rank-as-of', '--rank-condition', '--rank-column', '--rank-state', '--rank-missing'] as const;
type RankName = (typeof RANK_NAMES)[number];

/** What is asked of the job rank; the text is still a file's name. */
export interface RankOptions extends Omit<RankRequest, 'text'> {
  readonly file: string;
}

/** `wanted`: whether the job rank is among those asked for. null: it is not. */
export function readRank(given: ReadonlyMap<string, string>, wanted: boolean): RankOptions | null {
  const stray = RANK_NAMES.find((name) => given.has(name));
  if (!wanted) {
    if (stray !== undefined) throw new UsageError(`${stray} は処理 rank と一緒に指定してください（--jobs rank）。`);
    return null;
  }
  const need = (name: RankName, example: string): string => {
    const value = given.get(name);
    if (value === undefined) throw new UsageError(`処理 rank には ${name} を指定してください（例 ${name} ${example}）。`);
    return value;
  };
  return {
    kpi: need('--rank-kpi', '2'),
    file: need('--rank-text', '47支部.txt'),
    asOf: readMonth(need('--rank-as-of', '2025-03')),
    condition: given.get('--rank-condition') ?? null,
    column: readColumn(given.get('--rank-column')),
    state: oneOf('--rank-state', given.get('--rank-state'), FIGURE_STATES),
    partial: oneOf('--rank-missing', given.get('--rank-missing'), ['allow']) !== null,
  };
}

function readMonth(text: string): CalendarMonth {
  const { year, month } = parseMonthWord(text) ?? {};
  if (year == null || month === undefined) throw new UsageError(`--rank-as-of「${text}」は使えません。年と月で指定してください（例 2025-03、R7.3）。`);
  return { year, month };
}

function readColumn(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d?$/.test(text)) throw new UsageError(`--rank-column「${text}」は使えません。支部名の後ろの何列目かを 1 からの数で指定してください（例 2）。`);
  return Number(text) - 1;
}

function oneOf<W extends string>(name: RankName, text: string | undefined, words: readonly W[]): W | null {
  if (text === undefined) return null;
  const found = words.find((word) => word === text);
  if (found === undefined) throw new UsageError(`${name}「${text}」は使えません。使えるもの: ${words.join(' ')}`);
  return found;
}
