import type { ReactNode } from 'react';
import { makeStyles, mergeClasses } from '../fluent';
import { useControls } from '../parts/controls';
import { NextIcon } from '../parts/icons';

const useStyles = makeStyles({
  button: { display: 'inline-flex', alignItems: 'center', minHeight: '24px', columnGap: '4px', maxWidth: '100%', ':hover': { textDecorationLine: 'underline' } },
  // At the first line of a long name.
  icon: { display: 'inline-flex', flexShrink: 0, alignSelf: 'flex-start', marginTop: '4px' },
  text: { padding: '2px 0' },
  open: { transform: 'rotate(90deg)' },
});

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** What is opened, where it is there. */
  readonly controls: string;
  readonly children: ReactNode;
}

/** A line that opens what stands below it. */
export function Opening({ open, onOpen, controls, children }: Props) {
  const styles = useStyles();
  const { plain } = useControls();
  return (
    <button type="button" className={mergeClasses(plain, styles.button)} aria-expanded={open} aria-controls={open ? controls : undefined} onClick={() => onOpen(!open)}>
      <span className={mergeClasses(styles.icon, open && styles.open)}><NextIcon /></span>
      <span className={styles.text}>{children}</span>
    </button>
  );
}
