import { useCallback } from 'react';
import { USUAL_PROGRESS } from '../../jobs/progressChoice';
import type { ProgressPreview, WorkbookLook } from '../../jobs/workbookLook';
import { CellLink } from '../adopt/CellLink';
import { useAdoptStyles } from '../adopt/styles';
import { mergeClasses } from '../fluent';
import { Message } from '../parts/Message';
import { usePage } from '../parts/page';
import { ReadView } from '../parts/ReadView';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { useRead } from '../state/useRead';
import { RecordChoices } from './RecordChoices';
import { recordWords } from './recordWords';
import { Section } from './Section';

interface Props {
  readonly look: WorkbookLook;
}

/** 実施記録: the sheet is made here, and what its records would write is looked over. */
export function Records({ look }: Props) {
  const { strings } = usePane();
  const words = recordWords[strings.language];
  const read = useRead(useCallback(() => look.progress(), [look]));
  return (
    <Section title={words.title} text={words.text}>
      <ReadView read={read} text={words.reading}>{(preview) => <Found preview={preview} />}</ReadView>
    </Section>
  );
}

function Found({ preview }: { readonly preview: ProgressPreview }) {
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings, start } = usePane();
  const words = recordWords[strings.language];
  const { place, refused, records, planned, bids } = preview;
  if (refused.length > 0) return <Message intent="info" lines={refused} lang="ja" />;
  if (place === null) {
    return (
      <>
        <p className={page.small}>{words.none}</p>
        <div className={page.actions}><WriteButton small onClick={() => start({ kind: 'progress', choice: USUAL_PROGRESS })}>{words.make}</WriteButton></div>
      </>
    );
  }
  return (
    <>
      <div className={mergeClasses(adopt.facts, page.small)}>
        <span>{words.records(records, planned)}</span>
        {bids !== null && <span>{words.bids(bids.open, bids.single)}</span>}
        <CellLink place={place} />
      </div>
      <RecordChoices preview={preview} />
    </>
  );
}
