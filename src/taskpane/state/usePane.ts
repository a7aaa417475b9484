import { createContext, useContext } from 'react';
import type { Task } from '../../jobs/task';
import type { Place, WorkbookLook } from '../../jobs/workbookLook';
import type { SideView } from '../port';
import type { Strings } from '../strings';

/** What every view may use. */
export interface Pane {
  readonly strings: Strings;
  readonly busy: boolean;
  /** Why nothing, or not everything, can be written now. */
  readonly obstacles: WorkbookLook['obstacles'];
  /** Reads the workbook again; `reading` while a reading is under way. */
  readonly refresh: () => void;
  readonly reading: boolean;
  readonly start: (task: Task) => void;
  readonly goTo: (place: Place) => void;
  /** Opens a view that no button in the bar leads to. */
  readonly open: (view: SideView) => void;
  /** Goes on at once, or asks first where typed figures would be lost. */
  readonly leave: (goOn: () => void) => void;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('A view stands outside the pane');
  return pane;
}
