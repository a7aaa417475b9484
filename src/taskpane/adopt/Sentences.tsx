import { useId, useState } from 'react';
import { mergeClasses } from '../fluent';
import { usePage } from '../parts/page';
import { Opening } from './Opening';
import { useAdoptStyles } from './styles';

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
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <section className={page.small}>
      <Opening open={open} onOpen={setOpen} controls={id}>{title}</Opening>
      {open && <ul id={id} lang="ja" className={mergeClasses(adopt.texts, adopt.below)}>{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>}
    </section>
  );
}
