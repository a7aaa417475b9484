import { mergeClasses } from '../fluent';
import type { TextCorrection } from '../../jobs/textPreview';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { CellLink } from './CellLink';
import { importWords } from './importWords';
import { SectionHead } from './SectionHead';
import { useAdoptStyles } from './styles';
import { tickOf } from './textWork';
import { useSteps } from './useSteps';

/** A long list is read from its beginning. */
const MOST = 12;

interface Props {
  readonly corrections: readonly TextCorrection[];
  /** As `tickOf` names them. */
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticks: readonly string[], ticked: boolean) => void;
}

/** Figures that stand otherwise in the workbook; each is changed only where it is ticked. */
export function Corrections({ corrections, ticked, onTick }: Props) {
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = importWords[strings.language];
  const { shown, more } = useSteps(corrections, MOST);
  return (
    <section>
      <SectionHead title={words.corrections(corrections.length)} count={corrections.length} all={corrections.every((one) => ticked.has(tickOf(one)))} onAll={(on) => onTick(corrections.map(tickOf), on)} />
      <p className={mergeClasses(page.small, page.quiet, adopt.note)}>{words.correctionsNote}</p>
      <ul className={adopt.list}>
        {shown.map((one) => (
          <li key={one.id} className={adopt.item}>
            <label className={mergeClasses(adopt.head, adopt.small)}>
              <input type="checkbox" className={adopt.box} checked={ticked.has(tickOf(one))} onChange={(event) => onTick([tickOf(one)], event.target.checked)} />
              <span lang="ja">{one.name}</span>
            </label>
            <div className={mergeClasses(adopt.facts, adopt.indented)}>
              <span>{one.before} → <strong>{one.after}</strong></span>
              {one.place !== null && <CellLink place={one.place} />}
            </div>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}
