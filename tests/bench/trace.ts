/** A complete event ("X") of Chrome's trace: microseconds of the clock, and of the thread's own where it was running. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly frame?: unknown; readonly url?: unknown; readonly fileName?: unknown; readonly data?: Readonly<Record<string, unknown>>; readonly beginData?: Readonly<Record<string, unknown>> };
}

/** What one frame's script, style, layout and paint took of the main thread, in milliseconds. */
export interface FrameWork {
  /** Time the thread itself ran: what a busy machine adds by making it wait is not in it. */
  readonly own: number;
  /** The same by the clock. */
  readonly clock: number;
  /** The longest task's part for this frame, by the clock. */
  readonly longest: number;
  /** Part of `own` below scripts of office.js, promises it settles not counted. */
  readonly office: number;
  /** Parts of `own` by what was done, largest first. */
  readonly kinds: readonly (readonly [string, number])[];
  /** Work that names no frame, of tasks that served several or none, in own time: not all of it is this frame's. */
  readonly shared: number;
}

interface Node {
  readonly event: TraceEvent;
  readonly children: Node[];
}

export const CATEGORIES = ['-*', 'toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'loading', 'v8.execute'];

/** Reads a trace that Chrome wrote. */
export function readTrace(text: string): readonly TraceEvent[] {
  return (JSON.parse(text) as { traceEvents: readonly TraceEvent[] }).traceEvents;
}

/**
 * The work of the frame that loaded `page`, from its making to its mark `until`. An event counts once: what is nested in it is
 * taken off it. Events that name no frame belong to the one around them, else to the only frame of their task.
 * @throws Error where the frame or its mark is missing
 */
export function frameWork(events: readonly TraceEvent[], page: string, until: string): FrameWork {
  const start = events.find((event) => event.name === 'navigationStart' && String(event.args?.data?.['documentLoaderURL']).includes(page));
  const end = events.find((event) => event.name === until);
  const frame = start && frameOf(start);
  if (!start || !end || frame === undefined) throw new Error(`the trace has no ${start ? until : page}`);
  const thread = events.filter((event) => event.ph === 'X' && event.pid === end.pid && event.tid === end.tid && event.ts >= start.ts && event.ts < end.ts);
  const totals = { own: 0, clock: 0, office: 0, shared: 0, longest: 0 };
  const kinds = new Map<string, number>();
  for (const task of forest(thread)) {
    const frames = new Set(framesIn(task));
    if (frames.size > 0 && !frames.has(frame)) continue;
    const before = totals.clock;
    walk(task, frames.size === 1 ? frame : undefined, false, (event, owner, office, own, clock) => {
      if (owner === undefined) totals.shared += own;
      if (owner !== frame) return;
      totals.own += own;
      totals.clock += clock;
      if (office) totals.office += own;
      kinds.set(event.name, (kinds.get(event.name) ?? 0) + own);
    });
    totals.longest = Math.max(totals.longest, totals.clock - before);
  }
  const milliseconds = (micro: number): number => micro / 1000;
  return {
    own: milliseconds(totals.own), clock: milliseconds(totals.clock), longest: milliseconds(totals.longest), office: milliseconds(totals.office), shared: milliseconds(totals.shared),
    kinds: [...kinds].map(([name, own]) => [name, milliseconds(own)] as const).sort(([, a], [, b]) => b - a),
  };
}

type Visit = (event: TraceEvent, owner: string | undefined, office: boolean, own: number, clock: number) => void;

function walk({ event, children }: Node, around: string | undefined, officeAround: boolean, visit: Visit): void {
  const owner = frameOf(event) ?? around;
  const url = urlOf(event);
  // A promise that office.js settles goes on in the pane's own code.
  const office = event.name === 'RunMicrotasks' ? false : url === undefined ? officeAround : url.includes('/office/');
  const sum = (time: (event: TraceEvent) => number): number => time(event) - children.reduce((all, child) => all + time(child.event), 0);
  visit(event, owner, office, Math.max(0, sum(ownTime)), Math.max(0, sum(clockTime)));
  for (const child of children) walk(child, owner, office, visit);
}

const clockTime = (event: TraceEvent): number => event.dur ?? 0;
/** Very short events carry no time of the thread. */
const ownTime = (event: TraceEvent): number => event.tdur ?? 0;

function framesIn({ event, children }: Node): string[] {
  const own = frameOf(event);
  return [...(own === undefined ? [] : [own]), ...children.flatMap(framesIn)];
}

function frameOf({ args }: TraceEvent): string | undefined {
  const frame = args?.data?.['frame'] ?? args?.beginData?.['frame'] ?? args?.frame;
  return typeof frame === 'string' && frame !== '' ? frame : undefined;
}

function urlOf({ args }: TraceEvent): string | undefined {
  const url = args?.data?.['url'] ?? args?.fileName ?? args?.url;
  return typeof url === 'string' && url !== '' ? url : undefined;
}

/** Events of one thread as trees of time: a child lies within its parent. */
function forest(events: readonly TraceEvent[]): Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const event of [...events].sort((a, b) => a.ts - b.ts || clockTime(b) - clockTime(a))) {
    const node: Node = { event, children: [] };
    while (open.length > 0 && event.ts >= endOf(open.at(-1))) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

const endOf = (node: Node | undefined): number => (node === undefined ? 0 : node.event.ts + clockTime(node.event));
