import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** --text, as a person runs the command. */
const folder = mkdtempSync(path.join(tmpdir(), 'text-'));
const file = (name: string): string => path.join(folder, name);
const SOURCE = 'tests/domain/text/plan-r6-tables.txt';

function headless(...args: string[]): { code: number | null; lines: string[]; out: string } {
  const run = spawnSync(process.execPath, ['src/embedded/cli/run.mjs', ...args], { encoding: 'utf8' });
  return { code: run.status, lines: run.stderr.trim().split('\n').filter((line) => line !== ''), out: run.stdout };
}

interface Report {
  readonly jobs: readonly { readonly job: string; readonly syncs: number; readonly summary: readonly string[]; readonly warnings: readonly string[] }[];
  readonly evaluations: readonly unknown[];
  readonly texts: readonly {
    readonly fiscalYear: number; readonly series: number;
    readonly tables: readonly { readonly id: string; readonly name: string; readonly own: boolean; readonly headers: readonly number[]; readonly lines: number; readonly series: number }[];
    readonly oddities: readonly { readonly kind: string; readonly row: string; readonly lines: readonly number[] }[];
    readonly unread: readonly unknown[]; readonly strangers: readonly unknown[]; readonly figures: Readonly<Record<string, number>>; readonly mismatches: readonly string[];
  }[];
}
const reportOf = (name: string): Report => JSON.parse(readFileSync(file(name), 'utf8')) as Report;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the source', () => {
  beforeAll(() => {
    expect(headless('--jobs', 'import,evaluate', '--text', SOURCE, '--out', file('out.xlsx'), '--report', file('report.json'))).toMatchObject({ code: 0, lines: [] });
  });

  test('is told table by table in report.json, the year being its own', () => {
    const { jobs, texts, evaluations } = reportOf('report.json');
    expect(jobs.map((job) => [job.job, job.syncs <= 4])).toEqual([['import', true], ['evaluate', true]]);
    expect(jobs[0]?.warnings).toHaveLength(10);
    const [text] = texts;
    expect(text).toMatchObject({ fiscalYear: 2024, series: 82, unread: [], strangers: [], mismatches: [] });
    expect(text?.tables).toHaveLength(19);
    expect(text?.tables[0]).toEqual({ id: 'T01', name: 'サービススタンダード', own: false, headers: [6, 26], lines: 18, series: 18 });
    expect(text?.oddities.map(({ kind, row }) => `${row} ${kind}`)).toEqual(['T01-09 total', 'T13-02 follows', 'T13-03 follows', 'T15-02 follows', 'T19-01 falls', 'T17-01 slip', 'T17-01 slip', 'T17-01 slip']);
    expect(evaluations.length).toBeGreaterThan(10);
  });

  test('a second time changes no byte', () => {
    expect(headless('--jobs', 'import', '--text', SOURCE, '--in', file('out.xlsx'), '--out', file('again.xlsx'), '--report', file('again.json')).code).toBe(0);
    expect(readFileSync(file('again.xlsx')).equals(readFileSync(file('out.xlsx')))).toBe(true);
    const [text] = reportOf('again.json').texts;
    expect([text?.figures.new, text?.figures.fill, text?.figures.differs, text?.figures.kept]).toEqual([0, 0, 0, 0]);
  });

  test('with a table that no definition is for: told, and laid out only where it is asked for', () => {
    const months = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'];
    writeFileSync(file('own.txt'), ['電話相談', ['令和6年度', ...months].join('\t'), ['相談対応件数', ...months.map((_, month) => 100 + month)].join('\t')].join('\n'));
    const run = (name: string, ...more: string[]): Report => {
      expect(headless('--jobs', 'import', '--text', file('own.txt'), '--in', file('out.xlsx'), '--out', file('own.xlsx'), '--report', file(name), ...more)).toMatchObject({ code: 0, lines: [] });
      return reportOf(name);
    };
    const told = run('told.json');
    expect([told.texts[0]?.tables.map(({ id, own }) => [id, own]), told.texts[0]?.strangers.length, told.texts[0]?.figures.new]).toEqual([[['A01', true]], 1, 0]);
    const taken = run('taken.json', '--tables', 'all');
    expect([taken.texts[0]?.figures.new, taken.jobs[0]?.summary]).toEqual([12, ['シート「取り込み」を追加しました。', '1つの表（1行）を配置し、名前を付けました。数値は文章から読み取ったものです。']]);
  });

  test('reads the same in the encodings of Windows', () => {
    const text = readFileSync(SOURCE, 'utf8');
    writeFileSync(file('utf16.txt'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    writeFileSync(file('sjis.txt'), shiftJis(text));
    for (const name of ['utf16.txt', 'sjis.txt']) {
      expect(headless('--jobs', 'import', '--text', file(name), '--in', file('out.xlsx'), '--out', file('same.xlsx'), '--report', file('same.json')).code).toBe(0);
      expect(reportOf('same.json').texts[0]).toMatchObject({ series: 82, figures: { new: 0, fill: 0, differs: 0, kept: 0 } });
    }
  });
});

/** Every character by what decodes to it. */
function shiftJis(text: string): Buffer {
  const decoder = new TextDecoder('shift_jis');
  const bytes = new Map<string, number[]>(Array.from({ length: 0x80 }, (_, code) => [String.fromCharCode(code), [code]]));
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc && (lead < 0xa0 || lead > 0xdf); trail++) {
      const sign = decoder.decode(new Uint8Array([lead, trail]));
      if (sign.length === 1 && !bytes.has(sign)) bytes.set(sign, [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((sign) => bytes.get(sign) ?? [0x3f]));
}

describe('a mistake is one clear line, code 2, and no file', () => {
  beforeAll(() => {
    writeFileSync(file('binary.txt'), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
    writeFileSync(file('yearless.txt'), '表のない文章です。');
  });

  test.each<[string, string[], string]>([
    ['import without a text', ['--jobs', 'import', '--year', '2024'], '--text'],
    ['a text without import', ['--jobs', 'layout', '--year', '2024', '--text', SOURCE], 'import'],
    ['tables of no text', ['--jobs', 'layout', '--year', '2024', '--tables', 'all'], '--tables'],
    ['tables of another kind', ['--jobs', 'import', '--text', SOURCE, '--tables', 'some'], 'some'],
    ['a missing text', ['--jobs', 'import', '--text', 'nowhere.txt'], 'nowhere.txt'],
    ['a file that is no text', ['--jobs', 'import', '--text', file('binary.txt')], 'binary.txt'],
    ['neither workbook nor text names a year', ['--jobs', 'import', '--text', file('yearless.txt')], '--year'],
  ])('%s', (_, args, named) => {
    const run = headless(...args, '--out', file('never.xlsx'), '--report', file('never.json'));
    expect([run.code, run.lines.length, existsSync(file('never.xlsx'))]).toEqual([2, 1, false]);
    expect(run.lines[0]).toContain(named);
  });

  test('a text without tables is no mistake: a sentence, and the workbook as it was', () => {
    const run = headless('--jobs', 'import', '--year', '2024', '--text', file('yearless.txt'), '--out', file('empty.xlsx'));
    expect(run.code).toBe(0);
    expect(run.out).toContain('注意: 4月から3月までの見出しのある表が見つかりませんでした。');
  });
});
