import { useEffect, useRef, type ReactElement } from 'react';
import { asOfLabel } from '../../domain/fiscalYear';
import { stateWords } from '../../domain/figureState';
import { Button, makeStyles, tokens } from '../fluent';
import type { KpiCard, WorkbookLook } from '../../jobs/workbookLook';
import { passes, type KpiFilter } from '../home/filter';
import { BackIcon, NextIcon } from '../parts/icons';
import { Mark } from '../parts/Mark';
import { Message } from '../parts/Message';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { Condition } from './Condition';
import { detailWords } from './words';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', margin: '0 -8px' },
  head: { display: 'flex', columnGap: '8px' },
  rank: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface Props {
  readonly look: WorkbookLook;
  readonly asOf: number;
  readonly id: string;
  /** The list it was opened from: the neighbours are those of the list. */
  readonly filter: KpiFilter;
  readonly onBack: () => void;
  readonly onOpen: (id: string) => void;
  /** The rank is to be taken from a pasted list. */
  readonly onRank: () => void;
}

/** A KPI with all that stands behind its mark. */
export default function Detail({ look, asOf, id, filter, onBack, onOpen, onRank }: Props) {
  const styles = useStyles();
  const page = usePage();
  const { strings } = usePane();
  const words = detailWords[strings.language];
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [id]);

  const cards = look.kpis(asOf);
  const card = cards.find((each) => each.id === id);
  const listed = cards.filter((each) => each.id === id || passes(each, filter));
  const at = listed.findIndex((each) => each.id === id);
  const step = (to: KpiCard | undefined, label: string, icon: ReactElement) => (
    <Button appearance="subtle" size="small" icon={icon} aria-label={label} title={label} disabledFocusable={to === undefined} onClick={() => to !== undefined && onOpen(to.id)} />
  );
  return (
    <article className={page.column}>
      <div className={styles.bar}>
        <Button appearance="subtle" size="small" icon={<BackIcon />} onClick={onBack}>{words.back}</Button>
        <div>
          {step(at > 0 ? listed[at - 1] : undefined, words.previous, <BackIcon />)}
          {step(listed[at + 1], words.next, <NextIcon />)}
        </div>
      </div>
      <div className={styles.head}>
        {card !== undefined && <Mark mark={card.mark} />}
        <h1 ref={title} tabIndex={-1} className={page.large}>{card?.name ?? words.gone}</h1>
      </div>
      {card !== undefined && <Body card={card} month={strings.months[asOf] ?? ''} evaluated={strings.months[look.evaluation?.asOf ?? -1] ?? ''} onRank={onRank} />}
    </article>
  );
}

interface BodyProps {
  readonly card: KpiCard;
  /** The month chosen: figures, reasons and the marks of the conditions are of it. */
  readonly month: string;
  /** The month of the last evaluation, which gave the KPI its mark; "" for none. */
  readonly evaluated: string;
  readonly onRank: () => void;
}

function Body({ card, month, evaluated, onRank }: BodyProps) {
  const styles = useStyles();
  const page = usePage();
  const { strings, goTo } = usePane();
  const words = detailWords[strings.language];
  const { manual, rank, place } = card;
  const meaning = card.mark === null ? strings.home.unmarked : strings.marks[card.mark];
  const evaluatedMark = card.mark !== null && manual === null && evaluated !== '';
  const facts = [
    evaluatedMark ? words.evaluatedIn(meaning, evaluated) : meaning,
    evaluatedMark && card.current !== card.mark ? strings.home.inMonth(month, card.current) : '',
    words.item(card.item), [card.owner, ...card.others].filter((name) => name !== '').join('・'), ...card.tags,
  ].filter((fact) => fact !== '');
  return (
    <>
      <div className={styles.facts}>{facts.map((fact) => <span key={fact}>{fact}</span>)}</div>
      {manual !== null && (
        <Message intent="info" title={words.manual(manual.mark)} lines={[`${manual.reason === '' ? words.noReason : manual.reason} ${words.automatic(month, card.current)}`]} />
      )}
      {card.stale && <Message intent="warning" lines={[strings.home.stale]} />}
      <div className={styles.rank}>
        <p className={page.small}>
          {words.rank} <strong>{rank === null ? words.unknown : words.rankOf(rank.rank)}</strong> {rank !== null && rank.asOf !== '' && <span className={page.quiet}>{words.asOf(asOfLabel(rank.asOf))}{stateWords(rank.state)}</span>}
        </p>
        <Button size="small" onClick={onRank}>{words.pasteRank}</Button>
      </div>
      <h2 className={page.section}>{words.judgedIn(month)}</h2>
      {card.conditions.map((condition) => <Condition key={condition.id} condition={condition} named={card.conditions.length > 1} />)}
      {place !== null && <div className={page.actions}><Button size="small" onClick={() => goTo(place)}>{words.goToKpi}</Button></div>}
    </>
  );
}
