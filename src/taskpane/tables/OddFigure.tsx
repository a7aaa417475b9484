import type { OpenFinding } from '../../jobs/workbookLook';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { AcceptForm } from './AcceptForm';
import { checkWords } from './checkWords';
import { useLines } from './lines';
import { PlaceLink } from './PlaceLink';

interface Props {
  readonly finding: OpenFinding;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
  /** The reason being typed; undefined: nobody accepts it. */
  readonly reason: string | undefined;
  readonly onReason: (reason: string | undefined) => void;
}

/** One finding of 点検: where, what and why, what to do, and the two ways out. */
export function OddFigure({ finding, ticked, onTick, reason, onReason }: Props) {
  const lines = useLines();
  const page = usePage();
  const { strings } = usePane();
  const words = checkWords[strings.language];
  const { cell, place, text, suggestion, earlier, fix } = finding;
  return (
    <li className={lines.line}>
      <PlaceLink cell={cell} place={place} />
      <span lang="ja">{text}</span>
      <span lang="ja" className={page.quiet}>{suggestion}</span>
      {earlier !== null && <span>{words.earlier} <span lang="ja">{earlier.reason}</span></span>}
      {fix !== null && (
        <label className={lines.tick}>
          <input type="checkbox" className={lines.box} checked={ticked} onChange={(event) => onTick(event.target.checked)} />
          <span lang="ja">{fix.words}</span>
        </label>
      )}
      {reason === undefined
        ? <div className={page.actions}><WriteButton small onClick={() => onReason('')}>{words.accept}</WriteButton></div>
        : <AcceptForm finding={finding} reason={reason} onReason={onReason} />}
    </li>
  );
}
