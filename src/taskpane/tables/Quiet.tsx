import { useId, useState } from 'react';
import { makeStyles, mergeClasses } from '../fluent';
import type { QuietFinding } from '../../jobs/workbookLook';
import { Opening } from '../adopt/Opening';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { checkWords } from './checkWords';
import { Grouped } from './Grouped';
import { useLines } from './lines';
import { PlaceLink } from './PlaceLink';

const useStyles = makeStyles({ inner: { marginLeft: '16px' } });

interface Props {
  readonly findings: readonly QuietFinding[];
}

/** What was accepted, folded away, with its reasons; each can be taken back. */
export function Quiet({ findings }: Props) {
  const styles = useStyles();
  const lines = useLines();
  const page = usePage();
  const { strings, start } = usePane();
  const words = checkWords[strings.language];
  const [open, setOpen] = useState(false);
  const id = useId();
  if (findings.length === 0) return null;
  return (
    <div className={mergeClasses(page.column, page.small)}>
      <div><Opening open={open} onOpen={setOpen} controls={id}>{words.quiet(findings.length)}</Opening></div>
      {open && (
        <div id={id} className={mergeClasses(page.column, styles.inner)}>
          <p className={mergeClasses(page.small, page.quiet)}>{words.quietNote}</p>
          <Grouped items={findings}>
            {({ id: finding, cell, place, text, reason, at }) => (
              <li key={finding} className={lines.line}>
                <PlaceLink cell={cell} place={place} />
                <span lang="ja">{text}</span>
                <span lang="ja">{reason} <span className={page.quiet}>（{at}）</span></span>
                <div className={page.actions}><WriteButton small onClick={() => start({ kind: 'unaccept', ids: [finding] })}>{words.takeBack}</WriteButton></div>
              </li>
            )}
          </Grouped>
        </div>
      )}
    </div>
  );
}
