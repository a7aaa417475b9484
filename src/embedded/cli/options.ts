import { BIND_SURE, type AdoptRequest } from '../../sheets/adopt/request';
import { JOB_NAMES } from '../../jobs/job';
import { RANK_NAMES, readRank, type RankOptions } from './rankOptions';
import { UsageError } from './usageError';

/** Jobs of the command line: those of the pane that ask nothing, those that need a text, what 実施記録 gives unasked, the step into the year that --year names, and the checks. */
export const CLI_JOBS = [...JOB_NAMES, 'import', 'rank', 'progress', 'rollover', 'check'] as const;
export type CliJob = (typeof CLI_JOBS)[number];

/** What the command line asks for. `asOf`: fiscal month, 0 = 4月 … 11 = 3月. */
export interface Options {
  readonly jobs: readonly CliJob[];
  readonly seed: string | null;
  readonly year: number | null;
  readonly asOf: number;
  readonly input: string | null;
  /** A text whose figures are taken over. */
  readonly text: string | null;
  /** Of the text: those that definitions are for; all: the others too, which get some. */
  readonly textTables: 'known' | 'all';
  readonly out: string;
  readonly report: string | null;
  readonly adopt: AdoptRequest;
  /** Of the job rank; null: it is not asked for. */
  readonly rank: RankOptions | null;
}

const NAMES = ['--jobs', '--seed', '--year', '--as-of', '--in', '--text', '--tables', '--out', '--report', '--confidence', '--replace', ...RANK_NAMES] as const;
type Name = (typeof NAMES)[number];

export const USAGE = `使い方: npm run --silent headless -- --jobs ${JOB_NAMES.join(',')} --seed seeds/gunma-2024.json --year 2024 --as-of 3 --out out.xlsx --report report.json [--in 既存.xlsx] [--text 文章.txt]\n        npm run --silent headless -- --jobs adopt --in 既存.xlsx --out out.xlsx --report report.json [--confidence 0.7] [--replace formulas,numbers] [--text 文章.txt [--tables all]]\n        npm run --silent headless -- --jobs rank --in 既存.xlsx --rank-kpi 2 --rank-text 47支部.txt --rank-as-of 2025-03 --out out.xlsx --report report.json [--rank-condition 18-2] [--rank-column 2] [--rank-state 速報] [--rank-missing allow]\n        npm run --silent headless -- --jobs progress --in 既存.xlsx --out out.xlsx --report report.json\n        npm run --silent headless -- --jobs rollover --in 令和6年度.xlsx --year 2025 --out 令和7年度.xlsx --report report.json\n        npm run --silent headless -- --jobs check --in 既存.xlsx --out out.xlsx --report report.json`;

export function readOptions(argv: readonly string[]): Options {
  const given = new Map<Name, string>();
  for (let at = 0; at < argv.length; at += 2) {
    const word = argv[at] ?? '';
    const name = NAMES.find((known) => known === word);
    if (!name) throw new UsageError(`オプション「${word}」は使えません。使えるもの: ${NAMES.join(' ')}`);
    const value = argv[at + 1];
    if (value === undefined || value === '' || value.startsWith('--')) throw new UsageError(`${name} の値がありません。`);
    if (given.has(name)) throw new UsageError(`${name} が2回指定されています。`);
    given.set(name, value);
  }
  const input = given.get('--in') ?? null;
  const text = given.get('--text') ?? null;
  const jobs = withImport(readJobs(given.get('--jobs')), text, input);
  if (jobs.includes('import') && text === null) throw new UsageError('処理 import には --text を指定してください（例 --text 計画.txt）。');
  if (jobs.includes('rollover') && input === null) throw new UsageError('処理 rollover には、更新するブックを --in で指定してください（例 --in 令和6年度.xlsx --year 2025）。');
  if (!jobs.includes('import') && text !== null) throw new UsageError('--text は処理 adopt か import と一緒に指定してください（--jobs adopt）。');
  return {
    jobs,
    text,
    textTables: readTables(given.get('--tables'), text),
    seed: given.get('--seed') ?? null,
    year: readYear(given.get('--year')),
    asOf: readMonth(given.get('--as-of')),
    input,
    out: readOut(given.get('--out'), input),
    report: given.get('--report') ?? null,
    adopt: readAdopt(given.get('--confidence'), given.get('--replace')),
    rank: readRank(given, jobs.includes('rank')),
  };
}

function readJobs(text: string | undefined): CliJob[] {
  if (text === undefined) throw new UsageError(`--jobs を指定してください（${CLI_JOBS.join(',')}）。`);
  return text.split(',').map((word) => {
    const job = CLI_JOBS.find((known) => known === word.trim());
    if (!job) throw new UsageError(`処理「${word}」はありません。使えるもの: ${CLI_JOBS.join(',')}`);
    return job;
  });
}

const REPLACEABLE = ['formulas', 'numbers'] as const;

/** Without being asked adopting binds and replaces nothing. */
function readAdopt(confidence: string | undefined, replace: string | undefined): AdoptRequest {
  const least = confidence === undefined ? BIND_SURE.confidence : Number(confidence);
  if (!(least >= 0 && least <= 1)) throw new UsageError(`--confidence「${confidence ?? ''}」は使えません。0〜1 の数で指定してください（例 0.7）。`);
  const words = replace === undefined ? [] : replace.split(',').map((word) => word.trim());
  const unknown = words.find((word) => !REPLACEABLE.some((known) => known === word));
  if (unknown !== undefined) throw new UsageError(`--replace「${unknown}」は使えません。使えるもの: ${REPLACEABLE.join(',')}`);
  return { ...BIND_SURE, confidence: least, formulas: words.includes('formulas') ? 'all' : new Set(), numbers: words.includes('numbers') ? 'all' : new Set() };
}

/** adopt with a text takes its figures over once the workbook's own tables are bound; without a workbook there is nothing to bind. */
function withImport(jobs: readonly CliJob[], text: string | null, input: string | null): CliJob[] {
  if (text === null || jobs.includes('import')) return [...jobs];
  return jobs.flatMap((job): CliJob[] => (job !== 'adopt' ? [job] : input === null ? ['import'] : ['adopt', 'import']));
}

const TABLES = ['known', 'all'] as const;

/** Without being asked no table is laid out that no definition is for. */
function readTables(word: string | undefined, text: string | null): Options['textTables'] {
  if (word === undefined) return 'known';
  if (text === null) throw new UsageError('--tables は --text と一緒に指定してください。');
  const known = TABLES.find((one) => one === word);
  if (!known) throw new UsageError(`--tables「${word}」は使えません。known（表定義にある表だけ）か all（ない表も新しく配置）を指定してください。`);
  return known;
}

function readYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^(19[89]\d|20\d\d)$/.test(text)) throw new UsageError(`--year「${text}」は使えません。年度を西暦4けたで指定してください（例 2024）。`);
  return Number(text);
}

function readMonth(text: string | undefined): number {
  if (text === undefined) return 11;
  if (!/^([1-9]|1[0-2])$/.test(text)) throw new UsageError(`--as-of「${text}」は使えません。月を 1〜12 で指定してください（例 3）。`);
  return (Number(text) + 8) % 12;
}

function readOut(text: string | undefined, input: string | null): string {
  if (text === undefined) throw new UsageError('--out を指定してください（例 --out out.xlsx）。');
  const wanted = input !== null && /\.xlsm$/i.test(input) ? '.xlsm' : '.xlsx';
  if (!text.toLowerCase().endsWith(wanted)) {
    throw new UsageError(wanted === '.xlsm' ? `--out「${text}」は .xlsm にしてください。マクロ付きのブックはマクロを残したまま保存します。` : `--out「${text}」は .xlsx にしてください。`);
  }
  return text;
}
