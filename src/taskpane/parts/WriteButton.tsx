import { useId, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '../fluent';
import { usePane } from '../state/usePane';

// Four of them stand in one line of the narrow pane.
const useStyles = makeStyles({
  button: {
    minWidth: 'auto', padding: '4px 8px', flexGrow: 1, whiteSpace: 'nowrap',
    '@media (max-width: 335px)': { padding: '4px', fontSize: tokens.fontSizeBase200 },
  },
});

interface Props {
  readonly primary?: boolean;
  readonly small?: boolean;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that leads to writing: it keeps the focus where it cannot be pressed, and says why. */
export function WriteButton({ primary = false, small = false, hint = '', disabled = false, onClick, children }: Props) {
  const styles = useStyles();
  const { busy, obstacles } = usePane();
  const id = useId();
  const words = obstacles.length === 0 ? hint : obstacles.join('');
  return (
    <>
      <Button
        className={small ? undefined : styles.button} size={small ? 'small' : 'medium'} appearance={primary ? 'primary' : 'secondary'} disabledFocusable={busy || disabled || obstacles.length > 0}
        title={words} aria-describedby={words === '' ? undefined : id} onClick={onClick}
      >
        {children}
      </Button>
      {words !== '' && <span id={id} hidden>{words}</span>}
    </>
  );
}
