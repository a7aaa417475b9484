import { useEffect, useState } from 'react';
import type { WorkbookLook } from '../../jobs/workbookLook';

/** How many figures should be there by now; null while not known. Counted after the page is drawn, as it is the smaller news. */
export function useMissing(look: WorkbookLook | null, asOf: number): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let wanted = look !== null;
    const timer = setTimeout(() => {
      look?.missing(asOf).then(
        (groups) => wanted && setCount(groups.flatMap((group) => group.rows).reduce((sum, row) => sum + row.months.length, 0)),
        // The list itself tells what went wrong when it is opened.
        () => wanted && setCount(null),
      );
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [look, asOf]);
  return count;
}
