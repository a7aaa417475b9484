import { useId } from 'react';
import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { RankMark, RankStanding } from '../../jobs/workbookLook';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { Strip } from './Strip';
import { rankWords } from './words';

const useStyles = makeStyles({
  figures: { display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', columnGap: '8px', margin: 0 },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  value: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  own: { color: tokens.colorBrandForeground1 },
  note: { margin: 0 },
});

interface Props {
  readonly standing: RankStanding;
}

/** The rank in words, and where it lies among all. */
export function Standing({ standing }: Props) {
  const styles = useStyles();
  const page = usePage();
  const { strings } = usePane();
  const words = rankWords[strings.language];
  const id = useId();
  const figure = (term: string, shown: string, note: string, own = false) => (
    <div>
      <dt className={styles.term}>{term}</dt>
      <dd className={mergeClasses(styles.value, own && styles.own)} lang="ja">{shown}</dd>
      {note !== '' && <dd className={mergeClasses(page.small, page.quiet, styles.note)} lang="ja">{note}</dd>}
    </div>
  );
  const marked = (term: string, { shown, branches }: RankMark) => figure(term, shown, words.branches(branches));
  return (
    <section aria-labelledby={id} className={page.column}>
      <h2 id={id} className={page.large} lang="ja">{standing.words}</h2>
      <Strip standing={standing} />
      <dl className={styles.figures}>
        {marked(words.worst, standing.worst)}
        {figure(standing.own.branches[0] ?? '', standing.own.shown, '', true)}
        {figure(words.median, standing.median, '')}
        {marked(words.best, standing.best)}
      </dl>
      <p className={mergeClasses(page.small, page.quiet)}>{words.around(standing)}</p>
    </section>
  );
}
