import { useCallback, useState } from 'react';
import type { Drafts } from './draft';

export interface DraftBook {
  readonly drafts: Drafts;
  /** Rows the person has been to and left. */
  readonly left: ReadonlySet<string>;
  /** null takes the draft away. */
  readonly type: (rowId: string, text: string | null) => void;
  readonly typeAll: (texts: ReadonlyMap<string, string>) => void;
  readonly leaveRow: (rowId: string) => void;
  readonly keep: (change: (drafts: Drafts) => Drafts) => void;
  readonly clear: () => void;
}

const NONE: Drafts = new Map();
const NOWHERE: ReadonlySet<string> = new Set();

/** What is typed and not yet written. */
export function useDrafts(): DraftBook {
  const [drafts, setDrafts] = useState(NONE);
  const [left, setLeft] = useState(NOWHERE);
  const type = (rowId: string, text: string | null): void => setDrafts((before) => {
    const next = new Map(before);
    if (text === null) next.delete(rowId);
    else next.set(rowId, text);
    return next;
  });
  const leaveRow = (rowId: string): void => setLeft((before) => (before.has(rowId) ? before : new Set(before).add(rowId)));
  const typeAll = (texts: ReadonlyMap<string, string>): void => {
    setDrafts((before) => new Map([...before, ...texts]));
    setLeft((before) => new Set([...before, ...texts.keys()]));
  };
  const clear = useCallback((): void => {
    setDrafts(NONE);
    setLeft(NOWHERE);
  }, []);
  return { drafts, left, type, typeAll, leaveRow, keep: useCallback((change) => setDrafts(change), []), clear };
}
