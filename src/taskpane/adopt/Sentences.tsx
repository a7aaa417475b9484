import { useId, useState } from 'react';
import { Button } from '../fluent';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { Opening } from './Opening';
import { useAdoptStyles } from './styles';
import { adoptWords } from './words';

/** What stands open unasked must not keep the rest out of view. */
const MOST = 3;

interface Props {
  readonly title: string;
  readonly lines: readonly string[];
  readonly startOpen?: boolean;
}

/** Sentences of the jobs under a line that opens them; nothing where there are none. */
export function Sentences({ title, lines, startOpen = false }: Props) {
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const [open, setOpen] = useState(startOpen);
  const [all, setAll] = useState(!startOpen);
  const id = useId();
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, MOST);
  return (
    <section className={page.small}>
      <Opening open={open} onOpen={setOpen} controls={id}>{title}</Opening>
      {open && (
        <div id={id} className={adopt.below}>
          <ul lang="ja" className={adopt.texts}>{shown.map((line, index) => <li key={index}>{line}</li>)}</ul>
          {shown.length < lines.length && <Button size="small" appearance="subtle" onClick={() => setAll(true)}>{words.more(lines.length - shown.length)}</Button>}
        </div>
      )}
    </section>
  );
}
