import { Button, makeStyles, tokens } from '../fluent';
import type { DerivedId, Finding } from '../../jobs/workbookLook';
import type { Task } from '../../jobs/task';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { useLines } from './lines';
import { tablesWords } from './words';

const useStyles = makeStyles({ figures: { display: 'block', color: tokens.colorNeutralForeground2 } });

/** What puts a finding right; null where only a person can. */
export function remedyOf(finding: Finding): Task | null {
  switch (finding.kind) {
    case 'missing':
      return { kind: 'layout', sample: false };
    case 'rowAdded':
    case 'namesCopied':
    case 'nameLost':
    case 'rowMoved':
    case 'formulaLost':
    case 'formulaMoved':
      return { kind: 'recompute', restore: [] };
    case 'labelChanged':
    case 'undecided':
    case 'otherFormula':
    case 'typedOver':
      return null;
  }
}

/** The cells that get their formula back where the finding is ticked. */
export const tickable = ({ typedOver, otherFormula }: Finding): readonly DerivedId[] => (typedOver !== null ? [typedOver.id] : (otherFormula?.ids ?? []));

interface Props {
  readonly finding: Finding;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

/** One thing that is wrong, where it is and what can be done. */
export function FindingLine({ finding, ticked, onTick }: Props) {
  const styles = useStyles();
  const lines = useLines();
  const page = usePage();
  const { strings, goTo, start } = usePane();
  const words = tablesWords[strings.language];
  const { place, typedOver, otherFormula } = finding;
  const figures = typedOver !== null ? words.typed(typedOver.typed, typedOver.computed) : otherFormula !== null ? words.formulas(otherFormula.found, otherFormula.wanted) : null;
  const remedy = remedyOf(finding);
  return (
    <li className={lines.line}>
      {figures === null
        ? <span lang="ja">{finding.text}</span>
        : (
          <label className={lines.tick}>
            <input type="checkbox" className={lines.box} checked={ticked} onChange={(event) => onTick(event.target.checked)} />
            <span>
              <span lang="ja">{finding.text}</span>
              <span className={styles.figures}>{figures}</span>
            </span>
          </label>
        )}
      {otherFormula !== null && <span className={page.quiet}>{words.keepOther}</span>}
      {(place !== null || remedy !== null) && (
        <div className={page.actions}>
          {place !== null && <Button size="small" onClick={() => goTo(place)}>{words.goTo}</Button>}
          {remedy !== null && <WriteButton small hint={strings.tasks[remedy.kind].hint} onClick={() => start(remedy)}>{strings.tasks[remedy.kind].label}</WriteButton>}
        </div>
      )}
    </li>
  );
}
