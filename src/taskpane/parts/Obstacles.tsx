import { usePane } from '../state/usePane';
import { Message } from './Message';

/** What stands in the way of writing, said before anything is pressed. */
export function Obstacles() {
  const { strings, obstacles: { readOnly, locked } } = usePane();
  return (
    <>
      {readOnly !== null && <Message intent="info" title={strings.obstacles} lines={[readOnly]} lang="ja" />}
      {locked !== null && <Message intent="info" lines={[locked]} lang="ja" />}
    </>
  );
}
