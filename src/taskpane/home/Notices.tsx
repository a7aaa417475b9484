import { Button } from '../fluent';
import type { WorkbookLook } from '../../jobs/workbookLook';
import { Message } from '../parts/Message';
import { Obstacles } from '../parts/Obstacles';
import { usePane } from '../state/usePane';

interface Props {
  readonly look: WorkbookLook;
  readonly stale: boolean;
}

/** What a person should know before pressing anything. */
export function Notices({ look, stale }: Props) {
  const { strings: { home, tasks }, open } = usePane();
  return (
    <>
      <Obstacles />
      {look.damage.length > 0 && <Message intent="warning" title={home.damaged} lines={look.damage} lang="ja" />}
      {look.condition === 'empty' && !look.adoptable && <Message intent="info" lines={[home.nothingYet]} />}
      {look.condition === 'empty' && look.adoptable && (
        <Message intent="info" lines={[home.adoptable]} actions={<Button size="small" onClick={() => open('adopt')}>{tasks.adopt.label}</Button>} />
      )}
      {look.condition === 'partial' && <Message intent="info" lines={[home.incomplete]} />}
      {/* The region is there before its words, or they would not be read out. */}
      <div role="status">{stale && <Message intent="warning" lines={[home.stale]} />}</div>
    </>
  );
}
