import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { ConditionCard, Trend } from '../../jobs/workbookLook';
import { usePane } from '../state/usePane';
import { differenceOf, differenceUnit } from './difference';
import { detailWords } from './words';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: 'tabular-nums' },
  head: { padding: '4px', textAlign: 'right', verticalAlign: 'bottom', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  cell: { padding: '4px', textAlign: 'right', whiteSpace: 'nowrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  month: { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  previous: { color: tokens.colorNeutralForeground2 },
  notMet: { color: tokens.colorPaletteRedForeground1 },
});

interface Props {
  readonly condition: ConditionCard;
  readonly trend: Trend;
}

/** The figures of the year beside those of the year before, and how far each is from the target. */
export function MonthTable({ condition, trend }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const words = detailWords[strings.language];
  const { target } = trend;
  const unit = differenceUnit(condition.format);
  return (
    <table className={styles.table} aria-label={`${condition.label} ${words.months}`}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.month)}>{words.month}</th>
          <th scope="col" className={styles.head}>{words.thisYear}</th>
          <th scope="col" className={styles.head}>{words.previousYear}</th>
          {target !== null && <th scope="col" className={styles.head}>{words.difference(unit)}</th>}
        </tr>
      </thead>
      <tbody>
        {strings.months.map((name, month) => {
          const figure = trend.months[month] ?? null;
          const difference = figure === null || target === null ? null : differenceOf(figure, target, condition);
          return (
            <tr key={name}>
              <th scope="row" className={mergeClasses(styles.cell, styles.month)}>{name}</th>
              <td className={styles.cell}>{trend.shown[month]}</td>
              <td className={mergeClasses(styles.cell, styles.previous)}>{trend.shownPrevious[month]}</td>
              {target !== null && (
                <td className={mergeClasses(styles.cell, difference?.met === false && styles.notMet)}>
                  {difference !== null && `${difference.text} ${difference.met ? words.met : words.notMet}`}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
