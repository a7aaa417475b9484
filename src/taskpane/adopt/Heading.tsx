import { useEffect, useRef, type ReactNode } from 'react';
import { Button, makeStyles } from '../fluent';
import { BackIcon, ReadAgainIcon } from '../parts/icons';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { FORCED } from './styles';
import { adoptWords } from './words';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px', minHeight: '28px' },
  bar: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', margin: '0 -8px', [FORCED]: { margin: 0 } },
});

interface Props {
  readonly title: string;
  readonly onBack: () => void;
  /** Another one whenever the view should be read from its beginning. */
  readonly turn: unknown;
  readonly again?: { readonly reading: boolean; readonly read: () => void };
  /** Beside the title. */
  readonly children?: ReactNode;
}

/** The top of a view that no button in the bar leads to: the way back, and its title, where the keyboard goes on. */
export function Heading({ title, onBack, turn, again, children }: Props) {
  const styles = useStyles();
  const page = usePage();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [turn]);
  return (
    <>
      <div className={styles.bar}>
        <Button appearance="subtle" size="small" icon={<BackIcon />} aria-label={words.backTo} onClick={onBack}>{words.back}</Button>
        {again && <Button size="small" appearance="subtle" icon={<ReadAgainIcon />} aria-label={strings.readAgain} title={strings.readAgain} disabledFocusable={again.reading} onClick={again.read} />}
      </div>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={page.title}>{title}</h1>
        {children}
      </div>
    </>
  );
}
