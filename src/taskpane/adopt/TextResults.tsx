import { useId, useState } from 'react';
import { mergeClasses } from '../fluent';
import type { TextPreview, TextTablePreview } from '../../jobs/textPreview';
import { Message } from '../parts/Message';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { useKept } from '../state/Keeper';
import { usePane } from '../state/usePane';
import { Corrections } from './Corrections';
import { withMember } from './decisions';
import { importWords } from './importWords';
import { Opening } from './Opening';
import { Sentences } from './Sentences';
import { useAdoptStyles } from './styles';
import { TextTableItem } from './TextTableItem';
import { NO_WORK, tickOf } from './textWork';

const written = ({ counts }: TextTablePreview): number => counts.new + counts.fill;
const hasWork = (table: TextTablePreview): boolean => written(table) + table.counts.differs > 0;
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

interface Props {
  readonly text: string;
  readonly preview: TextPreview;
}

/** What a text says and what would become of it, with the button that leads to writing it. */
export function TextResults({ text, preview }: Props) {
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings, start } = usePane();
  const words = importWords[strings.language];
  const { kept: { import: work = NO_WORK }, keep } = useKept();
  const { ticked, corrected } = work;
  // A table that no definition is for is taken over only where it is asked for.
  const isTaken = ({ id, own }: TextTablePreview): boolean => ticked.get(id) ?? !own;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { tables } = preview;
  const working = tables.filter(hasWork);
  const idle = tables.filter((table) => !hasWork(table));
  const taken = working.filter(isTaken);
  const corrections = taken.flatMap((table) => table.corrections);
  const correct = corrections.flatMap((one) => (corrected.has(tickOf(one)) ? [one.id] : []));
  const writes = sum(taken.map(written)) + correct.length;
  const figures = sum(tables.flatMap((table) => Object.values(table.counts)));
  const cut = preview.cut.length > 0 && <Message intent="warning" lines={preview.cut} lang="ja" />;
  if (tables.length === 0) {
    return (
      <>
        {cut}
        <div role="status"><Message intent="info" lines={preview.notes} lang="ja" /></div>
        <Sentences title={words.strangers(preview.strangers.length)} lines={preview.strangers} startOpen />
        <Sentences title={words.unread(preview.unread.length)} lines={preview.unread} startOpen />
      </>
    );
  }
  const kept = taken.flatMap((table) => table.kept);
  return (
    <>
      {cut}
      <p role="status" className={page.text}>{words.found(tables.length, figures, sum(working.map(written)))}</p>
      <Sentences title={words.oddities(preview.oddities.length)} lines={preview.oddities} startOpen />
      <Sentences title={words.unread(preview.unread.length)} lines={preview.unread} startOpen />
      {working.length > 0 && (
        <section>
          <h2 className={mergeClasses(page.section, page.ofTable)}>{words.tables}</h2>
          <ul className={adopt.list} aria-label={words.tables}>
            {working.map((table) => <TextTableItem key={table.id} table={table} ticked={isTaken(table)} onTick={(on) => keep({ import: { ...work, ticked: new Map([...ticked, [table.id, on]]) } })} />)}
          </ul>
        </section>
      )}
      {corrections.length > 0 && <Corrections corrections={corrections} ticked={corrected} onTick={(ticks, on) => keep({ import: { ...work, corrected: withMember(corrected, ticks, on) } })} />}
      {idle.length > 0 && (
        <section className={page.small}>
          <Opening open={open} onOpen={setOpen} controls={id}>{words.unchanged(idle.length)}</Opening>
          {open && <ul id={id} className={mergeClasses(adopt.list, adopt.below)}>{idle.map((table) => <TextTableItem key={table.id} table={table} ticked={null} onTick={() => undefined} />)}</ul>}
        </section>
      )}
      <Sentences title={words.mismatches(preview.mismatches.length)} lines={preview.mismatches} />
      <Sentences title={words.kept(kept.length)} lines={kept} />
      <Sentences title={words.strangers(preview.strangers.length)} lines={preview.strangers} />
      <Sentences title={words.notes(preview.notes.length)} lines={preview.notes} />
      {working.length > 0 && (
        <div className={page.foot}>
          <span className={mergeClasses(page.small, page.quiet)}>{words.chosen(writes)}</span>
          <WriteButton primary disabled={writes === 0} hint={writes === 0 ? words.nothing : ''} onClick={() => start({ kind: 'import', text, tables: taken.map((table) => table.id), correct })}>{words.write}</WriteButton>
        </div>
      )}
    </>
  );
}
