import { useCallback, useEffect, useRef } from 'react';
import { Button, makeStyles, mergeClasses } from '../fluent';
import type { RankView, WorkbookLook } from '../../jobs/workbookLook';
import { FORCED } from '../adopt/styles';
import { TextField } from '../adopt/TextField';
import { BackIcon } from '../parts/icons';
import { Obstacles } from '../parts/Obstacles';
import { usePage } from '../parts/page';
import { ReadView } from '../parts/ReadView';
import { useKept } from '../state/Keeper';
import { usePane } from '../state/usePane';
import { useRead } from '../state/useRead';
import { NO_RANK_WORK, type RankWork } from './rankWork';
import { Reading } from './Reading';
import { rankWords } from './words';

const useStyles = makeStyles({ bar: { margin: '0 -8px', [FORCED]: { margin: 0 } } });

interface Props {
  readonly look: WorkbookLook;
  /** The month judged. */
  readonly asOf: number;
  /** Of the KPI. */
  readonly id: string;
  readonly onBack: () => void;
}

/** 全国順位 of a KPI from the branches' figures: they are pasted, looked over, and the rank is written. */
export default function Rank({ look, asOf, id, onBack }: Props) {
  const styles = useStyles();
  const page = usePage();
  const { strings } = usePane();
  const words = rankWords[strings.language];
  const { kept: { ranks }, keep } = useKept();
  const work = ranks?.get(id) ?? NO_RANK_WORK;
  const change = (part: Partial<RankWork>): void => keep({ ranks: new Map([...(ranks ?? []), [id, { ...work, ...part }]]) });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [id]);
  const card = look.kpis(asOf).find((each) => each.id === id);
  return (
    <article className={page.column}>
      <div className={styles.bar}><Button appearance="subtle" size="small" icon={<BackIcon />} onClick={onBack}>{words.back}</Button></div>
      <h1 ref={title} tabIndex={-1} className={page.title}>{words.title}: <span lang="ja">{card?.name ?? id}</span></h1>
      <Obstacles />
      {work.pasted.text === '' && <p className={mergeClasses(page.small, page.quiet)}>{words.what}</p>}
      {/* Another list has other columns, and other branches may be missing. */}
      <TextField label={words.field} short={work.pasted.text !== ''} pasted={work.pasted} onChange={(pasted) => change({ pasted, column: null, partial: false })} />
      <Read look={look} asOf={asOf} id={id} work={work} onChange={change} />
    </article>
  );
}

interface ReadProps extends Pick<Props, 'look' | 'asOf' | 'id'> {
  readonly work: RankWork;
  readonly onChange: (part: Partial<RankWork>) => void;
}

function Read({ look, asOf: judged, id: kpi, work, onChange }: ReadProps) {
  const { strings } = usePane();
  const { pasted: { text }, condition, column, asOf } = work;
  const read = useRead<RankView>(useCallback(() => look.rank({ kpi, condition, text, column, asOf }, judged), [look, judged, kpi, condition, text, column, asOf]));
  return <ReadView read={read} text={rankWords[strings.language].reading}>{(view) => <Reading look={look} kpi={kpi} view={view} work={work} onChange={onChange} />}</ReadView>;
}
