import { Button, makeStyles } from './fluent';
import { Message } from './parts/Message';
import { usePane } from './state/usePane';

const useStyles = makeStyles({ room: { paddingBottom: '8px' } });

/** What is in view may be old: the last reading did not come. */
export function Behind() {
  const styles = useStyles();
  const { strings, refresh, reading } = usePane();
  return (
    <div className={styles.room}>
      <Message intent="info" lines={[strings.behind]} actions={<Button size="small" disabledFocusable={reading} onClick={refresh}>{strings.readAgain}</Button>} />
    </div>
  );
}
