import type { ReactNode } from 'react';
import { LookFailed } from './LookFailed';
import { PaneError } from '../port';
import type { Read } from '../state/useRead';
import { usePane } from '../state/usePane';
import { Running } from './Running';

interface Props<T> {
  readonly read: { readonly state: Read<T>; readonly again: () => void };
  /** What is being read, where it is not the workbook alone. */
  readonly text?: string;
  readonly children: (value: T) => ReactNode;
}

/** A view of something that is read first. */
export function ReadView<T>({ read: { state, again }, text, children }: Props<T>) {
  const { strings } = usePane();
  if (state.kind === 'reading') return <Running text={text ?? strings.reading} whenLong={strings.finishCell} />;
  if (state.kind === 'failed') return <LookFailed reason={state.reason instanceof PaneError ? state.reason.message : null} onRetry={again} />;
  return children(state.value);
}
