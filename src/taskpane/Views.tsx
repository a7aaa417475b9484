import { lazy, Suspense, useState } from 'react';
import type { WorkbookLook } from '../jobs/workbookLook';
import type { EntryPlace } from './entry/Entry';
import { ErrorBoundary } from './ErrorBoundary';
import { NO_FILTER } from './home/filter';
import { Home } from './home/Home';
import { endedMonthOf } from '../domain/due';
import { ViewBroken } from './ViewBroken';
import { Running } from './parts/Running';
import type { PanePort, PaneView } from './port';
import { usePane } from './state/usePane';
import { useMissing } from './state/useMissing';
import type { TaskState } from './state/useTask';

const Detail = lazy(() => import('./detail/Detail'));
const Entry = lazy(() => import('./entry/Entry'));
const Adopt = lazy(() => import('./adopt/Adopt'));
const Import = lazy(() => import('./adopt/Import'));
const Make = lazy(() => import('./make/Make'));
const Rank = lazy(() => import('./rank/Rank'));
const Tables = lazy(() => import('./tables/Tables'));

/** What the pane shows. `left`: the KPI whose detail was closed just now. `rank`: its rank, from a pasted list. `missing`: the entry opens at its list of what is missing. */
export type Shown =
  | { readonly view: 'home'; readonly kpi?: string; readonly rank?: boolean; readonly left?: string }
  | { readonly view: 'entry'; readonly missing?: boolean }
  | { readonly view: 'tables' }
  | { readonly view: 'make' }
  | { readonly view: 'adopt' }
  | { readonly view: 'import' };

/** Side views belong to 点検. */
export const navView = (view: Shown['view']): PaneView => (view === 'adopt' || view === 'import' ? 'tables' : view);

interface Props {
  readonly port: PanePort;
  readonly look: WorkbookLook;
  readonly shown: Shown;
  /** The month a person chose to judge; null: the one the workbook suggests. */
  readonly chosen: number | null;
  readonly onChosen: (month: number) => void;
  readonly onShow: (shown: Shown) => void;
  readonly task: TaskState;
  readonly onUnsaved: (count: number) => void;
}

/** The view in question. What a person chose on one of them is still chosen when they come back. */
export function Views({ port, look, shown, chosen, onChosen, onShow, task, onUnsaved }: Props) {
  const { strings } = usePane();
  const [filter, setFilter] = useState(NO_FILTER);
  const [place, setPlace] = useState<EntryPlace | null>(null);
  const asOf = chosen ?? look.suggestedMonth;
  const missing = useMissing(look, asOf);

  const entryPlace = place ?? { group: look.groups[0] ?? '', month: endedMonthOf(new Date(), look.fiscalYear) };
  // The list behind the count counts to the same month.
  const openMissing = (): void => {
    setPlace({ ...entryPlace, month: asOf });
    onShow({ view: 'entry', missing: true });
  };
  const open = (kpi: string): void => onShow({ view: 'home', kpi });
  const view = () => {
    if (shown.view === 'entry') return (
      <Entry look={look} task={task} place={entryPlace} onPlace={setPlace} startMissing={shown.missing === true} onUnsaved={onUnsaved} />
    );
    if (shown.view === 'adopt') return <Adopt port={port} task={task} onBack={() => onShow({ view: 'tables' })} />;
    if (shown.view === 'import') return <Import port={port} onBack={() => onShow({ view: 'tables' })} />;
    if (shown.view === 'tables') return <Tables look={look} />;
    if (shown.view === 'make') return <Make look={look} />;
    const { kpi } = shown;
    if (kpi !== undefined && shown.rank === true) return <Rank look={look} asOf={asOf} id={kpi} onBack={() => open(kpi)} />;
    if (kpi !== undefined) return <Detail look={look} asOf={asOf} id={kpi} filter={filter} onBack={() => onShow({ view: 'home', left: kpi })} onOpen={open} onRank={() => onShow({ view: 'home', kpi, rank: true })} />;
    return (
      <Home
        look={look} asOf={asOf} onAsOf={onChosen} filter={filter} onFilter={setFilter} left={shown.left}
        missing={missing} onMissing={openMissing} onOpen={(card) => open(card.id)}
      />
    );
  };
  return (
    <ErrorBoundary key={shown.view} fallback={<ViewBroken />}>
      <Suspense fallback={<Running text={strings.loading} />}>{view()}</Suspense>
    </ErrorBoundary>
  );
}
