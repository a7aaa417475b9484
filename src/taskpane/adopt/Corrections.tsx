import { useState } from 'react';
import { Button, mergeClasses } from '../fluent';
import type { TextCorrection } from '../../jobs/textPreview';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { CellLink } from './CellLink';
import { importWords } from './importWords';
import { SectionHead } from './SectionHead';
import { useAdoptStyles } from './styles';
import { adoptWords } from './words';

/** A long list is read from its beginning. */
const MOST = 12;

interface Props {
  readonly corrections: readonly TextCorrection[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ids: readonly string[], ticked: boolean) => void;
}

/** Figures that stand otherwise in the workbook; each is changed only where it is ticked. */
export function Corrections({ corrections, ticked, onTick }: Props) {
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = importWords[strings.language];
  const [all, setAll] = useState(false);
  const shown = all ? corrections : corrections.slice(0, MOST);
  return (
    <section>
      <SectionHead title={words.corrections(corrections.length)} count={corrections.length} all={corrections.every(({ id }) => ticked.has(id))} onAll={(on) => onTick(corrections.map(({ id }) => id), on)} />
      <p className={mergeClasses(page.small, page.quiet)}>{words.correctionsNote}</p>
      <ul className={adopt.list}>
        {shown.map(({ id, name, place, before, after }) => (
          <li key={id} className={adopt.item}>
            <label className={mergeClasses(adopt.head, adopt.small)}>
              <input type="checkbox" className={adopt.box} checked={ticked.has(id)} onChange={(event) => onTick([id], event.target.checked)} />
              <span lang="ja">{name}</span>
            </label>
            <div className={mergeClasses(adopt.facts, adopt.indented)}>
              <span>{before} → <strong>{after}</strong></span>
              {place !== null && <CellLink place={place} />}
            </div>
          </li>
        ))}
      </ul>
      {shown.length < corrections.length && <Button size="small" onClick={() => setAll(true)}>{adoptWords[strings.language].more(corrections.length - shown.length)}</Button>}
    </section>
  );
}
