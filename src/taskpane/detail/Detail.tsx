import type { WorkbookLook } from '../../jobs/workbookLook';

interface Props {
  readonly look: WorkbookLook;
  readonly asOf: number;
  readonly id: string;
  readonly onBack: () => void;
  readonly onOpen: (id: string) => void;
}
export default function Detail({ id, onBack }: Props) {
  return <button type="button" onClick={onBack}>{id}</button>;
}
