import fc from 'fast-check';
import type { WorkbookLook } from '../../src/jobs/workbookLook';
import type { Branch } from './branch';
import { pick } from '../soak/hand/cells';
import { orderOf, TASK_KINDS, type Order, type Wish } from '../soak/tasks';

export const presses: fc.Arbitrary<Wish> = fc.record({ kind: fc.constantFrom(...TASK_KINDS), at: fc.nat(9_999), more: fc.nat(9_999) });

/** The job as the pane would send it; null: there is nothing to press. Throws GatewayError. */
export const pressed = ({ workbook, book }: Branch, wish: Wish): Promise<Order | null> => orderOf(workbook.context, book, workbook.made, wish);

/** Asks all that the pane can show of a workbook; gives its sentences. Throws GatewayError. */
export async function lookAtAll(look: WorkbookLook, { at, more }: Wish): Promise<readonly string[]> {
  const month = more % 12;
  const kpis = look.kpis(month);
  const kpi = pick(kpis, at)?.id ?? '2';
  const checks = await look.checks();
  const rank = await look.rank({ kpi, condition: null, text: '群馬\t94.3%\n東京\t95.1%', column: null, asOf: null }, month);
  const shown = [
    look.damage, look.obstacles, look.restore, look.yearLabel, kpis, checks, rank, await look.tables(), await look.entry(pick(look.groups, at) ?? '', month), await look.missing(month), await look.progress(), await look.outputs(), await look.history(kpi),
  ];
  // All of it must be such as can be shown.
  return shown.map((one) => JSON.stringify(one));
}
