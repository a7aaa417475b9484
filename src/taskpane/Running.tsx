import { useEffect, useState } from 'react';
import { ProgressBar, Text, makeStyles } from '@fluentui/react-components';

/** Excel waits without a word while a cell is being edited; after this the pane says what may be missing. */
const LONG_MS = 1000;

const useStyles = makeStyles({ column: { display: 'flex', flexDirection: 'column', rowGap: '8px' } });

interface Props {
  readonly text: string;
  readonly whenLong: string;
}

export function Running({ text, whenLong }: Props) {
  const styles = useStyles();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.column}>
      <Text>{text}</Text>
      <ProgressBar aria-label={text} />
      {long && <Text size={200}>{whenLong}</Text>}
    </div>
  );
}
