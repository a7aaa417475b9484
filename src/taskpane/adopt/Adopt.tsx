import { useMemo, useState } from 'react';
import { Choice } from '../parts/Choice';
import { LookFailed } from '../parts/LookFailed';
import { Obstacles } from '../parts/Obstacles';
import { usePage } from '../parts/page';
import { Running } from '../parts/Running';
import { PaneError, type PanePort } from '../port';
import { useKept } from '../state/Keeper';
import { usePane } from '../state/usePane';
import type { TaskState } from '../state/useTask';
import { fitting, isChoosable, UNDECIDED, type Decisions } from './decisions';
import { Heading } from './Heading';
import { Results } from './Results';
import { useFound } from './useFound';
import { adoptWords } from './words';

interface Props {
  readonly port: Pick<PanePort, 'findTables' | 'onFiguresChanged'>;
  readonly task: TaskState;
  readonly onBack: () => void;
}

/** 表を認識: the tables that stand in the workbook, to be looked over and given names. */
export default function Adopt({ port, task, onBack }: Props) {
  const page = usePage();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const { state, reading, read } = useFound(port, task);
  const { kept: { adopt: kept = UNDECIDED }, keep } = useKept();
  const found = state.kind === 'found' ? state.found : null;
  const decisions = useMemo(() => (found === null ? kept : fitting(kept, found.first)), [kept, found]);
  const decide = (next: Decisions): void => keep({ adopt: { ...next, over: found?.first ?? null } });
  // The tables are looked over anew when names were given.
  const [over, setOver] = useState<TaskState | null>(null);
  if (task.kind === 'done' && task.task.kind === 'adopt' && task !== over) setOver(task);
  return (
    <div className={page.column}>
      <Heading title={words.title} onBack={onBack} turn={over} again={{ reading, read }}>
        {found !== null && !found.tables.ownYear && found.first.tables.some(isChoosable) && (
          <Choice
            label={words.year} value={String(decisions.year ?? found.first.fiscalYear)} onChange={(year) => decide({ ...decisions, year: Number(year) })}
            options={[2, 1, 0, -1].map((before) => found.first.fiscalYear - before).map((year) => ({ value: String(year), label: words.yearOf(year) }))}
          />
        )}
      </Heading>
      <Obstacles />
      {reading && <Running text={words.reading} whenLong={strings.finishCell} />}
      {state.kind === 'failed' && !reading && <LookFailed reason={state.reason instanceof PaneError ? state.reason.message : null} onRetry={read} />}
      <Results found={found} decisions={decisions} onDecide={decide} />
    </div>
  );
}
