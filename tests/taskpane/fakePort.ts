import type { FoundTables } from '../../src/jobs/foundTables';
import type { Proposal } from '../../src/jobs/proposal';
import type { Phase, Task } from '../../src/jobs/task';
import type { TextPreview } from '../../src/jobs/textPreview';
import type { CheckView, EntryForm, KpiHistory, MissingGroup, OutputChoices, Place, ProgressPreview, TableHealth, WorkbookLook } from '../../src/jobs/workbookLook';
import type { PanePort, PaneRequest, RunOutcome } from '../../src/taskpane/port';
import { cardsOf } from './fakeCards';
import { fakeForm, fakeMissing, fakeTables } from './fakeTables';

export interface FakeBook {
  look: Partial<Omit<WorkbookLook, 'checks' | 'entry' | 'history' | 'missing' | 'outputs' | 'progress' | 'rank' | 'tables'>>;
  form: (group: string, month: number) => EntryForm;
  history: (kpi: string) => Promise<KpiHistory>;
  missing: readonly MissingGroup[];
  progress: ProgressPreview;
  tables: readonly TableHealth[];
  checks: CheckView;
  outputs: OutputChoices;
  found: () => Promise<FoundTables>;
  text: (text: string) => Promise<TextPreview>;
  /** What the next reading, proposal or run fails with. */
  fault: Error | null;
  proposal: Proposal;
  /** Answers of the runs to come, first to last; then `done`. */
  outcomes: RunOutcome[];
  seen: boolean;
}

export interface FakePort extends PanePort {
  readonly book: FakeBook;
  readonly runs: { readonly task: Task; readonly agreed: Proposal | null }[];
  readonly visits: Place[];
  readonly looks: () => number;
  readonly figuresChanged: () => void;
  readonly request: (request: PaneRequest) => void;
  /** Lets a run that was held back go on; `hold` before it starts. */
  readonly hold: () => (phase: Phase | 'end') => void;
}

export const PROPOSAL: Proposal = { words: ['3つの表、42個の名前を追加します。入力値は変わりません。'], warnings: ['シート「会議」は別の内容のため、そのままにします。'], empty: false, print: 'a' };
export const done = (summary: readonly string[], warnings: readonly string[] = []): RunOutcome =>
  ({ kind: 'done', report: { job: 'evaluate', changed: true, syncs: 4, summary, warnings, restore: 1 } });
/** A run that wrote nothing. */
export const nothingDone = (summary: readonly string[], warnings: readonly string[] = []): RunOutcome =>
  ({ kind: 'done', report: { job: 'summary', changed: false, syncs: 2, summary: [...summary, '変更はありません。'], warnings, restore: null } });

const NO_TABLES: FoundTables = {
  rows: [], ownYear: false,
  propose: () => ({ plan: { actions: [] }, done: [], warnings: ['4月〜3月の表は見つかりませんでした。何も変更していません。'], tables: [], formulas: [], texts: [], fiscalYear: 2024 }),
};
const NO_CHECKS: CheckView = { open: [], quiet: [], reminders: [], tables: 5, rows: 20 };
const NO_OUTPUTS: OutputChoices = { tables: [], sheets: [], judged: null };
const NO_RECORDS: ProgressPreview = { place: null, refused: [], records: 0, planned: 0, drafts: [], figures: [], bids: null, told: [] };
const NO_HISTORY: KpiHistory = { evaluations: [], corrections: [], writing: null, place: null };
const NO_TEXT: TextPreview = { tables: [], oddities: [], unread: [], strangers: [], mismatches: [], cut: [], notes: ['4月〜3月の表は見つかりませんでした。'] };
const soon = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);

/** A workbook of plain data behind the pane's door: it remembers what was asked of it. */
export function fakePort(change: Partial<FakeBook> = {}): FakePort {
  const book: FakeBook = {
    look: {}, form: fakeForm, history: () => Promise.resolve(NO_HISTORY), missing: fakeMissing(), progress: NO_RECORDS, tables: fakeTables(), checks: NO_CHECKS, outputs: NO_OUTPUTS, found: () => Promise.resolve(NO_TABLES), text: () => Promise.resolve(NO_TEXT), fault: null, proposal: PROPOSAL, outcomes: [], seen: true, ...change,
  };
  const runs: { task: Task; agreed: Proposal | null }[] = [];
  const visits: Place[] = [];
  const figures = new Set<() => void>();
  const requests = new Set<(request: PaneRequest) => void>();
  let looks = 0;
  let held: Promise<void> | null = null;
  let tell: ((phase: Phase) => void) | null = null;
  const failIfAsked = (): void => {
    const { fault } = book;
    book.fault = null;
    if (fault !== null) throw fault;
  };
  return {
    book, runs, visits,
    looks: () => looks,
    figuresChanged: () => figures.forEach((listener) => listener()),
    request: (request) => requests.forEach((listener) => listener(request)),
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => { release = resolve; });
      return (phase) => (phase === 'end' ? release() : tell?.(phase));
    },
    look: () => soon(() => {
      looks += 1;
      failIfAsked();
      return {
        condition: 'laidOut', adoptable: false, damage: [], yearLabel: '令和6年度（2024年度）', fiscalYear: 2024, branch: '群馬支部',
        groups: ['業務', 'レセプト', '保健', '企画総務', '全グループ'], tags: ['KPI', '業績評価', '困難度：高', 'インセンティブ関連'],
        evaluation: { asOf: 11, at: '2025/4/7 9:30' }, suggestedMonth: 11, obstacles: { readOnly: null, locked: null }, indicators: null, restore: [], kpis: cardsOf, ...book.look,
        tables: () => Promise.resolve(book.tables),
        checks: () => Promise.resolve(book.checks),
        entry: (group, month) => Promise.resolve(book.form(group, month)),
        history: (kpi) => book.history(kpi),
        missing: () => Promise.resolve(book.missing),
        progress: () => Promise.resolve(book.progress),
        rank: () => Promise.reject(new Error('no list is read here')),
        outputs: () => Promise.resolve(book.outputs),
      };
    }),
    findTables: () => book.found(),
    readText: (text) => book.text(text),
    propose: () => soon(() => {
      failIfAsked();
      return book.proposal;
    }),
    run: async (task, agreed, onPhase) => {
      runs.push({ task, agreed });
      tell = onPhase;
      if (held !== null) await held;
      held = null;
      failIfAsked();
      return book.outcomes.shift() ?? done(['16件のKPIを評価しました。']);
    },
    goTo: (place) => soon(() => {
      failIfAsked();
      visits.push(place);
    }),
    onFiguresChanged: (listener) => {
      figures.add(listener);
      return () => figures.delete(listener);
    },
    onRequest: (listener) => {
      requests.add(listener);
      return () => requests.delete(listener);
    },
    firstRun: { seen: () => book.seen, leave: () => { book.seen = true; } },
  };
}

