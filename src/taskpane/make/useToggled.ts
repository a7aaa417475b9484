import { useKept } from '../state/Keeper';

/** What a person ticked otherwise than it is from the start, kept while the pane is open: the question before a task stands in the view's place. */
export function useToggled(kind: 'publish' | 'submit'): { readonly isTicked: (id: string, usual: boolean) => boolean; readonly toggle: (ids: readonly string[], ticked: boolean, usual: (id: string) => boolean) => void } {
  const { kept, keep } = useKept();
  const toggled = kept[kind] ?? NONE;
  return {
    isTicked: (id, usual) => usual !== toggled.has(id),
    toggle: (ids, ticked, usual) => {
      const next = new Set(toggled);
      for (const id of ids) {
        if (ticked === usual(id)) next.delete(id);
        else next.add(id);
      }
      keep({ [kind]: next });
    },
  };
}

const NONE: ReadonlySet<string> = new Set();
