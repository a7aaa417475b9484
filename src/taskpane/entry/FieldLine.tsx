import { useId, type ClipboardEvent, type KeyboardEvent } from 'react';
import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { EntryField, EntryForm } from '../../jobs/workbookLook';
import { useControls } from '../parts/controls';
import { usePane } from '../state/usePane';
import { judge, writable } from './draft';
import { isColumn } from './paste';
import { entryWords } from './words';

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 96px', columnGap: '8px', alignItems: 'center', padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  label: { display: 'block', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  before: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', fontVariantNumeric: 'tabular-nums' },
  figure: { whiteSpace: 'nowrap' },
  due: { padding: '0 4px', borderRadius: tokens.borderRadiusSmall, border: `1px solid ${tokens.colorNeutralStroke1}`, whiteSpace: 'nowrap' },
  input: { width: '100%' },
  note: { gridColumn: '1 / -1' },
  refused: { color: tokens.colorPaletteRedForeground1 },
});

interface Props {
  readonly field: EntryField;
  readonly form: EntryForm;
  /** What was typed; null while the cell's own text stands there. */
  readonly draft: string | null;
  /** The person has been here and left: what cannot be read is said from now on. */
  readonly left: boolean;
  readonly inputRef: (input: HTMLInputElement | null) => void;
  readonly onType: (text: string | null) => void;
  readonly onLeave: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onPasteColumn: (text: string) => void;
}

/** A figure to be typed, with those it can be held against. */
export function FieldLine({ field, form, draft, left, inputRef, onType, onLeave, onMove, onPasteColumn }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const { strings } = usePane();
  const words = entryWords[strings.language];
  const id = useId();
  const open = writable(field);
  const judgement = judge(field, draft ?? field.text);
  const refused = judgement.kind === 'refused';
  const note = noteOf(field, judgement, left);
  const faulty = refused && left;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Enter that ends a conversion of the input method belongs to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && draft !== null) onType(null);
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onMove(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowUp') onMove(-1);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!isColumn(text)) return;
    event.preventDefault();
    onPasteColumn(text);
  };
  return (
    <div className={styles.line}>
      <div>
        <label htmlFor={id} className={styles.label}>
          {field.label} {unitOf(field) !== '' && <span className={styles.small}>（{unitOf(field)}）</span>}
          {field.due !== 'expected' && <span className={mergeClasses(styles.small, styles.due)}>{field.due === 'later' ? words.later : words.closed}</span>}
        </label>
        <div id={`${id}before`} className={mergeClasses(styles.small, styles.before)}>
          {field.previousMonth !== '' && <span className={styles.figure}>{form.previousMonthLabel} {field.previousMonth}</span>}
          {field.previousYear !== '' && <span className={styles.figure}>{words.previousYear} {field.previousYear}{field.mergedSince && words.mergedSince}</span>}
        </div>
      </div>
      <input
        ref={inputRef} id={id} type="text" autoComplete="off" inputMode="decimal" value={draft ?? field.text}
        className={mergeClasses(controls.input, styles.input, judgement.kind === 'changed' && controls.changed, faulty && controls.invalid)}
        placeholder={open && field.expected.form === 'rate' ? words.example : undefined} disabled={field.due === 'closed'} readOnly={field.locked !== null}
        aria-invalid={faulty || undefined} aria-describedby={note === '' ? `${id}before` : `${id}note ${id}before`}
        // Excel on the web moves the focus for Tab itself, and leaves what stands there unselected.
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onType(event.target.value)} onBlur={onLeave} onKeyDown={onKeyDown} onPaste={open ? onPaste : undefined}
      />
      {note !== '' && <div id={`${id}note`} lang="ja" className={mergeClasses(styles.small, styles.note, faulty && styles.refused)}>{note}</div>}
    </div>
  );
}

/** Some labels name their unit themselves. */
const unitOf = ({ label, unit }: EntryField): string => (/[)）]$/.test(label) && label.slice(0, -1).endsWith(unit) ? '' : unit);

/** The sentence under a field: why it is locked or refused, or how its text was understood. */
function noteOf(field: EntryField, judgement: ReturnType<typeof judge>, left: boolean): string {
  if (field.locked !== null) return field.locked;
  if (judgement.kind === 'changed') return judgement.notes.join('');
  return left && judgement.kind === 'refused' ? judgement.reason : '';
}
