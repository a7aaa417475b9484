import type { PlanBuilder } from '../planBuilder';
import type { WorkbookState } from '../workbookState';

/** The step of a workbook from a fiscal year into the next, while it is thought through. */
export interface Turn {
  /** As the workbook stands. */
  readonly state: WorkbookState;
  /** As it will read once 表定義 names the new year: the new year's blocks are missing, all else is found. */
  readonly next: WorkbookState;
  /** The fiscal year that is over, and the new one. */
  readonly ended: number;
  readonly to: number;
  readonly builder: PlanBuilder;
  /** Sheets there are and those about to be. */
  readonly sheets: { readonly name: string }[];
}

/** What a part of the step says, in phrases that fit both what is about to be done and what was done. */
export interface Told {
  readonly carried?: readonly string[];
  readonly renewed?: readonly string[];
  readonly dropped?: readonly string[];
  /** What a person should look at. */
  readonly checks?: readonly string[];
}

const FEW = 12;
/** The first of many, and how many more. */
export const listed = (words: readonly string[], few = FEW): string => `${words.slice(0, few).join('、')}${words.length > few ? ` ほか${words.length - few}件` : ''}`;
