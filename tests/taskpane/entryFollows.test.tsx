/** @jest-environment jsdom */
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from '@jest/globals';
import type { WorkbookLook } from '../../src/jobs/workbookLook';
import type { TaskState } from '../../src/taskpane/state/useTask';
import { useDrafts } from '../../src/taskpane/entry/useDrafts';
import { useForm } from '../../src/taskpane/entry/useForm';
import { fakePort } from './fakePort';
import { fakeForm } from './fakeTables';

/** A reading in which one field of 業務 says `text`. */
async function lookWith(text: string): Promise<WorkbookLook> {
  const form = fakeForm('業務', 11);
  const tables = form.tables.map((table) => ({ ...table, fields: table.fields.map((field) => (field.rowId === 'T01-04' ? { ...field, text } : field)) }));
  return fakePort({ form: () => ({ ...form, tables }) }).look();
}

test('after a writing the first reading that bears it is followed, not one from before it', async () => {
  const [first, byOthers, written] = [await lookWith(''), await lookWith(''), await lookWith('39')];
  const task = { kind: 'enter', group: '業務', month: 11, figures: [] } as const;
  const done: TaskState = { kind: 'done', task, outcome: { kind: 'changed', summary: [], warnings: [], restore: null } };
  const { result, rerender } = renderHook(({ look, state }: { look: WorkbookLook; state: TaskState }) => {
    const book = useDrafts();
    return { book, form: useForm(look, '業務', 11, book, state) };
  }, { initialProps: { look: first, state: { kind: 'idle' } } });
  await waitFor(() => expect(result.current.form.judged).not.toBeNull());
  act(() => result.current.book.type('T01-04', '39'));
  rerender({ look: byOthers, state: { kind: 'idle' } });
  act(() => result.current.form.onWrite());
  rerender({ look: byOthers, state: { kind: 'running', task, phase: 'writing' } });
  rerender({ look: byOthers, state: done });
  expect(result.current.form.unsaved).toBe(1);
  rerender({ look: written, state: done });
  await waitFor(() => expect(result.current.form.unsaved).toBe(0));
  expect(result.current.book.drafts.size).toBe(0);
});
