import { Button } from './fluent';
import { Message } from './parts/Message';
import { usePane } from './state/usePane';
import { useReturnFocus } from './state/useReturnFocus';
import type { LeaveGuard } from './state/useLeave';

interface Props {
  readonly guard: LeaveGuard;
}

/** Asks before typed figures are lost. Staying is what the keyboard meets first. */
export function LeaveBar({ guard }: Props) {
  const { strings: { leave } } = usePane();
  useReturnFocus();
  const buttons = (
    <>
      <Button autoFocus size="small" appearance="primary" onClick={guard.stay}>{leave.stay}</Button>
      <Button size="small" onClick={guard.discard}>{leave.discard}</Button>
    </>
  );
  return (
    <div role="alert" onKeyDown={(event) => event.key === 'Escape' && guard.stay()}>
      <Message intent="warning" lines={[leave.text(guard.unsaved)]} actions={buttons} />
    </div>
  );
}
