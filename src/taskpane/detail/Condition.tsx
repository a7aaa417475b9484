import { Button, makeStyles, mergeClasses, tokens } from '../fluent';
import { stateWords } from '../../domain/figureState';
import type { ConditionCard } from '../../jobs/workbookLook';
import { Mark } from '../parts/Mark';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { MonthTable } from './MonthTable';
import { TrendChart } from './TrendChart';
import { detailWords } from './words';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', columnGap: '8px' },
  figures: { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', columnGap: '8px', margin: 0 },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  value: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  outlook: { display: 'flex', flexDirection: 'column', paddingLeft: '8px', borderLeft: `2px solid ${tokens.colorNeutralStroke1}` },
  quiet: { fontWeight: tokens.fontWeightRegular },
});

interface Props {
  readonly condition: ConditionCard;
  /** One of several: it bears its own name and mark. */
  readonly named: boolean;
}

/** A condition: its figures, the reason of its mark and its year. */
export function Condition({ condition, named }: Props) {
  const styles = useStyles();
  const page = usePage();
  const { strings, goTo } = usePane();
  const words = detailWords[strings.language];
  const { place, trend } = condition;
  const figure = (term: string, value: string, none: string, note: string) => (
    <div>
      <dt className={styles.term}>{term}</dt>
      <dd className={mergeClasses(styles.value, value === '' && styles.quiet)}>{value === '' ? none : value}</dd>
      {note !== '' && <dd className={mergeClasses(page.small, page.quiet)} lang="ja">{note}</dd>}
    </div>
  );
  return (
    <section className={page.column} aria-label={condition.label}>
      {named && (
        <div className={styles.head}>
          <Mark mark={condition.mark} />
          <h3 className={page.section}>{condition.label}</h3>
        </div>
      )}
      <dl className={styles.figures}>
        {figure(words.actual, condition.actual, words.unknown, condition.asOf === '' ? '' : `${words.asOf(condition.asOf)}${stateWords(condition.state)}`)}
        {figure(words.target, condition.target, words.noTarget, '')}
        {figure(words.previousYear, condition.previous, '－', condition.previous === '' || trend === null ? '' : words.yearEnd)}
      </dl>
      <p className={page.small} lang="ja">{condition.reason}</p>
      {condition.outlook !== '' && (
        <p className={mergeClasses(page.small, styles.outlook)}>
          <span className={page.quiet}>{words.outlook}</span>
          <span lang="ja">{condition.outlook}</span>
        </p>
      )}
      {place !== null && <div className={page.actions}><Button size="small" onClick={() => goTo(place)}>{words.goToRow}</Button></div>}
      {trend === null
        ? <p className={mergeClasses(page.small, page.quiet)}>{words.yearly}</p>
        : <><TrendChart trend={trend} target={condition.target} /><MonthTable condition={condition} trend={trend} /></>}
    </section>
  );
}
