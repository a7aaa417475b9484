import { Button } from '../fluent';
import { Message } from './Message';
import { usePane } from '../state/usePane';

interface Props {
  readonly reason: string | null;
  readonly onRetry: () => void;
}

/** A reading did not come. */
export function LookFailed({ reason, onRetry }: Props) {
  const { strings } = usePane();
  return (
    <div role="alert">
      <Message intent="error" title={strings.notRead} lines={[reason ?? strings.notReadUnknown]} actions={<Button onClick={onRetry}>{strings.retry}</Button>} />
    </div>
  );
}
