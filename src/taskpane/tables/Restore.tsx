import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { RestoreLine } from '../../jobs/workbookLook';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { restoreWords } from './restoreWords';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'flex', alignItems: 'center', columnGap: '8px', padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** 直前の状態に戻す: what was written, the latest first, each to be taken back; and the way to forget it all. */
export function Restore({ lines }: { readonly lines: readonly RestoreLine[] }) {
  const page = usePage();
  const styles = useStyles();
  const { strings, start } = usePane();
  const words = restoreWords[strings.language];
  return (
    <section aria-label={strings.tasks.restore.label} className={page.column}>
      <h2 className={page.section}>{strings.tasks.restore.label}</h2>
      <p className={mergeClasses(page.small, page.quiet)}>{lines.length === 0 ? words.none : words.what}</p>
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line.id} className={styles.line}>
              <span className={styles.what}>
                <span lang="ja">{line.job}</span>{line.state === 'writing' && <strong>{words.broken}</strong>}
                <br />
                <span className={styles.quiet}>{line.at}　{words.size(line)}</span>
              </span>
              {line.pieces > 0 ? <WriteButton small label={words.takeBackOf(line.job, line.at)} onClick={() => start({ kind: 'restore', id: line.id })}>{words.takeBack}</WriteButton> : <span className={styles.quiet}>{words.tooLarge}</span>}
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && <div className={page.actions}><WriteButton small onClick={() => start({ kind: 'forget' })}>{strings.tasks.forget.label}…</WriteButton></div>}
    </section>
  );
}
