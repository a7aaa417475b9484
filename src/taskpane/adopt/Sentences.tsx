import { useId, useState } from 'react';
import { usePage } from '../parts/page';
import { Opening } from './Opening';
import { useAdoptStyles } from './styles';
import { STEP, useSteps } from './useSteps';

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
  const [open, setOpen] = useState(startOpen);
  const { shown, more } = useSteps(lines, startOpen ? MOST : STEP);
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <section className={page.small}>
      <Opening open={open} onOpen={setOpen} controls={id}>{title}</Opening>
      {open && (
        <div id={id} className={adopt.below}>
          <ul lang="ja" className={adopt.texts}>{shown.map((line, index) => <li key={index}>{line}</li>)}</ul>
          {more}
        </div>
      )}
    </section>
  );
}
