import { useEffect, useRef } from 'react';
import { Button } from './fluent';
import { Message } from './parts/Message';
import { usePage } from './parts/page';
import { WriteButton } from './parts/WriteButton';
import { usePane } from './state/usePane';
import { useReturnFocus } from './state/useReturnFocus';
import type { TaskState } from './state/useTask';

interface Props {
  readonly asking: Extract<TaskState, { kind: 'asking' }>;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** What a task would do, before it is done. Stands in the place of the view. */
export function Confirm({ asking: { task, proposal, changed }, onYes, onNo }: Props) {
  const page = usePage();
  const { strings: { confirm, tasks } } = usePane();
  const title = useRef<HTMLHeadingElement>(null);
  useReturnFocus();
  useEffect(() => title.current?.focus(), [proposal]);
  return (
    <section className={page.column} onKeyDown={(event) => event.key === 'Escape' && onNo()}>
      <h1 ref={title} tabIndex={-1} className={page.title}>{confirm.title(tasks[task.kind].label)}</h1>
      {changed && <div role="alert"><Message intent="warning" lines={[confirm.changed]} /></div>}
      {proposal.parts?.map((part) => (
        <section key={part.title} lang="ja" className={page.column}>
          <h2 className={page.section}>{part.title}</h2>
          <ul className={page.list}>{part.lines.map((line, index) => <li key={index}>{line}</li>)}</ul>
        </section>
      ))}
      {proposal.words.map((line, index) => <p key={index} lang="ja" className={page.text}>{line}</p>)}
      {proposal.warnings.length > 0 && <Message intent="info" title={confirm.leftAlone} lines={proposal.warnings} lang="ja" />}
      <div className={page.foot}>
        <WriteButton primary onClick={onYes}>{confirm.yes}</WriteButton>
        <Button onClick={onNo}>{confirm.no}</Button>
      </div>
    </section>
  );
}
