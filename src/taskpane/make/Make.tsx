import type { WorkbookLook } from '../../jobs/workbookLook';
import { Obstacles } from '../parts/Obstacles';
import { useControls } from '../parts/controls';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { Indicators } from './Indicators';
import { Outputs } from './Outputs';
import { Records } from './Records';
import { Rollover } from './Rollover';
import { Section } from './Section';

interface Props {
  readonly look: WorkbookLook;
}

/** 作成・更新: the sheets that are made once a month or once a year, and the step into the next year. */
export default function Make({ look }: Props) {
  const page = usePage();
  const controls = useControls();
  const { strings, start } = usePane();
  const { summary } = strings.tasks;
  return (
    <div className={page.column}>
      <h1 className={controls.hidden}>{strings.views.make}</h1>
      <Obstacles />
      <Section title={summary.label} text={summary.hint}>
        <div className={page.actions}><WriteButton small onClick={() => start({ kind: 'summary' })}>{summary.label}</WriteButton></div>
      </Section>
      <Indicators place={look.indicators} />
      <Records look={look} />
      <Outputs look={look} />
      <Rollover look={look} />
    </div>
  );
}
