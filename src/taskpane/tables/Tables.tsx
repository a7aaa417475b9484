import type { WorkbookLook } from '../../jobs/workbookLook';
export default function Tables({ look }: { readonly look: WorkbookLook }) {
  return <p>{look.branch}</p>;
}
