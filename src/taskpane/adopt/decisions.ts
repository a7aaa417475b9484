import { BIND_SURE, type AdoptRequest, type AdoptTable, type AdoptThought, type FoundTables, type LineChoice } from '../../jobs/foundTables';

/** What a person decided over the tables found; what they left alone is not in it. */
export interface Decisions {
  /** Keys of tables. */
  readonly ticked: ReadonlyMap<string, boolean>;
  /** Keys of lines. */
  readonly assigned: ReadonlyMap<string, LineChoice>;
  /** A line key of each row that gets formulas: the IDs of new rows depend on the tables chosen. */
  readonly formulas: ReadonlySet<string>;
  /** Keys of tables whose texts become numbers. */
  readonly numbers: ReadonlySet<string>;
  /** null: as the tables tell. */
  readonly year: number | null;
  /** The tables as they stood when it was decided; null: nothing was. */
  readonly over: AdoptThought | null;
}

export const UNDECIDED: Decisions = { ticked: new Map(), assigned: new Map(), formulas: new Set(), numbers: new Set(), year: null, over: null };

/** A table that a person may choose: sure ones are chosen from the start. */
export const isChoosable = ({ status }: AdoptTable): boolean => status === 'bind' || status === 'below';

export const isTicked = (decisions: Decisions, table: AdoptTable): boolean => isChoosable(table) && (decisions.ticked.get(table.key) ?? table.status === 'bind');

export interface Decided {
  readonly request: AdoptRequest;
  readonly thought: AdoptThought;
}

/** What would be done now. `first`: the thought of nothing decided, which tells what is chosen from the start. */
export function decide(found: FoundTables, first: AdoptThought, decisions: Decisions): Decided {
  if (decisions === UNDECIDED) return { request: BIND_SURE, thought: first };
  // What is refused stays asked for: it is told why.
  const accept = new Set(first.tables.filter((table) => (table.status === 'refused' ? true : isTicked(decisions, table))).map((table) => table.key));
  const request: AdoptRequest = { ...BIND_SURE, accept, assigned: decisions.assigned, numbers: decisions.numbers, fiscalYear: decisions.year };
  const thought = found.propose(request);
  if (decisions.formulas.size === 0) return { request, thought };
  const lines = thought.tables.flatMap((table) => table.lines).filter((line) => decisions.formulas.has(line.key));
  const withFormulas: AdoptRequest = { ...request, formulas: new Set(lines.flatMap((line) => line.rowId ?? [])) };
  return { request: withFormulas, thought: found.propose(withFormulas) };
}

export const withTick = (decisions: Decisions, keys: readonly string[], ticked: boolean): Decisions =>
  ({ ...decisions, ticked: new Map([...decisions.ticked, ...keys.map((key) => [key, ticked] as const)]) });

export const withChoice = (decisions: Decisions, keys: readonly string[], choice: LineChoice): Decisions =>
  ({ ...decisions, assigned: new Map([...decisions.assigned, ...keys.map((key) => [key, choice] as const)]) });

export const withMember = (set: ReadonlySet<string>, keys: readonly string[], wanted: boolean): ReadonlySet<string> => {
  const next = new Set(set);
  for (const key of keys) {
    if (wanted) next.add(key);
    else next.delete(key);
  }
  return next;
};

/** The decisions that still mean what they meant when the workbook is another: keys are places, and something else may stand there by now. */
export function fitting(decisions: Decisions, first: AdoptThought): Decisions {
  const { over, ticked, assigned, formulas, numbers, year } = decisions;
  if (over === null || over === first) return decisions;
  const before = meanings(over);
  const now = meanings(first);
  const stays = (key: string): boolean => now.has(key) && now.get(key) === before.get(key);
  return {
    ticked: new Map([...ticked].filter(([key]) => stays(key))), assigned: new Map([...assigned].filter(([key]) => stays(key))),
    formulas: new Set([...formulas].filter(stays)), numbers: new Set([...numbers].filter(stays)), year: over.fiscalYear === first.fiscalYear ? year : null, over: first,
  };
}

/** What stands at the places that keys name. */
const meanings = ({ tables }: AdoptThought): ReadonlyMap<string, string> =>
  new Map(tables.flatMap((table) => [[table.key, table.name] as const, ...table.lines.map((line) => [line.key, line.label] as const)]));
