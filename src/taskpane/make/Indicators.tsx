import { Button } from '../fluent';
import type { Place } from '../../jobs/workbookLook';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { indicatorWords } from './indicatorWords';
import { Section } from './Section';

interface Props {
  /** null: the workbook has no such sheet yet. */
  readonly place: Place | null;
}

/** 業績評価: the way to its sheet, or to having one. */
export function Indicators({ place }: Props) {
  const page = usePage();
  const { strings, goTo, start } = usePane();
  const words = indicatorWords[strings.language];
  return (
    <Section title={words.title} text={place ? words.what : words.missing}>
      <div className={page.actions}>
        {place
          ? <Button size="small" onClick={() => goTo(place)}>{words.goTo}</Button>
          : <WriteButton small onClick={() => start({ kind: 'layout', sample: false })}>{strings.tasks.layout.label}</WriteButton>}
      </div>
    </Section>
  );
}
