import { parseArgs } from 'node:util';
import { FaultBench } from './bench';
import { FAULT_KINDS, type FaultKind } from './faults';
import { notTakenBack, tryJob, VERDICTS, type Case, type Verdict } from './harness';
import { FAULT_JOBS, WRITING_JOBS, type FaultJob } from './jobs';

/** npm run faults [-- --job evaluate] [--fault "lost reply"] [--seed 1] [--random 2] [--show 5]: every fault at every request of every job. */
const { values } = parseArgs({ options: { job: { type: 'string' }, fault: { type: 'string' }, seed: { type: 'string', default: '1' }, random: { type: 'string', default: '2' }, show: { type: 'string', default: '3' } } });
const jobs = FAULT_JOBS.filter((job) => values.job === undefined || job.name === values.job || job.name.startsWith(values.job));
const kinds = FAULT_KINDS.filter((kind) => values.fault === undefined || kind === values.fault);
if (jobs.length === 0 || kinds.length === 0) {
  console.error(`jobs: ${FAULT_JOBS.map((job) => job.name).join(' | ')}\nfaults: ${FAULT_KINDS.join(' | ')}`);
  process.exit(2);
}

// The add-in waits a moment before it tries again; nobody is kept waiting here.
const later = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((work: () => void) => later(work, 0), { __promisify__: later.__promisify__ }) as typeof setTimeout;

type Counts = Record<Verdict, number>;
const none = (): Counts => ({ full: 0, before: 0, violation: 0 });
const byKind = new Map<FaultKind, Counts>(kinds.map((kind) => [kind, none()]));
const total = none();
const row = (name: string, { full, before, violation }: Counts): string => `${name.padEnd(28)} ${[full + before + violation, full, before, violation].map((count) => String(count).padStart(9)).join(' ')}`;
const heading = `${''.padEnd(28)} ${['cases', ...VERDICTS].map((word) => word.padStart(9)).join(' ')}`;

async function run(): Promise<void> {
  const bench = new FaultBench();
  const [seed, random, show] = [Number(values.seed), Number(values.random), Number(values.show)];
  console.log(`seed ${seed}\n${heading}`);
  const records = new Map<string, number>();
  let requests = 0;
  for (const job of jobs) {
    const counts = none();
    const violations: Case[] = [];
    let count = 0;
    for await (const one of tryJob(bench, job, { seed, random, wanted: ({ kind }) => kinds.includes(kind) })) {
      for (const each of [counts, total, byKind.get(one.fault) ?? none()]) each[one.verdict]++;
      count = one.requests;
      if (one.verdict === 'violation') violations.push(one);
      if (one.records.length > 0) records.set(job.name, (records.get(job.name) ?? 0) + 1);
    }
    requests += count;
    console.log(row(`${job.name} (${count})`, counts));
    for (const one of violations.slice(0, show)) console.log(told(one));
    if (violations.length > show) console.log(`    and ${violations.length - show} more`);
  }
  console.log(`\n${heading}`);
  for (const [kind, counts] of byKind) console.log(row(kind, counts));
  console.log(row(`${jobs.length} jobs, ${requests} requests`, total));
  for (const [job, count] of records) console.log(`${job}: ${count} refusals after which records of the add-in’s own differ`);
  const backs = await comeBack(bench, WRITING_JOBS.filter((job) => jobs.includes(job)), show);
  if (total.violation > 0 || !backs) process.exitCode = 1;
}

/** Does every job once and takes it back; gives whether each workbook was as before. */
async function comeBack(bench: FaultBench, done: readonly FaultJob[], show: number): Promise<boolean> {
  let right = 0;
  const lines: string[] = [];
  for (const job of done) {
    const found = await notTakenBack(bench, job);
    if (found.length === 0) right++;
    else lines.push(`  ! ${job.name}`, ...found.slice(0, show).map((line) => `      ${line}`), ...(found.length > show ? [`      and ${found.length - show} more`] : []));
  }
  console.log([`taken back: ${right} of ${done.length} jobs`, ...lines].join('\n'));
  return right === done.length;
}

const FEW = 6;
const told = ({ request, requests, fault, name, why }: Case): string =>
  [`  ! request ${request} of ${requests}, ${fault}: ${name}`, ...why.slice(0, FEW).map((line) => `      ${line}`), ...(why.length > FEW ? [`      and ${why.length - FEW} more`] : [])].join('\n');

void run();
