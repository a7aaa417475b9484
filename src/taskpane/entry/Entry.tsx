import type { WorkbookLook } from '../../jobs/workbookLook';
import type { TaskState } from '../state/useTask';
interface Props {
  readonly look: WorkbookLook;
  readonly task: TaskState;
  readonly startMissing: boolean;
  readonly onUnsaved: (count: number) => void;
}
export default function Entry({ look }: Props) {
  return <p>{look.branch}</p>;
}
