import { Button } from '@fluentui/react-components';
import { Message } from './parts/Message';
import { usePage } from './parts/page';
import { usePane } from './state/usePane';

interface Props {
  readonly reason: string | null;
  readonly onRetry: () => void;
}

/** The first reading did not come. */
export function LookFailed({ reason, onRetry }: Props) {
  const page = usePage();
  const { strings } = usePane();
  return (
    <div className={page.column}>
      <h1 className={page.title}>{strings.product}</h1>
      <div role="alert">
        <Message intent="error" title={strings.notRead} lines={[reason ?? strings.notReadUnknown]} actions={<Button onClick={onRetry}>{strings.retry}</Button>} />
      </div>
    </div>
  );
}
