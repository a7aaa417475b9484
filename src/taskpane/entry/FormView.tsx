import { useEffect, useRef, useState } from 'react';
import { mergeClasses } from '../fluent';
import type { EntryForm, EntryTable, WorkbookLook } from '../../jobs/workbookLook';
import { usePage } from '../parts/page';
import { ReadView } from '../parts/ReadView';
import { usePane } from '../state/usePane';
import type { TaskState } from '../state/useTask';
import { enteredOf, fieldsOf, writable, type Judged } from './draft';
import { FieldLine } from './FieldLine';
import { pasteColumn } from './paste';
import { Review } from './Review';
import { useDrafts, type DraftBook } from './useDrafts';
import { useForm } from './useForm';
import { entryWords } from './words';
import { WriteBar } from './WriteBar';

/** A field the person is to be taken to; a new object takes them there again. */
export interface Target {
  readonly rowId: string;
}

interface Props {
  readonly look: WorkbookLook;
  readonly group: string;
  readonly month: number;
  readonly task: TaskState;
  readonly target: Target | null;
  readonly onUnsaved: (count: number) => void;
}

/** The figures of a group's month. What is typed lives here until it is written or given up. */
export function FormView({ look, group, month, task, target, onUnsaved }: Props) {
  const book = useDrafts();
  const { read, judged, unsaved, onWrite } = useForm(look, group, month, book, task);
  useEffect(() => onUnsaved(unsaved), [unsaved, onUnsaved]);
  useEffect(() => () => onUnsaved(0), [onUnsaved]);
  return <ReadView read={read}>{(value) => judged !== null && <Fields form={value} judged={judged} book={book} target={target} onWrite={onWrite} />}</ReadView>;
}

interface FieldsProps {
  readonly form: EntryForm;
  readonly judged: Judged;
  readonly book: DraftBook;
  readonly target: Target | null;
  readonly onWrite: () => void;
}

function Fields({ form, judged, book, target, onWrite }: FieldsProps) {
  const page = usePage();
  const { strings, start } = usePane();
  const words = entryWords[strings.language];
  const [reviewing, setReviewing] = useState(false);
  const [news, setNews] = useState('');
  const inputs = useRef(new Map<string, HTMLInputElement>());
  const fields = fieldsOf(form);
  const open = fields.filter(writable);
  const { changed, refused, corrections } = judged;

  const goTo = (rowId: string | undefined): void => {
    const input = inputs.current.get(rowId ?? '');
    input?.focus();
    input?.select();
    input?.scrollIntoView({ block: 'nearest' });
  };
  useEffect(() => {
    if (target !== null) goTo(target.rowId);
  }, [target]);
  const move = (rowId: string, by: 1 | -1): void => goTo(open[open.findIndex((field) => field.rowId === rowId) + by]?.rowId);
  const paste = (table: EntryTable, rowId: string, text: string): void => {
    const pasted = pasteColumn(table, rowId, text);
    book.paste(pasted.texts);
    setNews(words.pasted(pasted));
  };
  const write = (): void => {
    setReviewing(false);
    setNews('');
    onWrite();
    start({ kind: 'enter', group: form.group, month: form.month, figures: enteredOf(changed) });
  };
  const tryToWrite = (): void => {
    const [first] = refused;
    if (first !== undefined) {
      refused.forEach(({ field }) => book.leaveRow(field.rowId));
      setNews('');
      goTo(first.field.rowId);
    } else if (corrections.length > 0 || changed.some(({ field }) => book.pasted.has(field.rowId))) setReviewing(true);
    else write();
  };
  if (fields.length === 0) return <p className={page.text}>{words.none}</p>;
  return (
    <>
      {reviewing && <Review judged={judged} onWrite={write} onBack={() => setReviewing(false)} />}
      <div hidden={reviewing}>
        <div className={page.column}>
          {form.previousYearLabel !== '' && <p className={mergeClasses(page.small, page.quiet)}>{words.previousYearIs(form.previousYearLabel)}</p>}
          {form.tables.map((table) => (
            <section key={table.id} aria-label={table.name}>
              <h2 className={mergeClasses(page.section, page.ofTable)}>{table.name}</h2>
              {table.fields.map((field) => (
                <FieldLine
                  key={field.rowId} field={field} form={form} draft={book.drafts.get(field.rowId) ?? null} left={book.left.has(field.rowId)}
                  inputRef={(input) => {
                    if (input === null) inputs.current.delete(field.rowId);
                    else inputs.current.set(field.rowId, input);
                  }}
                  onType={(text) => {
                    book.type(field.rowId, text);
                    setNews('');
                  }}
                  onLeave={() => book.leaveRow(field.rowId)} onMove={(by) => move(field.rowId, by)} onPasteColumn={(text) => paste(table, field.rowId, text)}
                />
              ))}
            </section>
          ))}
          <WriteBar changed={changed.length} refused={refused.length} news={news} onWrite={tryToWrite} onDiscard={book.clear} />
        </div>
      </div>
    </>
  );
}
