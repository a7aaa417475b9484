import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ page: { padding: '20px' } });

interface Props {
  readonly text: string;
  readonly retry: string;
}

/** A page that cannot go on by itself: one sentence and the way to try again. */
export function Notice({ text, retry }: Props) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{text}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => window.location.reload()}>{retry}</Button>
        </MessageBarActions>
      </MessageBar>
    </main>
  );
}
