import { mergeClasses } from '../fluent';
import type { Place } from '../../jobs/workbookLook';
import { areaA1 } from '../../plan/a1';
import { useControls } from '../parts/controls';
import { usePane } from '../state/usePane';
import { useAdoptStyles } from './styles';
import { adoptWords } from './words';

interface Props {
  readonly place: Place;
  /** The sheet is named beside it already. */
  readonly bare?: boolean;
}

/** An address that leads to its cells. */
export function CellLink({ place, bare = false }: Props) {
  const controls = useControls();
  const styles = useAdoptStyles();
  const { strings, goTo } = usePane();
  const { goTo: words } = adoptWords[strings.language];
  const address = areaA1(place.area);
  return (
    <button type="button" className={mergeClasses(controls.plain, styles.link)} title={words} aria-label={`${place.sheet} ${address} ${words}`} onClick={() => goTo(place)}>
      {bare ? address : `${place.sheet} ${address}`}
    </button>
  );
}
