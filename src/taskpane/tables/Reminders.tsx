import { useId } from 'react';
import { mergeClasses } from '../fluent';
import type { Reminder } from '../../jobs/workbookLook';
import { areaA1 } from '../../plan/a1';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { checkWords } from './checkWords';
import { Grouped } from './Grouped';
import { useLines } from './lines';
import { PlaceLink } from './PlaceLink';

interface Props {
  readonly reminders: readonly Reminder[];
}

/** What is still to be typed: nothing is wrong with it, so it stands by itself. */
export function Reminders({ reminders }: Props) {
  const lines = useLines();
  const page = usePage();
  const id = useId();
  const { strings } = usePane();
  const words = checkWords[strings.language];
  return (
    <section aria-labelledby={id} className={page.column}>
      <h2 id={id} className={page.section}>{words.reminders}{reminders.length > 0 && <> <span className={page.small}>{words.count(reminders.length)}</span></>}</h2>
      {reminders.length === 0 && <p className={mergeClasses(page.small, page.quiet)}>{words.noReminders}</p>}
      <Grouped items={reminders}>
        {({ id: reminder, place, text }) => (
          <li key={reminder} className={lines.line}>
            <PlaceLink cell={place ? `${place.sheet} ${areaA1(place.area)}` : ''} place={place} />
            <span lang="ja">{text}</span>
          </li>
        )}
      </Grouped>
    </section>
  );
}
