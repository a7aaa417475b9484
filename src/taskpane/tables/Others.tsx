import { Button, mergeClasses } from '../fluent';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { tablesWords } from './words';

/** The ways in for what staff have already: tables of their own, and texts with figures. */
export function Others() {
  const page = usePage();
  const { strings, open } = usePane();
  const words = tablesWords[strings.language];
  return (
    <section aria-label={words.others} className={page.column}>
      <p className={mergeClasses(page.small, page.quiet)}>{words.othersWhat}</p>
      <div className={page.actions}>
        <Button size="small" onClick={() => open('adopt')}>{strings.tasks.adopt.label}</Button>
        <Button size="small" onClick={() => open('import')}>{strings.tasks.import.label}</Button>
      </div>
    </section>
  );
}
