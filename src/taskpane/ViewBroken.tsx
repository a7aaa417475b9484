import { Button } from './fluent';
import { Message } from './parts/Message';
import { usePane } from './state/usePane';

/** A view that could not be shown, or whose files did not arrive; the others go on. */
export function ViewBroken() {
  const { strings } = usePane();
  return (
    <div role="alert">
      <Message intent="error" lines={[strings.broken]} actions={<Button onClick={() => window.location.reload()}>{strings.retry}</Button>} />
    </div>
  );
}
