import { useCallback } from 'react';
import type { WorkbookLook } from '../../jobs/workbookLook';
import { ReadView } from '../parts/ReadView';
import { useRead } from '../state/useRead';
import { Publish } from './Publish';
import { Submit } from './Submit';

interface Props {
  readonly look: WorkbookLook;
}

/** What goes out of the branch: sheets to publish, copies to submit. */
export function Outputs({ look }: Props) {
  const read = useRead(useCallback(() => look.outputs(), [look]));
  return (
    <ReadView read={read}>
      {({ tables, sheets, judged }) => (
        <>
          <Publish tables={tables} />
          <Submit sheets={sheets} judged={judged} />
        </>
      )}
    </ReadView>
  );
}
