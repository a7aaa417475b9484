import { Button } from '../fluent';
import type { WorkbookLook } from '../../jobs/workbookLook';
import { Message } from '../parts/Message';
import { Obstacles } from '../parts/Obstacles';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';

interface Props {
  readonly look: WorkbookLook;
  readonly stale: boolean;
}

/** What a person should know before pressing anything. */
export function Notices({ look, stale }: Props) {
  const { strings: { home, tasks }, open, start } = usePane();
  const broken = look.restore.find((line) => line.state === 'writing');
  return (
    <>
      <Obstacles />
      {look.damage.length > 0 && <Message intent="warning" title={home.damaged} lines={look.damage} lang="ja" />}
      {broken && <Message intent="warning" lines={[home.interrupted(broken.at)]} actions={<WriteButton small onClick={() => start({ kind: 'restore', id: broken.id })}>{tasks.restore.label}</WriteButton>} />}
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
