import { useCallback, useState } from 'react';
import { Button, mergeClasses } from '../fluent';
import type { PanePort } from '../port';
import { Obstacles } from '../parts/Obstacles';
import { usePage } from '../parts/page';
import { ReadView } from '../parts/ReadView';
import { usePane } from '../state/usePane';
import { useRead } from '../state/useRead';
import type { TaskState } from '../state/useTask';
import { Heading } from './Heading';
import { importWords } from './importWords';
import { TextField, type Pasted } from './TextField';
import { TextResults } from './TextResults';

const NOTHING: Pasted = { text: '', lost: 0 };

interface Props {
  readonly port: Pick<PanePort, 'readText'>;
  readonly task: TaskState;
  readonly onBack: () => void;
}

/** 文章から取り込み: a text is pasted, looked over and taken into the tables. */
export default function Import({ port, task, onBack }: Props) {
  const page = usePage();
  const { strings } = usePane();
  const words = importWords[strings.language];
  const [pasted, setPasted] = useState(NOTHING);
  const [step, setStep] = useState<'text' | 'preview'>('text');
  const [turn, setTurn] = useState(0);
  const [seen, setSeen] = useState<TaskState | null>(null);
  const go = (next: typeof step): void => {
    setStep(next);
    setTurn(turn + 1);
  };
  // What was written is done with: the next text may come.
  if (task.kind === 'done' && task.task.kind === 'import' && task !== seen) {
    setSeen(task);
    if (task.outcome.kind === 'changed') {
      setPasted(NOTHING);
      go('text');
    }
  }
  const empty = pasted.text.trim() === '';
  return (
    <div className={page.column}>
      <Heading title={words.title} onBack={onBack} turn={turn}>
        {step === 'preview' && <Button size="small" appearance="subtle" onClick={() => go('text')}>{words.edit}</Button>}
      </Heading>
      <Obstacles />
      {step === 'text'
        ? (
          <>
            <p className={mergeClasses(page.small, page.quiet)}>{words.what}</p>
            <TextField pasted={pasted} onChange={setPasted} />
            <div className={page.foot}>
              <Button appearance="primary" disabledFocusable={empty} title={empty ? words.emptyText : undefined} onClick={() => go('preview')}>{words.read}</Button>
            </div>
          </>
        )
        : <Read port={port} text={pasted.text} />}
    </div>
  );
}

function Read({ port, text }: Pick<Props, 'port'> & { readonly text: string }) {
  const { strings } = usePane();
  const read = useRead(useCallback(() => port.readText(text), [port, text]));
  return <ReadView read={read} text={importWords[strings.language].reading}>{(preview) => <TextResults text={text} preview={preview} />}</ReadView>;
}
