import { useCallback } from 'react';
import { lastEndedMonth } from '../../domain/due';
import { fiscalYearLabel } from '../../domain/fiscalYear';
import type { WorkbookLook } from '../../jobs/workbookLook';
import { mergeClasses } from '../fluent';
import { Message } from '../parts/Message';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { useRead } from '../state/useRead';
import { rolloverWords } from './rolloverWords';
import { Section } from './Section';

const MARCH = 11;

interface Props {
  readonly look: WorkbookLook;
}

/** 年度更新: what is not finished of the year, and the step into the next. What it would do is shown before it is done. */
export function Rollover({ look }: Props) {
  const page = usePage();
  const { strings, start } = usePane();
  const words = rolloverWords[strings.language];
  const { rollover } = strings.tasks;
  const year = look.fiscalYear;
  const { state } = useRead(useCallback(() => look.missing(MARCH), [look]));
  if (year === null || look.condition === 'damaged' || look.condition === 'empty') {
    return <Section title={rollover.label} text={rollover.hint}><p className={page.text}>{words.noYear}</p></Section>;
  }
  const missing = state.kind === 'read' ? state.value.map(({ group, rows }) => ({ group, rows: rows.length })) : [];
  const unfinished = [
    ...(lastEndedMonth(new Date(), year) < MARCH ? [words.early(fiscalYearLabel(year))] : []),
    ...(missing.length > 0 ? [words.missing(missing)] : []),
  ];
  const open = look.kpis(look.suggestedMonth).filter((card) => card.conditions.some((one) => one.target === '')).length;
  return (
    <Section title={rollover.label} text={rollover.hint}>
      <p className={mergeClasses(page.small, page.quiet)}>{words.copy}</p>
      <div role="status">{unfinished.length > 0 && <Message intent="warning" lines={unfinished} />}</div>
      <div className={page.actions}><WriteButton small onClick={() => start({ kind: 'rollover', to: year + 1 })}>{words.to(fiscalYearLabel(year + 1))}</WriteButton></div>
      {open > 0 && (
        <>
          <p className={mergeClasses(page.small, page.quiet)}>{words.open(open, fiscalYearLabel(year - 1))}</p>
          <div className={page.actions}><WriteButton small onClick={() => start({ kind: 'rollover', to: year })}>{words.fill}</WriteButton></div>
        </>
      )}
    </Section>
  );
}
