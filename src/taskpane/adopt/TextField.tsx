import { useId } from 'react';
import { makeStyles, mergeClasses, tokens } from '../fluent';
import { cutText } from '../../domain/text/cutText';
import { useControls } from '../parts/controls';
import { Message } from '../parts/Message';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { importWords } from './importWords';

/** A year's plan has some 80,000 characters. */
export const MOST_CHARACTERS = 200_000;

const useStyles = makeStyles({
  field: { height: '120px', padding: '4px 8px', textAlign: 'left', resize: 'vertical', whiteSpace: 'pre', overflowX: 'auto', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, tabSize: 16, fontVariantNumeric: 'tabular-nums' },
  short: { height: '64px' },
});

export interface Pasted {
  readonly text: string;
  /** Characters that were not taken. */
  readonly lost: number;
}

interface Props {
  readonly label: string;
  /** What is read out of the text matters more than its lines. */
  readonly short?: boolean;
  readonly pasted: Pasted;
  readonly onChange: (pasted: Pasted) => void;
}

/** Where a text is pasted or typed. */
export function TextField({ label, short = false, pasted: { text, lost }, onChange }: Props) {
  const styles = useStyles();
  const page = usePage();
  const controls = useControls();
  const { strings } = usePane();
  const words = importWords[strings.language];
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={page.small}>{label}</label>
      <textarea
        id={id} className={mergeClasses(controls.input, styles.field, short && styles.short)} spellCheck={false} value={text}
        onChange={({ target: { value } }) => {
          const taken = cutText(value, MOST_CHARACTERS);
          onChange({ text: taken, lost: value.length - taken.length });
        }}
      />
      <div role="status">{lost > 0 && <Message intent="warning" lines={[words.cut(MOST_CHARACTERS, lost)]} />}</div>
    </>
  );
}
