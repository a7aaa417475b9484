import type { StatusMark } from '../domain/marks';
import type { Phase, TaskKind } from '../jobs/task';
import type { PaneView } from './port';
import { en } from './words/en';
import { ja } from './words/ja';

export type Language = 'ja' | 'en';

export interface TaskWords {
  readonly label: string;
  readonly hint: string;
  readonly running: string;
  readonly done: string;
  /** Nothing was done, for the reasons that follow. */
  readonly refused: string;
}

/** The words of the pane's frame and its home. The views that load later bring their own. Sentences of the jobs stay Japanese. */
export interface Strings {
  readonly language: Language;
  readonly product: string;
  readonly starting: string;
  readonly views: Readonly<Record<PaneView, string>>;
  readonly viewList: string;
  /** From the first month of the fiscal year. */
  readonly months: readonly string[];
  readonly tasks: Readonly<Record<TaskKind, TaskWords>>;
  readonly phases: Readonly<Record<Phase, string>>;
  readonly marks: Readonly<Record<StatusMark, string>>;
  /** Shown while Excel does not answer: most often it stands in a cell being edited. */
  readonly finishCell: string;
  readonly reading: string;
  readonly loading: string;
  readonly notRead: string;
  readonly behind: string;
  readonly readAgain: string;
  readonly notReadUnknown: string;
  readonly result: string;
  readonly nothing: string;
  readonly warnings: (count: number) => string;
  readonly dismiss: string;
  readonly takeBack: string;
  readonly failed: string;
  readonly failedUnknown: string;
  readonly officeLate: string;
  readonly notInExcel: string;
  readonly broken: string;
  readonly retry: string;
  readonly writeAgain: string;
  readonly obstacles: string;
  readonly confirm: { readonly title: (task: string) => string; readonly changed: string; readonly leftAlone: string; readonly yes: string; readonly no: string };
  readonly leave: { readonly text: (count: number) => string; readonly discard: string; readonly stay: string };
  readonly firstRun: { readonly title: string; readonly text: string; readonly standard: string; readonly sample: string; readonly adopt: string; readonly adoptText: string; readonly later: string; readonly note: string };
  readonly home: HomeWords;
}

export interface HomeWords {
  readonly asOf: string;
  readonly actions: string;
  readonly evaluated: (month: string, at: string) => string;
  readonly notEvaluated: string;
  readonly stale: string;
  readonly incomplete: string;
  readonly nothingYet: string;
  readonly adoptable: string;
  readonly damaged: string;
  readonly interrupted: (at: string) => string;
  readonly tally: string;
  readonly unmarked: string;
  readonly owner: string;
  readonly tag: string;
  readonly all: string;
  readonly list: string;
  readonly shown: (shown: number, all: number) => string;
  readonly noneShown: string;
  readonly clear: string;
  readonly target: string;
  readonly unknown: string;
  readonly manual: string;
  readonly staleRow: string;
  readonly staleNow: (mark: string) => string;
  readonly inMonth: (month: string, mark: string) => string;
  readonly missing: (count: number) => string;
  /** Words for a line chart: what it is of, then the last figures. */
  readonly trend: (month: string, actual: string, previous: string, target: string) => string;
  readonly trendEmpty: string;
}

/** Japanese unless Office speaks English: the workbook and its users are Japanese. */
export const stringsFor = (language: string): Strings => (languageTag(language) === 'en' ? en : ja);
export const languageTag = (language: string): Language => (/^en\b/i.test(language) ? 'en' : 'ja');
