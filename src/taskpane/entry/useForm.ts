import { useCallback, useEffect, useRef, useState } from 'react';
import type { EntryForm, WorkbookLook } from '../../jobs/workbookLook';
import { useRead, type Read } from '../state/useRead';
import type { TaskState } from '../state/useTask';

/**
 * The form of a group's month. It follows the workbook, but not under the hands of someone who has typed: what stood
 * in a cell when they began must be known when they write. After their own writing it is read anew.
 */
export function useForm(look: WorkbookLook, group: string, month: number, unsaved: number, task: TaskState): { readonly state: Read<EntryForm>; readonly again: () => void } {
  const [source, setSource] = useState(look);
  const followed = useRef<TaskState | null>(null);
  useEffect(() => {
    if (look === source) return;
    const written = task.kind === 'done' && task.task.kind === 'enter' && followed.current !== task;
    if (written) followed.current = task;
    if (written || unsaved === 0) setSource(look);
  }, [look, source, unsaved, task]);
  return useRead(useCallback(() => source.entry(group, month), [source, group, month]));
}
