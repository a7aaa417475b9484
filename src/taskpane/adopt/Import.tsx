import { useCallback } from 'react';
import { Button, mergeClasses } from '../fluent';
import type { PanePort } from '../port';
import { Obstacles } from '../parts/Obstacles';
import { usePage } from '../parts/page';
import { ReadView } from '../parts/ReadView';
import { useKept } from '../state/Keeper';
import { usePane } from '../state/usePane';
import { useRead } from '../state/useRead';
import { Heading } from './Heading';
import { importWords } from './importWords';
import { useAdoptStyles } from './styles';
import { TextField } from './TextField';
import { TextResults } from './TextResults';
import { NO_WORK, type TextWork } from './textWork';

interface Props {
  readonly port: Pick<PanePort, 'readText'>;
  readonly onBack: () => void;
}

/** 文章から取り込み: a text is pasted, looked over and taken into the tables. */
export default function Import({ port, onBack }: Props) {
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = importWords[strings.language];
  const { kept: { import: work = NO_WORK }, keep } = useKept();
  const { pasted, step } = work;
  const go = (next: TextWork['step']): void => keep({ import: { ...work, step: next } });
  const empty = pasted.text.trim() === '';
  return (
    <div className={page.column}>
      <Heading title={words.title} onBack={onBack} turn={step}>
        {step === 'preview' && <Button size="small" appearance="subtle" className={adopt.edge} onClick={() => go('text')}>{words.edit}</Button>}
      </Heading>
      <Obstacles />
      {step === 'text'
        ? (
          <>
            <p className={mergeClasses(page.small, page.quiet)}>{words.what}</p>
            {/* Another text is another question. */}
            <TextField label={words.field} pasted={pasted} onChange={(changed) => keep({ import: { ...NO_WORK, pasted: changed } })} />
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
