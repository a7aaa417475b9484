import { useId, useState } from 'react';
import { Button, mergeClasses } from '../fluent';
import type { CheckView } from '../../jobs/workbookLook';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { useKept } from '../state/Keeper';
import { usePane } from '../state/usePane';
import { checkWords } from './checkWords';
import { Grouped } from './Grouped';
import { OddFigure } from './OddFigure';
import { Quiet } from './Quiet';
import { reasonsNow } from './typedReasons';

interface Props {
  readonly checks: CheckView;
}

/** What 点検 finds odd in figures and formulas; those ticked are put right together. */
export function Odd({ checks: { open, quiet, tables, rows } }: Props) {
  const page = usePage();
  const id = useId();
  const { strings, start } = usePane();
  const words = checkWords[strings.language];
  const { kept, keep } = useKept();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const fixable = open.flatMap((finding) => (finding.fix === null ? [] : [finding.id]));
  // Whether a formula of a person's own gives way is decided one by one.
  const plain = open.flatMap(({ id: one, fix, kind }) => (fix === null || kind === 'otherFormula' ? [] : [one]));
  // What was put right meanwhile is no longer there to be ticked.
  const chosen = fixable.filter((one) => ticked.has(one));
  const allChosen = plain.every((one) => ticked.has(one));
  const reasons = reasonsNow(kept.reasons ?? NONE, open);
  const write = (finding: string, reason: string | undefined): void => {
    const next = new Map([...reasons].filter(([one]) => one !== finding));
    if (reason !== undefined) next.set(finding, reason);
    keep({ reasons: next });
  };
  const tick = (finding: string, on: boolean): void => setTicked(new Set(on ? [...ticked, finding] : [...ticked].filter((one) => one !== finding)));
  return (
    <section aria-labelledby={id} className={page.column}>
      <h2 id={id} className={page.section}>{words.title}{open.length > 0 && <> <span className={page.small}>{words.count(open.length)}</span></>}</h2>
      {open.length === 0 && <p className={page.text}>{words.none}</p>}
      {open.length === 0 && <p className={mergeClasses(page.small, page.quiet)}>{words.looked(tables, rows)}</p>}
      <Grouped items={open}>
        {(finding) => <OddFigure key={finding.id} finding={finding} ticked={ticked.has(finding.id)} onTick={(on) => tick(finding.id, on)} reason={reasons.get(finding.id)} onReason={(reason) => write(finding.id, reason)} />}
      </Grouped>
      <Quiet findings={quiet} />
      {fixable.length > 0 && (
        <div className={page.foot}>
          <WriteButton primary disabled={chosen.length === 0} hint={chosen.length === 0 ? words.fixNote : ''} onClick={() => start({ kind: 'fix', ids: chosen })}>{words.fix(chosen.length)}</WriteButton>
          {plain.length > 1 && (
            <Button size="small" appearance="subtle" onClick={() => setTicked(new Set(allChosen ? [] : [...chosen, ...plain]))}>{allChosen ? words.noneTicked : words.all(plain.length < fixable.length)}</Button>
          )}
        </div>
      )}
    </section>
  );
}

const NONE: ReadonlyMap<string, string> = new Map();
