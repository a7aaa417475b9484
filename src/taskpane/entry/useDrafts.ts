import { useCallback, useState } from 'react';
import type { Drafts } from './draft';

interface Typed {
  readonly drafts: Drafts;
  /** Rows the person has been to and left. */
  readonly left: ReadonlySet<string>;
  /** Rows whose draft came with others in a paste: nobody looked at each of them. */
  readonly pasted: ReadonlySet<string>;
}

export interface DraftBook extends Typed {
  /** null takes the draft away. */
  readonly type: (rowId: string, text: string | null) => void;
  readonly paste: (texts: ReadonlyMap<string, string>) => void;
  readonly leaveRow: (rowId: string) => void;
  readonly keep: (change: (drafts: Drafts) => Drafts) => void;
  readonly clear: () => void;
}

const NOTHING: Typed = { drafts: new Map(), left: new Set(), pasted: new Set() };

/** What is typed and not yet written. */
export function useDrafts(): DraftBook {
  const [typed, setTyped] = useState(NOTHING);
  const keep = useCallback((change: (drafts: Drafts) => Drafts): void => setTyped((before) => {
    const drafts = change(before.drafts);
    return { ...before, drafts, pasted: new Set([...before.pasted].filter((rowId) => drafts.has(rowId))) };
  }), []);
  const type = (rowId: string, text: string | null): void => keep((before) => {
    const next = new Map(before);
    if (text === null) next.delete(rowId);
    else next.set(rowId, text);
    return next;
  });
  const leaveRow = (rowId: string): void => setTyped((before) => (before.left.has(rowId) ? before : { ...before, left: new Set(before.left).add(rowId) }));
  const paste = (texts: ReadonlyMap<string, string>): void => setTyped(({ drafts, left, pasted }) => ({
    drafts: new Map([...drafts, ...texts]), left: new Set([...left, ...texts.keys()]), pasted: new Set([...pasted, ...texts.keys()]),
  }));
  const clear = useCallback((): void => setTyped(NOTHING), []);
  return { ...typed, type, paste, leaveRow, keep, clear };
}
