import standard from '../../seeds/standard.json';
import { onCellsChanged } from '../excel/changes';
import { ExcelGateway } from '../excel/gateway';
import { showCells } from '../excel/navigate';
import { whenOfficeReady } from '../excel/officePort';
import { connectRibbon } from '../excel/officeRibbon';
import { officeLook } from '../excel/officeTheme';
import { look } from '../jobs/look';
import { perform, performUnseen, propose, type TaskContext } from '../jobs/perform';
import { failureWords } from '../jobs/words';
import { areaA1 } from '../plan/a1';
import { createCommands } from '../ribbon/commands';
import { PaneError, type PanePort } from './port';
import { RequestQueue, ribbonDoor } from './ribbonDoor';
import type { OfficeLooks } from './ThemedRoot';

export { displayLanguage, whenOfficeReady } from '../excel/officePort';

/** Office's look, which it says when it is ready and tells of no change: it is asked again whenever the pane comes into view. */
export const officeLooks: OfficeLooks = {
  look: officeLook,
  onChange: (listener) => {
    void whenOfficeReady().then(listener, () => undefined);
    window.addEventListener('focus', listener);
    return () => window.removeEventListener('focus', listener);
  },
};

/** The port the pane runs on: the jobs, over the workbook of the running Excel. */
export function createPort(): PanePort {
  const context: TaskContext = {
    gateway: new ExcelGateway(true),
    standard,
    now: () => new Date().toLocaleString('ja-JP', { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit' }),
    year: fiscalYearOf(new Date()),
    today: () => new Date(),
    sample: async () => (await import('../../seeds/gunma-2024.json')).default,
  };
  let running = 0;
  const requests = new RequestQueue();
  void connectRibbon((pane) => createCommands(ribbonDoor(pane, requests.ask, (task) => performUnseen(context, task)))).catch(() => undefined);
  return {
    look: () => inWords(() => look(context, context.year, new Date())),
    propose: (task) => inWords(() => propose(context, task)),
    run: async (task, agreed, onPhase) => {
      running++;
      try {
        return await inWords(() => perform(context, task, agreed, async (phase) => {
          onPhase(phase);
          await painted();
        }));
      } finally {
        // Excel tells of our own writes too, a moment after they are done.
        setTimeout(() => running--, OWN_EVENTS_MS);
      }
    },
    goTo: (place) => inWords(() => showCells(place.sheet, areaA1(place.area))),
    onFiguresChanged: (listener) => onCellsChanged(() => {
      if (running === 0) listener();
    }),
    onRequest: requests.listen,
    firstRun: { seen: () => remembered() !== null, leave: remember },
  };
}

const OWN_EVENTS_MS = 1_000;

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new PaneError(failureWords(error), { cause: error });
  }
}

/** Thinking holds the page; what is shown must be on the screen before. */
const painted = (): Promise<void> => new Promise((resolve) => {
  // A hidden page draws no frames.
  if (document.hidden) resolve();
  else requestAnimationFrame(() => setTimeout(resolve));
});

/** A new workbook starts with the fiscal year of today. */
const fiscalYearOf = (date: Date): number => (date.getMonth() >= 3 ? date.getFullYear() : date.getFullYear() - 1);

const FIRST_RUN = 'jigyo-keikaku.first-run-left';

/** Browsers may forbid storage to a page in a frame: then the first-run page comes again, which is harmless. */
function remembered(): string | null {
  try {
    return localStorage.getItem(FIRST_RUN);
  } catch {
    return null;
  }
}
function remember(): void {
  try {
    localStorage.setItem(FIRST_RUN, '1');
  } catch {
    // Nothing is lost but the memory.
  }
}
