import { staffTables, thinkAdoption, type AdoptThought } from '../sheets/adopt/adoptPlan';
import type { AdoptRequest } from '../sheets/adopt/request';
import type { FoundTables } from './foundTables';
import { openWorkbook, type JobContext, type JobReport } from './job';
import { runJob } from './runJob';

export interface AdoptReport extends JobReport {
  readonly tables: AdoptThought['tables'];
  readonly formulas: AdoptThought['formulas'];
  readonly texts: AdoptThought['texts'];
}

/** 表を認識: binds the tables that stand in the workbook. `year`: of a workbook that tells none. */
export async function adopt(context: JobContext, request: AdoptRequest, year: number): Promise<AdoptReport> {
  const { report, thought } = await runJob('adopt', context, year, (state) => thinkAdoption(state, request, year), 'tables');
  return { ...report, tables: thought.tables, formulas: thought.formulas, texts: thought.texts };
}

/** Reads the workbook for its tables; nothing is written. Throws GatewayError. */
export async function findTables(context: JobContext, year: number): Promise<FoundTables> {
  const state = await openWorkbook(context, year, 'tables');
  const tables = staffTables(state);
  return {
    rows: state.definitions.tables.flatMap((table) => table.rows.map((row) => ({ rowId: row.id, label: row.label, table: table.name }))),
    ownYear: state.fiscalYear !== null && state.lists.tables !== null,
    propose: (request) => thinkAdoption(state, request, year, tables),
  };
}
