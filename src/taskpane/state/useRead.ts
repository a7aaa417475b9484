import { useEffect, useState } from 'react';

export type Read<T> = { readonly kind: 'reading' } | { readonly kind: 'read'; readonly value: T } | { readonly kind: 'failed'; readonly reason: unknown };

/** What `read` gives; read again when `read` is another. The old value stays in view meanwhile. */
export function useRead<T>(read: () => Promise<T>): { readonly state: Read<T>; readonly again: () => void } {
  const [state, setState] = useState<Read<T>>({ kind: 'reading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    read().then(
      (value) => wanted && setState({ kind: 'read', value }),
      (reason: unknown) => wanted && setState({ kind: 'failed', reason }),
    );
    return () => {
      wanted = false;
    };
  }, [read, turn]);
  return { state, again: () => setTurn((count) => count + 1) };
}
