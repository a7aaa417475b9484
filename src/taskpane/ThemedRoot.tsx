import { useEffect, useState, type ReactNode } from 'react';
import { FluentProvider, makeStyles } from './fluent';
import type { OfficeLook } from './port';
import { themeFor } from './theme';

/** Where Office says what it looks like; null while it has not said. */
export interface OfficeLooks {
  look(): OfficeLook | null;
  /** Calls back when the look changes, and when Office first says it; gives the way to stop. */
  onChange(listener: () => void): () => void;
}

const readLook = (office: OfficeLooks | undefined): OfficeLook => office?.look() ?? { dark: window.matchMedia(DARK).matches, highContrast: false };
const DARK = '(prefers-color-scheme: dark)';

const useStyles = makeStyles({ root: { minHeight: '100%' } });

interface Props {
  readonly office?: OfficeLooks;
  readonly children: ReactNode;
}

/** Follows Office; where Office is silent, the system. */
export function ThemedRoot({ office, children }: Props) {
  const styles = useStyles();
  const [look, setLook] = useState(() => readLook(office));
  useEffect(() => {
    const update = (): void => setLook(readLook(office));
    const system = window.matchMedia(DARK);
    system.addEventListener('change', update);
    const stop = office?.onChange(update);
    return () => {
      system.removeEventListener('change', update);
      stop?.();
    };
  }, [office]);
  // The browser's own lists and scroll bars follow too.
  useEffect(() => {
    document.documentElement.style.colorScheme = look.dark || look.highContrast ? 'dark' : 'light';
  }, [look]);
  return <FluentProvider theme={themeFor(look)} className={styles.root}>{children}</FluentProvider>;
}
