import type { Definitions } from '../domain/definitions';
import { fiscalYearOf } from '../domain/fiscalYear';
import { onCellsChanged } from '../excel/changes';
import { ExcelGateway } from '../excel/gateway';
import { showCells } from '../excel/navigate';
import { whenOfficeReady } from '../excel/officePort';
import { connectRibbon } from '../excel/officeRibbon';
import { officeLook } from '../excel/officeTheme';
import { look } from '../jobs/look';
import type { TaskContext } from '../jobs/perform';
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
  const context: Omit<TaskContext, 'standard'> = {
    gateway: new ExcelGateway(true),
    now: () => new Date().toLocaleString('ja-JP', { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit' }),
    year: yearOfDay(new Date()),
    today: () => new Date(),
    sample: async () => (await import('../../seeds/gunma-2024.json')).default,
  };
  const whole = async (): Promise<TaskContext> => ({ ...context, standard: await standard() });
  let running = 0;
  let unclear = false;
  const requests = new RequestQueue();
  const listeners = new Set<() => void>();
  void connectRibbon((pane) => createCommands(ribbonDoor(pane, requests.ask, async (task) => {
    const noted = await (await jobs()).performUnseen(await whole(), task);
    // The closed pane goes on living: it must show what was done when it is opened again.
    for (const listener of listeners) listener();
    return noted;
  }))).catch(() => undefined);
  return {
    look: () => inWords(() => look({ ...context, standard }, context.year, new Date())),
    findTables: () => inWords(async () => (await import('../jobs/adopt')).findTables(await whole(), context.year)),
    readText: (text) => inWords(async () => (await import('../jobs/textPreview')).readPastedText(await whole(), text, context.year)),
    propose: (task) => inWords(async () => (await jobs()).propose(await whole(), task)),
    run: async (task, agreed, onPhase) => {
      running++;
      try {
        return await inWords(async () => (await jobs()).perform(await whole(), task, agreed, async (phase) => {
          onPhase(phase);
          await painted();
        }));
      } finally {
        // Excel tells of our own writes too, a moment after they are done; older ones do not say whose they were.
        setTimeout(() => {
          running--;
          if (running > 0 || !unclear) return;
          unclear = false;
          for (const listener of listeners) listener();
        }, OWN_EVENTS_MS);
      }
    },
    goTo: (place) => inWords(() => showCells(place.sheet, areaA1(place.area))),
    onFiguresChanged: (listener) => {
      listeners.add(listener);
      const stop = onCellsChanged((own) => {
        if (own === true) return;
        if (own === false || running === 0) listener();
        // Nobody says whose change it was: it may be a person's, so the workbook is read once more when ours are over.
        else unclear = true;
      });
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    onRequest: requests.listen,
    firstRun: { seen: () => remembered() !== null, leave: remember },
  };
}

/** What leads to writing is fetched with the first task, and with it the definitions that a whole workbook has of its own. */
const jobs = () => import('../jobs/perform');
const standard = async (): Promise<Definitions> => (await import('../../seeds/standard.json')).default;

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
const yearOfDay = (date: Date): number => fiscalYearOf(date.getFullYear(), date.getMonth() + 1);

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
