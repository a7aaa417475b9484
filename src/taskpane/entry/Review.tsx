import { useEffect, useRef } from 'react';
import { isBlankFigure, plainFigureText } from '../../domain/figureText';
import { Button, makeStyles, mergeClasses, tokens } from '../fluent';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { useReturnFocus } from '../state/useReturnFocus';
import type { Judged } from './draft';
import { entryWords } from './words';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'flex', justifyContent: 'space-between', columnGap: '8px', padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  change: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly judged: Judged;
  readonly onWrite: () => void;
  readonly onBack: () => void;
}

/** Every figure about to be written, by name, beside what stands there now. */
export function Review({ judged: { changed, corrections }, onWrite, onBack }: Props) {
  const styles = useStyles();
  const page = usePage();
  const { strings } = usePane();
  const words = entryWords[strings.language];
  const title = useRef<HTMLHeadingElement>(null);
  useReturnFocus();
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={page.column} onKeyDown={(event) => event.key === 'Escape' && onBack()}>
      <h2 ref={title} tabIndex={-1} className={page.title}>{corrections.length > 0 ? words.review : words.reviewNew}</h2>
      <p className={mergeClasses(page.small, page.quiet)}>{words.reviewCounts(changed.length - corrections.length, corrections.length)}</p>
      <ul className={styles.list}>
        {changed.map(({ table, field, text }) => (
          <li key={field.rowId} className={styles.line}>
            <span>{table}／{field.label}</span>
            <span className={styles.change}><span className={page.quiet}>{field.text === '' ? words.empty : field.text}</span> → <strong>{isBlankFigure(plainFigureText(text)) ? words.empty : text.trim()}</strong></span>
          </li>
        ))}
      </ul>
      <div className={page.foot}>
        <WriteButton primary onClick={onWrite}>{words.writeThis(changed.length)}</WriteButton>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </section>
  );
}
