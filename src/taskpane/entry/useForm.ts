import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EntryForm, WorkbookLook } from '../../jobs/workbookLook';
import { useRead, type Read } from '../state/useRead';
import type { TaskState } from '../state/useTask';
import { judgeAll, stillUnsaved, type Judged } from './draft';
import type { DraftBook } from './useDrafts';

export interface FormState {
  readonly read: { readonly state: Read<EntryForm>; readonly again: () => void };
  /** What the drafts come to on the form in view; null while there is none. */
  readonly judged: Judged | null;
  readonly unsaved: number;
  /** To be called when the drafts go to be written. */
  readonly onWrite: () => void;
}

/**
 * The form of a group's month. It follows the workbook, but not under the hands of someone who has typed: what stood
 * in a cell when they began must be known when they write. After their own writing it is read anew.
 */
export function useForm(look: WorkbookLook, group: string, month: number, { drafts, keep }: DraftBook, task: TaskState): FormState {
  const [source, setSource] = useState(look);
  const read = useRead(useCallback(() => source.entry(group, month), [source, group, month]));
  const form = read.state.kind === 'read' ? read.state.value : null;
  const judged = useMemo(() => (form === null ? null : judgeAll(form, drafts)), [form, drafts]);
  const unsaved = judged === null ? 0 : judged.changed.length + judged.refused.length;
  // The last reading from before the writing was over: it does not bear what was written. null: nothing was.
  const stale = useRef<WorkbookLook | null>(null);
  useEffect(() => {
    if (stale.current !== null && task.kind === 'running') stale.current = look;
    if (look === source) return;
    const written = task.kind === 'done' && task.task.kind === 'enter' && stale.current !== null && stale.current !== look;
    if (!written && unsaved > 0) return;
    if (written) stale.current = null;
    // A draft that says what its cell says is nobody's change, and must not become one when the cell changes.
    if (form !== null) keep((before) => stillUnsaved(form, before));
    setSource(look);
  }, [look, source, unsaved, task, form, keep]);
  // Drafts that were written say the same as the cells now.
  useEffect(() => {
    if (form !== null) keep((before) => stillUnsaved(form, before));
  }, [form, keep]);
  return {
    read, judged, unsaved,
    onWrite: () => {
      stale.current = look;
    },
  };
}
