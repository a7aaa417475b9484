import { useId, type ReactNode } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '../fluent';
import { usePane } from '../state/usePane';

const useStyles = makeStyles({
  button: { minWidth: 'auto', padding: '4px 8px', flexGrow: 1, whiteSpace: 'nowrap' },
  dense: { '@media (max-width: 335px)': { padding: '4px', fontSize: tokens.fontSizeBase200 } },
});

interface Props {
  readonly primary?: boolean;
  readonly small?: boolean;
  /** One of four in a line of the narrowest pane. */
  readonly dense?: boolean;
  readonly hint?: string;
  /** Says more than the words on it, where several buttons bear the same. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that leads to writing: it keeps the focus where it cannot be pressed, and says why. */
export function WriteButton({ primary = false, small = false, dense = false, hint = '', label, disabled = false, onClick, children }: Props) {
  const styles = useStyles();
  const { busy, obstacles } = usePane();
  const id = useId();
  // Protected sheets do not concern every job: the one they stop says so before it writes.
  const words = obstacles.readOnly ?? hint;
  return (
    <>
      <Button
        className={small ? undefined : mergeClasses(styles.button, dense && styles.dense)} size={small ? 'small' : 'medium'} appearance={primary ? 'primary' : 'secondary'} disabledFocusable={busy || disabled || obstacles.readOnly !== null}
        title={words} aria-label={label} aria-describedby={words === '' ? undefined : id} onClick={onClick}
      >
        {children}
      </Button>
      {words !== '' && <span id={id} hidden>{words}</span>}
    </>
  );
}
