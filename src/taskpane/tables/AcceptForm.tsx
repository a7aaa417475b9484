import { useEffect, useRef } from 'react';
import { Button, makeStyles, mergeClasses } from '../fluent';
import { LONGEST_REASON } from '../../domain/checks/reason';
import type { OpenFinding } from '../../jobs/workbookLook';
import { useControls } from '../parts/controls';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { checkWords } from './checkWords';

const useStyles = makeStyles({ field: { flexGrow: 1, textAlign: 'left' } });

interface Props {
  readonly finding: OpenFinding;
  readonly reason: string;
  readonly onReason: (reason: string | undefined) => void;
}

/** 確認済みにする: why the finding is right as it is. */
export function AcceptForm({ finding: { id, seen }, reason, onReason }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const page = usePage();
  const { strings, start, busy, obstacles } = usePane();
  const words = checkWords[strings.language];
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // It may come into view while a person types into the sheet.
    if (document.hasFocus()) field.current?.focus();
  }, []);
  const isEmpty = reason.trim() === '';
  const accept = (): void => {
    if (isEmpty) field.current?.focus();
    else {
      // What went over from a finding of other months is this one's from now on.
      onReason(reason);
      start({ kind: 'accept', findings: [{ id, seen, reason }] });
    }
  };
  return (
    <>
      <label className={controls.label}>
        {words.reason}
        <input
          ref={field} className={mergeClasses(controls.input, styles.field)} value={reason} maxLength={LONGEST_REASON} required onChange={(event) => onReason(event.target.value)}
          onKeyDown={(event) => {
            // Enter also ends a word of Japanese that is being put in.
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && !busy && obstacles.readOnly === null) accept();
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) onReason(undefined);
          }}
        />
      </label>
      <div className={page.actions}>
        <WriteButton small primary disabled={isEmpty} hint={isEmpty ? words.reasonNote : ''} onClick={accept}>{words.accept}</WriteButton>
        <Button size="small" onClick={() => onReason(undefined)}>{words.cancel}</Button>
      </div>
    </>
  );
}
