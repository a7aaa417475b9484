import fc from 'fast-check';
import type { TaskKind } from '../../src/jobs/task';
import type { CheckView, WorkbookLook } from '../../src/jobs/workbookLook';
import { cellKey } from '../../src/embedded/model/book';
import type { Branch } from './branch';
import { pick } from '../soak/hand/cells';
import type { Asked } from '../soak/owned';
import { orderOf, TASK_KINDS, type Order } from '../soak/tasks';

/** The jobs that people press, with those of 点検 and of the way back, which the soak does not order. */
const MORE_KINDS = ['accept', 'unaccept', 'fix', 'restore', 'restore', 'forget'] as const satisfies readonly TaskKind[];
const KINDS = [...TASK_KINDS, ...MORE_KINDS];
export interface Press {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly more: number;
}
export const presses: fc.Arbitrary<Press> = fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(9_999), more: fc.nat(9_999) });

/** The job as the pane would send it; null: there is nothing to press. Throws GatewayError. */
export async function pressed(branch: Branch, look: WorkbookLook, { kind, at, more }: Press): Promise<Order | null> {
  switch (kind) {
    case 'accept': {
      const findings = some((await look.checks()).open, at, more).map(({ id, seen }) => ({ id, seen, reason: '確認した' }));
      return plain({ kind, findings });
    }
    case 'unaccept':
      return plain({ kind, ids: some((await look.checks()).quiet, at, more).map(({ id }) => id) });
    case 'fix': {
      const chosen = some((await look.checks()).open.filter(({ fix }) => fix !== null), at, more);
      return { task: { kind, ids: chosen.map(({ id }) => id) }, asked: cellsOf(branch, chosen) };
    }
    case 'restore': {
      const line = pick(look.restore, at);
      return line ? plain({ kind, id: line.id }) : null;
    }
    case 'forget':
      return plain({ kind });
    default:
      return orderOf(branch.workbook.context, branch.book, { kind, at, more });
  }
}

const plain = (task: Order['task']): Order => ({ task, asked: new Map() });
/** All of several, or one. */
const some = <T>(all: readonly T[], at: number, more: number): readonly T[] => (at % 3 === 0 ? all : all.filter((_, index) => index === more % all.length));

function cellsOf({ book }: Branch, chosen: CheckView['open']): Asked {
  const asked = new Map<string, Set<number>>();
  for (const { sheet, row, column } of chosen.flatMap(({ fix }) => fix?.cells ?? [])) {
    const id = book.sheets.find((one) => one.name === sheet)?.id ?? '';
    asked.set(id, (asked.get(id) ?? new Set()).add(cellKey(row, column)));
  }
  return asked;
}

/** Asks all that the pane can show of a workbook; gives its sentences. Throws GatewayError. */
export async function lookAtAll(look: WorkbookLook, { at, more }: Press): Promise<readonly string[]> {
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
