import { useEffect, useRef, type ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from './fluent';
import type { Task } from '../jobs/task';
import { LeaveBar } from './LeaveBar';
import { Nav } from './Nav';
import type { PaneView } from './port';
import { Status } from './Status';
import type { LeaveGuard } from './state/useLeave';
import type { TaskRunner } from './state/useTask';

const NARROW = '@media (max-width: 335px)';

const useStyles = makeStyles({
  // Japanese lines break between phrases where the browser knows how.
  page: { padding: '0 20px 16px', wordBreak: 'auto-phrase', overflowWrap: 'anywhere', [NARROW]: { padding: '0 16px 16px' } },
  // The top right corner belongs to Office's own menu: 34 × 32 px on a Mac.
  bare: { paddingTop: '32px' },
  head: {
    position: 'sticky', top: 0, zIndex: 2, margin: '0 -20px 8px', padding: '0 40px 0 20px', backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, [NARROW]: { margin: '0 -16px 8px', padding: '0 40px 0 16px' },
  },
  news: { display: 'flex', flexDirection: 'column', rowGap: '8px', paddingBottom: '8px' },
  main: { ':focus-visible': { outlineStyle: 'none' } },
});

interface Props {
  readonly view: PaneView;
  /** The first-run page stands alone. */
  readonly bare: boolean;
  readonly runner: TaskRunner;
  readonly onRetry: (task: Task) => void;
  readonly guard: LeaveGuard;
  readonly onShow: (view: PaneView) => void;
  readonly children: ReactNode;
}

/** What stands around every view: the way to the others, and how the last task stands. */
export function Frame({ view, bare, runner, onRetry, guard, onShow, children }: Props) {
  const styles = useStyles();
  const news = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const { kind } = runner.state;
  const told = kind !== 'idle' && kind !== 'asking';

  // The button may have been pressed far below.
  useEffect(() => {
    if (told || guard.asking) news.current?.scrollIntoView({ block: 'nearest' });
  }, [told, kind, guard.asking]);

  // The page that held the focus is gone.
  const wasBare = useRef(bare);
  useEffect(() => {
    if (wasBare.current && !bare) main.current?.focus({ preventScroll: true });
    wasBare.current = bare;
  }, [bare]);

  return (
    <div className={mergeClasses(styles.page, bare && styles.bare)}>
      {!bare && <header className={styles.head}><Nav view={view} onShow={onShow} /></header>}
      <div ref={news} className={told || guard.asking ? styles.news : undefined}>
        {guard.asking && <LeaveBar guard={guard} />}
        <Status runner={runner} onRetry={onRetry} />
      </div>
      <main ref={main} tabIndex={-1} className={styles.main}>{children}</main>
    </div>
  );
}
