import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { ExcelGateway } from '../../excel/gateway';
import { fiscalYearOf } from '../../domain/fiscalYear';
import type { JobContext } from '../../jobs/job';
import { workbookYear } from '../../jobs/workbookYear';
import { UniverEngine } from '../engine/calculation';
import type { ExcelHost } from '../host/host';
import { openSession } from '../session';
import { yearOfText } from '../../domain/text/readText';
import { openInput, readSeed, readStandard, readTextFile } from './files';
import { runJobs, type Traffic } from './jobs';
import { readOptions, type Options } from './options';
import { UsageError } from './usageError';

/** What takes things out of a workbook asks for no year. */
const NO_YEAR = 0;

/** Runs the jobs through the real office.js on an embedded workbook. Gives the exit code; UsageError before anything is written. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  const standard = readStandard();
  const seed = readSeed(options.seed, standard);
  const text = options.text === null ? null : readTextFile(options.text, '--text');
  const rank = options.rank && { ...options.rank, text: readTextFile(options.rank.file, '--rank-text') };
  const opened = openInput(options.input);
  const session = openSession({ book: opened.book, engine: new UniverEngine(), apiVersion: '1.14' });
  // The add-in's code finds the library where a page would have it.
  Object.assign(globalThis, { Excel: session.Excel, OfficeExtension: session.OfficeExtension });
  const context: JobContext = { gateway: new ExcelGateway(false), standard, now: () => new Date().toLocaleString('ja-JP'), wayBack: false };
  const fiscalYear = pickYear(options, await workbookYear(context), () => (text === null ? null : yearOfText(text, standard)));
  if (seed && seed.fiscalYear !== fiscalYear) throw new UsageError(`--seed は ${seed.fiscalYear}年度、--year は ${fiscalYear}年度です。同じ年度を指定してください。`);
  const outcome = await runJobs(options.jobs, { context, standard, seed, fiscalYear, asOf: options.asOf, text, textTables: options.textTables, adopt: { ...options.adopt, fiscalYear: options.year }, rank, traffic: trafficMeter(session.host) });
  save(options.out, opened.save());
  const names = opened.book.names.filter((name) => name.scope === undefined).map((name) => ({ name: name.name, refersTo: `=${name.refersTo}` }));
  if (options.report !== null) save(options.report, `${JSON.stringify({ ...outcome, names }, null, 2)}\n`);
  for (const job of outcome.jobs) {
    for (const line of job.summary) process.stdout.write(`${job.job}: ${line}\n`);
    for (const line of job.warnings) process.stdout.write(`${job.job}: 注意: ${line}\n`);
  }
  return 0;
}

function pickYear({ year: asked, input, jobs }: Options, stated: number | null, ofText: () => number | null): number {
  // What the tables say goes before what their titles alone seem to say.
  if (jobs[0] === 'adopt') return asked ?? stated ?? ofText() ?? presentFiscalYear(new Date());
  // The year that the workbook steps into: the job itself says where it cannot.
  if (jobs.includes('rollover') && stated !== null) return asked ?? stated + 1;
  if (asked !== null && stated !== null && asked !== stated) throw new UsageError(`--in「${input ?? ''}」は ${stated}年度のブックです。--year ${asked} は指定できません。`);
  const year = asked ?? stated ?? ofText() ?? (jobs.every((job) => job === 'release') ? NO_YEAR : null);
  if (year === null) throw new UsageError('--year を指定してください（例 --year 2024）。');
  return year;
}

/** The fiscal year a day lies in. */
const presentFiscalYear = (day: Date): number => fiscalYearOf(day.getFullYear(), day.getMonth() + 1);

/** Traffic since the last call, as the host counted it. */
function trafficMeter(host: ExcelHost): () => Traffic {
  let seen = 0;
  return () => {
    const requests = host.traffic.requests.slice(seen).filter((request) => !request.onlyReleases);
    seen = host.traffic.requests.length;
    return {
      syncs: requests.length,
      requestBytes: requests.reduce((sum, request) => sum + request.bytes, 0),
      actions: requests.reduce((sum, request) => sum + request.actions, 0),
    };
  };
}

/** Written beside and then renamed: an older file of that name stays whole until the new one is. */
function save(file: string, content: Uint8Array | string): void {
  const part = `${file}.part`;
  try {
    writeFileSync(part, content);
    renameSync(part, file);
  } catch {
    rmSync(part, { force: true });
    throw new UsageError(`「${file}」に書き込めません。フォルダーと空き容量を確認してください。`);
  }
}
