import { Button } from '../fluent';
import type { Finding } from '../../jobs/workbookLook';
import type { Task } from '../../jobs/task';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { useLines } from './lines';
import { tablesWords } from './words';

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

interface Props {
  readonly finding: Finding;
}

/** One thing that is wrong, where it is and what can be done. */
export function FindingLine({ finding }: Props) {
  const lines = useLines();
  const page = usePage();
  const { strings, goTo, start } = usePane();
  const words = tablesWords[strings.language];
  const { place } = finding;
  const remedy = remedyOf(finding);
  return (
    <li className={lines.line}>
      <span lang="ja">{finding.text}</span>
      {(place !== null || remedy !== null) && (
        <div className={page.actions}>
          {place !== null && <Button size="small" onClick={() => goTo(place)}>{words.goTo}</Button>}
          {remedy !== null && <WriteButton small hint={strings.tasks[remedy.kind].hint} onClick={() => start(remedy)}>{strings.tasks[remedy.kind].label}</WriteButton>}
        </div>
      )}
    </li>
  );
}
