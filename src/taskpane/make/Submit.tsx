import type { OutputChoices } from '../../jobs/workbookLook';
import { mergeClasses } from '../fluent';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { outputWords } from './outputWords';
import { Section } from './Section';
import { Ticks } from './Ticks';
import { useToggled } from './useToggled';

interface Props {
  readonly sheets: OutputChoices['sheets'];
  readonly judged: string | null;
}

/** 提出用コピー作成: the summary, the plan and the KPIs from the start. */
export function Submit({ sheets, judged }: Props) {
  const page = usePage();
  const { strings, start } = usePane();
  const words = outputWords[strings.language];
  const { isTicked, toggle } = useToggled('submit');
  const isUsual = (id: string): boolean => sheets.find((one) => one.id === id)?.usual ?? false;
  const ticks = sheets.map(({ id, sheet, usual }) => ({ id, label: sheet, ticked: isTicked(id, usual) }));
  const chosen = ticks.filter(({ ticked }) => ticked).map(({ id }) => id);
  const hint = judged === null ? words.judgeFirst : chosen.length === 0 ? words.chooseSheets : '';
  const { label } = strings.tasks.submit;
  return (
    <Section title={label} text={words.submit}>
      <p className={mergeClasses(page.small, judged === null && page.quiet)}>{judged === null ? words.judgeFirst : <>{words.judged} <span lang="ja">{judged}</span></>}</p>
      <Ticks ticks={ticks} onTick={(ids, ticked) => toggle(ids, ticked, isUsual)} />
      <div className={page.actions}>
        <WriteButton small disabled={hint !== ''} hint={hint} onClick={() => hint === '' && start({ kind: 'submit', sheets: chosen })}>{words.submitButton(chosen.length)}</WriteButton>
      </div>
    </Section>
  );
}
