import { makeStyles, mergeClasses } from '../fluent';
import { FIGURE_STATES } from '../../domain/figureState';
import type { CalendarMonth } from '../../domain/fiscalYear';
import type { RankView, WorkbookLook } from '../../jobs/workbookLook';
import { Sentences } from '../adopt/Sentences';
import { useAdoptStyles } from '../adopt/styles';
import { Choice } from '../parts/Choice';
import { Message } from '../parts/Message';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import type { RankWork } from './rankWork';
import { Standing } from './Standing';
import { rankWords } from './words';

const useStyles = makeStyles({ choices: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px' }, box: { display: 'flex', alignItems: 'flex-start', columnGap: '8px' } });

/** A rank comes until a year after the fiscal year's end. */
const MONTHS = 24;

const keyOf = ({ year, month }: CalendarMonth): string => `${year}-${month}`;

/** From the April of a fiscal year on; another month that was read or chosen stands among them too. */
function monthsFrom(fiscalYear: number, other: CalendarMonth): CalendarMonth[] {
  const months = Array.from({ length: MONTHS }, (_, index): CalendarMonth => ({ year: fiscalYear + Math.floor((index + 3) / 12), month: ((index + 3) % 12) + 1 }));
  return months.some((one) => keyOf(one) === keyOf(other)) ? months : [other, ...months];
}

interface Props {
  readonly look: WorkbookLook;
  readonly kpi: string;
  readonly view: RankView;
  readonly work: RankWork;
  readonly onChange: (part: Partial<RankWork>) => void;
}

/** What the list says, what a person has to decide, and the button that leads to writing. */
export function Reading({ look, kpi, view, work, onChange }: Props) {
  const styles = useStyles();
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings, start } = usePane();
  const words = rankWords[strings.language];
  const { standing, refusal, incomplete, columns, column, conditions, condition, problems, notes, current } = view;
  const { pasted: { text }, state, partial } = work;
  const asOf = work.asOf ?? view.asOf;
  const months = monthsFrom(look.fiscalYear ?? asOf.year, asOf);
  const blank = text.trim() === '';
  const open = standing === null || (incomplete !== null && !partial);
  const write = (): void => start({ kind: 'rank', kpi, condition, text, column, asOf, state, partial });
  return (
    <>
      {conditions.length > 1 && (
        <Choice label={words.condition} value={condition ?? ''} options={conditions.map(({ id, label }) => ({ value: id, label }))} onChange={(value) => onChange({ condition: value, column: null })} />
      )}
      {columns.length > 1 && (
        <Choice
          label={words.column} value={column === null ? '' : String(column)}
          options={[...(column === null ? [{ value: '', label: words.choose }] : []), ...columns.map(({ index, heading }) => ({ value: String(index), label: words.columnOf(index, heading) }))]}
          onChange={(value) => onChange({ column: value === '' ? null : Number(value) })}
        />
      )}
      <div role="status" className={page.column}>
        {refusal !== null && (!blank || conditions.length === 0) && <Message intent="info" lines={[refusal]} lang="ja" />}
        {standing !== null && <Standing standing={standing} />}
      </div>
      <Sentences title={words.problems(problems.length)} lines={problems} startOpen />
      {standing !== null && incomplete !== null && (
        <>
          <Message intent="warning" lines={[incomplete]} lang="ja" />
          <label className={mergeClasses(page.small, styles.box)}>
            <input type="checkbox" className={adopt.box} checked={partial} onChange={({ target }) => onChange({ partial: target.checked })} />
            <span className={adopt.label}>{words.writeAll}</span>
          </label>
        </>
      )}
      <Sentences title={words.notes(notes.length)} lines={notes} />
      {standing !== null && (
        <div className={styles.choices}>
          <Choice label={words.asOf} value={keyOf(asOf)} options={months.map((one) => ({ value: keyOf(one), label: words.month(one) }))} onChange={(value) => onChange({ asOf: months.find((one) => keyOf(one) === value) ?? null })} />
          <Choice
            label={words.state} value={state ?? ''} options={[{ value: '', label: words.keep }, ...FIGURE_STATES.map((one) => ({ value: one, label: one }))]}
            onChange={(value) => onChange({ state: FIGURE_STATES.find((one) => one === value) ?? null })}
          />
        </div>
      )}
      {conditions.length > 0 && (
        <div className={page.foot}>
          <span className={mergeClasses(page.small, page.quiet)}>{words.current(current?.rank ?? null, current?.asOf ?? '')}</span>
          <WriteButton primary disabled={open} hint={standing === null ? words.notYet : open ? words.incomplete : ''} onClick={write}>{strings.tasks.rank.label}</WriteButton>
        </div>
      )}
    </>
  );
}
