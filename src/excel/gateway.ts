import type { WorkbookGateway } from '../plan/gateway';
import type { SheetArea } from '../plan/sheetReference';
import type { WorkbookSnapshot } from '../plan/snapshot';
import type { WorkbookPlan } from '../plan/workbookPlan';
import { toGatewayError } from './faults';
import { askCells, askExtent, askIndex, askSheet, takeExtent, takeIndex, takeSheet, type AskedSheet } from './readSnapshot';

/** The workbook of the running Excel. Every member is one batch and one sync. */
export class ExcelGateway implements WorkbookGateway {
  private sent = 0;

  /** `waitForCellEdit`: Excel finishes the cell being edited first (set DelayForCellEdit). */
  constructor(private readonly waitForCellEdit: boolean) {}

  get requests(): number {
    return this.sent;
  }

  readIndex(sheets: readonly string[], areas: readonly SheetArea[] = []): Promise<WorkbookSnapshot> {
    return this.batch(async (context, sync) => {
      const take = ask(context, sheets, areas);
      await sync();
      return take();
    });
  }

  readSheets(snapshot: WorkbookSnapshot, sheets: readonly string[]): Promise<WorkbookSnapshot> {
    if (sheets.length === 0) return Promise.resolve(snapshot);
    return this.batch(async (context, sync) => {
      const asked = sheets.map((sheet) => askSheet(context, sheet));
      await sync();
      return merge(snapshot, asked);
    });
  }

  readExtents(snapshot: WorkbookSnapshot): Promise<WorkbookSnapshot> {
    return this.batch(async (context, sync) => {
      const asked = snapshot.sheets.map((sheet) => askExtent(context, sheet.name));
      await sync();
      return { ...snapshot, sheets: snapshot.sheets.map((sheet, index) => ({ ...sheet, extent: takeExtent(asked[index]) })) };
    });
  }

  readCells(snapshot: WorkbookSnapshot, areas: readonly SheetArea[]): Promise<WorkbookSnapshot> {
    if (areas.length === 0) return Promise.resolve(snapshot);
    return this.batch(async (context, sync) => {
      const asked = areas.map((at) => askCells(context, at));
      await sync();
      return merge(snapshot, asked);
    });
  }

  async apply(plan: WorkbookPlan): Promise<void> {
    if (plan.actions.length === 0) return;
    // Opening the pane writes nothing, so it does not wait for this either.
    const { enqueuePlan } = await import('./applyPlan');
    await this.batch(async (context, sync) => {
      enqueuePlan(context, plan);
      await sync();
    });
  }

  async applyAfterReading(plan: WorkbookPlan, sheets: readonly string[], areas: readonly SheetArea[]): Promise<WorkbookSnapshot> {
    const { enqueuePlan } = await import('./applyPlan');
    return this.batch(async (context, sync) => {
      // Excel takes the steps of a batch in their order: this is read before anything is written.
      const take = ask(context, sheets, areas);
      enqueuePlan(context, plan);
      await sync();
      return take();
    });
  }

  private async batch<T>(work: (context: Excel.RequestContext, sync: () => Promise<void>) => Promise<T>): Promise<T> {
    try {
      const run = (context: Excel.RequestContext): Promise<T> =>
        work(context, async () => {
          this.sent++;
          await context.sync();
        });
      return await (this.waitForCellEdit ? Excel.run({ delayForCellEdit: true }, run) : Excel.run(run));
    } catch (error) {
      throw toGatewayError(error);
    }
  }
}

/** Asks for the index, sheets and areas; what is given takes them after the sync. */
function ask(context: Excel.RequestContext, sheets: readonly string[], areas: readonly SheetArea[]): () => WorkbookSnapshot {
  const workbook = askIndex(context);
  const asked = [...sheets.map((sheet) => askSheet(context, sheet)), ...areas.map((at) => askCells(context, at))];
  return () => merge(takeIndex(workbook), asked);
}

/** Adds what was read to the snapshot; names of sheets are equal ignoring case. */
function merge(snapshot: WorkbookSnapshot, asked: readonly AskedSheet[]): WorkbookSnapshot {
  const contents = new Map(asked.map((one) => [one.sheet.toLowerCase(), takeSheet(one)]));
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, ...contents.get(sheet.name.toLowerCase()) })) };
}
