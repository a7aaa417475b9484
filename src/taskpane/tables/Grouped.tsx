import { useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '../fluent';
import { usePane } from '../state/usePane';
import { checkWords } from './checkWords';

const FEW = 5;

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '4px' },
  head: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexDirection: 'column', alignSelf: 'stretch', rowGap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
});

interface Props<T> {
  readonly items: readonly T[];
  /** A list item each, with its key. */
  readonly children: (item: T) => ReactNode;
}

/** Lines under the headings of their groups, the first few of each; the others when they are asked for. */
export function Grouped<T extends { readonly group: string }>({ items, children }: Props<T>) {
  const styles = useStyles();
  const { strings } = usePane();
  const words = checkWords[strings.language];
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return [...new Set(items.map((item) => item.group))].map((group) => {
    const lines = items.filter((item) => item.group === group);
    const isOpen = open.has(group);
    return (
      <div key={group} className={styles.group}>
        <h3 className={styles.head} lang="ja">{group}</h3>
        <ul className={styles.list}>{(isOpen ? lines : lines.slice(0, FEW)).map(children)}</ul>
        {lines.length > FEW && (
          <Button size="small" appearance="subtle" aria-expanded={isOpen} onClick={() => setOpen(new Set(isOpen ? [...open].filter((one) => one !== group) : [...open, group]))}>
            {isOpen ? words.fewer : words.more(lines.length - FEW)}
          </Button>
        )}
      </div>
    );
  });
}
