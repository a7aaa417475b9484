import { Button, makeStyles } from '../fluent';
import { Message } from './Message';

const useStyles = makeStyles({ page: { padding: '32px 20px 20px', wordBreak: 'auto-phrase' } });

interface Props {
  readonly text: string;
  readonly retry: string;
}

/** A page that cannot go on by itself: one sentence and the way to try again. */
export function StopPage({ text, retry }: Props) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div role="alert">
        <Message intent="error" lines={[text]} actions={<Button onClick={() => window.location.reload()}>{retry}</Button>} />
      </div>
    </main>
  );
}
