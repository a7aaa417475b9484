import { usePane } from '../state/usePane';
import { Message } from './Message';

/** Why nothing can be written now, said before anything is pressed. */
export function Obstacles() {
  const { strings, obstacles } = usePane();
  if (obstacles.length === 0) return null;
  return <Message intent="info" title={strings.obstacles} lines={obstacles} lang="ja" />;
}
