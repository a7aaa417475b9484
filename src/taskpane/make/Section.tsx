import { useId, type ReactNode } from 'react';
import { mergeClasses } from '../fluent';
import { usePage } from '../parts/page';

interface Props {
  readonly title: string;
  /** What it makes, and what stays as it is. */
  readonly text: string;
  readonly children: ReactNode;
}

/** Something that can be made, with what it takes to make it. */
export function Section({ title, text, children }: Props) {
  const page = usePage();
  const id = useId();
  return (
    <section aria-labelledby={id} className={page.column}>
      <h2 id={id} className={page.section}>{title}</h2>
      <p className={mergeClasses(page.small, page.quiet)}>{text}</p>
      {children}
    </section>
  );
}
