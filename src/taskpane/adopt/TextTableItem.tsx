import { useId, useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { TextTablePreview } from '../../jobs/textPreview';
import { usePane } from '../state/usePane';
import { importWords } from './importWords';
import { Opening } from './Opening';
import { useAdoptStyles } from './styles';
import { STEP, useSteps } from './useSteps';

const useStyles = makeStyles({ name: { fontWeight: tokens.fontWeightSemibold } });

interface Props {
  readonly table: TextTablePreview;
  /** null: there is nothing to choose. */
  readonly ticked: boolean | null;
  readonly onTick: (ticked: boolean) => void;
}

/** A table of the text, and what becomes of its figures; it opens into its rows. */
export function TextTableItem({ table: { name, own, notes, rows, counts }, ticked, onTick }: Props) {
  const styles = useStyles();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = importWords[strings.language];
  const [open, setOpen] = useState(false);
  const id = useId();
  const { shown, more } = useSteps(rows, STEP);
  const indented = ticked === null ? undefined : adopt.indented;
  return (
    <li className={adopt.item}>
      <div className={adopt.head}>
        {ticked !== null && <input type="checkbox" className={adopt.box} checked={ticked} aria-label={words.take(name)} onChange={(event) => onTick(event.target.checked)} />}
        <span className={mergeClasses(adopt.grow, styles.name)} lang="ja"><Opening open={open} onOpen={setOpen} controls={id}>{name}</Opening></span>
      </div>
      <span className={mergeClasses(adopt.facts, indented)}>{words.counts(counts)}</span>
      {own && <span className={mergeClasses(adopt.facts, indented)}>{words.own}</span>}
      {open && (
        <ul id={id} className={mergeClasses(adopt.list, adopt.inner, indented)}>
          {shown.map((row) => (
            <li key={`${row.line} ${row.label} ${row.year}`}>
              <span lang="ja">{words.rowOf(row.line, row.label, row.year)}</span>
              <span className={mergeClasses(adopt.facts)}>{words.counts(row.counts)}</span>
              {row.notes.length > 0 && <span lang="ja" className={adopt.facts}>{row.notes.join('')}</span>}
            </li>
          ))}
          {more !== null && <li>{more}</li>}
          {notes.map((note) => <li key={note} lang="ja" className={adopt.facts}>{note}</li>)}
        </ul>
      )}
    </li>
  );
}
