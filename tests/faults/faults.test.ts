import { describe, expect, test } from '@jest/globals';
import type { TaskContext } from '../../src/jobs/perform';
import { GatewayError } from '../../src/plan/gateway';
import type { PlanAction } from '../../src/plan/workbookPlan';
import { FaultBench } from './bench';
import { FAULT_KINDS, type FaultKind } from './faults';
import { tryJob, VERDICTS, type Case } from './harness';
import { FAULT_JOBS, type FaultJob } from './jobs';

/** A thin selection of what `npm run faults` tries: a few jobs, at every request of theirs. */
const bench = new FaultBench();
const SEED = 1;

async function casesOf(job: FaultJob, wanted: (name: string, kind: FaultKind) => boolean): Promise<Case[]> {
  const cases: Case[] = [];
  for await (const one of tryJob(bench, job, { seed: SEED, random: 0, wanted: ({ name, kind }) => wanted(name, kind) })) cases.push(one);
  return cases;
}
const jobOf = (name: string): FaultJob => {
  const job = FAULT_JOBS.find((one) => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  return job;
};
const told = (cases: readonly Case[]): string[] => cases.filter((one) => one.verdict === 'violation').map(({ request, name, why }) => `request ${request}, ${name}: ${why.slice(0, 3).join(' ')}`);

/** 郵送件数 of April in the sample year. */
const MAILED = 7742;
const MIDDLE = ['an error half-way', 'the reply is lost', 'an error before anything is done'];

describe('whatever fails, all is written or nothing', () => {
  test.each([['enter', [...MIDDLE, 'Excel is busy once', 'the reply is lost, and Excel is busy then']], ['recompute', MIDDLE]])('%s', async (name, faults) => {
    const cases = await casesOf(jobOf(name), (fault, kind) => faults.includes(fault) || kind === 'protected sheet' || kind === 'edited cell');
    expect(told(cases)).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });
});

describe('the harness', () => {
  const write = (row: number, value: number): PlanAction => ({ kind: 'write', sheet: '業務', row, column: 40, cells: [[value]] });
  const carelessly = (press: (context: TaskContext) => Promise<unknown>): FaultJob => ({ name: 'careless', from: 'laidOut', press });
  const careless = carelessly((context) => context.gateway.apply({ actions: [write(1, 1), write(5, 2), write(9, 3)] }));

  test('finds a write that is left half done, or done without being told', async () => {
    const cases = await casesOf(careless, (name) => [...MIDDLE, 'an error before the last action'].includes(name) && name !== 'an error half-way');
    expect(cases.map(({ name, verdict, why }) => [name, verdict, why.slice(1)])).toEqual([
      ['an error before anything is done', 'before', []],
      ['the reply is lost', 'violation', ['業務!AO2: nothing → 1', '業務!AO6: nothing → 2', '業務!AO10: nothing → 3']],
      ['an error before the last action', 'violation', ['業務!AO2: nothing → 1', '業務!AO6: nothing → 2']],
    ]);
  });

  test('finds an error that no one could be told', async () => {
    const raw = carelessly(async (context) => {
      await context.gateway.apply({ actions: [write(1, 1)] }).catch(() => { throw new Error('raw'); });
    });
    const [found] = await casesOf(raw, (name) => name === 'an error before anything is done');
    expect([found?.verdict, found?.why[0]]).toEqual(['violation', expect.stringContaining('it threw Error: raw')]);
  });

  test('finds a success that was none', async () => {
    const silent = carelessly(async (context) => {
      const index = await context.gateway.readIndex([]);
      await context.gateway.apply({ actions: [write(1, 1), write(5, 2)] }).catch(() => index);
    });
    const cases = await casesOf(silent, (name) => name === 'an error before the last action');
    expect(cases.map(({ request, verdict }) => [request, verdict])).toEqual([[2, 'violation']]);
  });

  test('finds a person’s figure that is written over, in the last moment too', async () => {
    const figure = { row: 13, column: 2 };
    const hasty = carelessly(async ({ gateway }) => {
      const read = (await gateway.readIndex(['業務'])).sheets.find((sheet) => sheet.name === '業務')?.used;
      const stands = read?.values[figure.row - read.area.row]?.[figure.column - read.area.column];
      if (stands !== MAILED) throw new GatewayError('unknown', '');
      await gateway.readIndex([]);
      await gateway.apply({ actions: [{ kind: 'write', sheet: '業務', ...figure, cells: [[1]] }] });
    });
    const cases = await casesOf(hasty, (name, kind) => kind === 'edited cell' && name.includes('業務!C14'));
    expect(cases.map(({ request, verdict }) => [request, verdict])).toEqual([[1, 'before'], [2, 'violation'], [3, 'violation']]);
  });

  test('says of a job that writes nothing, or fails by itself, that there is nothing to try', async () => {
    await expect(casesOf(carelessly(() => Promise.resolve()), () => true)).rejects.toThrow('has nothing to write');
    await expect(casesOf(carelessly(() => Promise.reject(new Error('no'))), () => true)).rejects.toThrow('fails where nothing goes wrong');
  });

  test('counts by kinds and verdicts that are spelled once', () => {
    expect([new Set(FAULT_KINDS).size, new Set(VERDICTS).size, new Set(FAULT_JOBS.map((job) => job.name)).size]).toEqual([FAULT_KINDS.length, VERDICTS.length, FAULT_JOBS.length]);
  });
});
