import { useId } from 'react';
import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { DraftPreview, FigurePreview, ProgressPreview } from '../../jobs/workbookLook';
import { CellLink } from '../adopt/CellLink';
import { Opening } from '../adopt/Opening';
import { Sentences } from '../adopt/Sentences';
import { useAdoptStyles } from '../adopt/styles';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { useKept } from '../state/Keeper';
import { usePane } from '../state/usePane';
import { draftTick, figureTick, NO_WORK } from './recordWork';
import { recordWords } from './recordWords';

const useStyles = makeStyles({
  // Line breaks are the draft's own.
  text: { margin: 0, whiteSpace: 'pre-line', padding: '2px 0 2px 8px', borderLeft: `2px solid ${tokens.colorNeutralStroke1}` },
  old: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly preview: ProgressPreview;
}

/** What the records would write, to be ticked, and the button that leads to writing it. */
export function RecordChoices({ preview: { drafts, figures, told } }: Props) {
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings, start } = usePane();
  const words = recordWords[strings.language];
  const { kept: { progress: work = NO_WORK }, keep } = useKept();
  const id = useId();
  const isTaken = (tick: string, kind: 'usual' | 'asked' | 'same'): boolean => work.ticked.get(tick) ?? kind === 'usual';
  const tick = (key: string, on: boolean): void => keep({ progress: { ...work, ticked: new Map([...work.ticked, [key, on]]) } });
  const open = drafts.filter((draft) => draft.kind !== 'same');
  const rows = open.filter((draft) => isTaken(draftTick(draft), draft.kind)).map((draft) => draft.rowId);
  const numbers = figures.filter((figure) => isTaken(figureTick(figure), figure.kind)).map((figure) => figure.id);
  const none = rows.length + numbers.length === 0;
  const same = drafts.length - open.length;
  return (
    <>
      {open.length + figures.length === 0
        ? <p className={page.small}>{words.nothing}</p>
        : <div className={page.small}><Opening open={work.open} onOpen={(now) => keep({ progress: { ...work, open: now } })} controls={id}>{words.open(open.length, figures.length)}</Opening></div>}
      {work.open && open.length + figures.length > 0 && (
        <div id={id} className={page.column}>
          {open.length > 0 && (
            <>
              <h3 className={adopt.heading}>{words.drafts}</h3>
              <ul className={adopt.list} aria-label={words.drafts}>
                {open.map((draft) => <DraftItem key={draft.rowId} draft={draft} ticked={isTaken(draftTick(draft), draft.kind)} onTick={(on) => tick(draftTick(draft), on)} />)}
              </ul>
            </>
          )}
          {figures.length > 0 && (
            <>
              <h3 className={adopt.heading}>{words.figures}</h3>
              <ul className={adopt.list} aria-label={words.figures}>
                {figures.map((figure) => <FigureItem key={figure.id} figure={figure} ticked={isTaken(figureTick(figure), figure.kind)} onTick={(on) => tick(figureTick(figure), on)} />)}
              </ul>
            </>
          )}
          <div className={page.actions}>
            <WriteButton small primary disabled={none} hint={none ? words.chooseFirst : ''} onClick={() => start({ kind: 'progress', choice: { rows, figures: numbers } })}>{words.write}</WriteButton>
            <span className={mergeClasses(page.small, page.quiet)}>{words.chosen(rows.length, numbers.length)}</span>
          </div>
        </div>
      )}
      {same > 0 && <p className={mergeClasses(page.small, page.quiet)}>{words.same(same)}</p>}
      <Sentences title={words.told(told.length)} lines={told} />
    </>
  );
}

interface DraftProps {
  readonly draft: DraftPreview;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

function DraftItem({ draft: { name, place, kind, before, after }, ticked, onTick }: DraftProps) {
  const styles = useStyles();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = recordWords[strings.language];
  const isEmpty = before.trim() === '';
  return (
    <li className={adopt.item}>
      <label className={mergeClasses(adopt.head, adopt.small)}>
        <input type="checkbox" className={adopt.box} checked={ticked} onChange={(event) => onTick(event.target.checked)} />
        <span lang="ja">{name}</span>
      </label>
      <div className={mergeClasses(adopt.facts, adopt.indented)}>
        <span>{kind === 'asked' ? words.asked : isEmpty ? words.usual : words.renewed}</span>
        <CellLink place={place} />
      </div>
      <div className={mergeClasses(adopt.indented, adopt.below, adopt.small)}>
        {!isEmpty && <p className={mergeClasses(styles.text, styles.old)}>{words.now}: <span lang="ja">{before}</span></p>}
        <p className={styles.text}>{!isEmpty && `${words.then}: `}<span lang="ja">{after}</span></p>
      </div>
    </li>
  );
}

interface FigureProps {
  readonly figure: FigurePreview;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

function FigureItem({ figure: { name, place, before, after }, ticked, onTick }: FigureProps) {
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = recordWords[strings.language];
  return (
    <li className={adopt.item}>
      <label className={mergeClasses(adopt.head, adopt.small)}>
        <input type="checkbox" className={adopt.box} checked={ticked} onChange={(event) => onTick(event.target.checked)} />
        <span lang="ja">{name}</span>
      </label>
      <div className={mergeClasses(adopt.facts, adopt.indented)}>
        <span>{before === '' ? words.empty : before} → <strong>{after}</strong></span>
        {place !== null && <CellLink place={place} />}
      </div>
    </li>
  );
}
