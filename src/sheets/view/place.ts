import type { Area } from '../../plan/a1';

/** Cells a person can be taken to. */
export interface Place {
  readonly sheet: string;
  readonly area: Area;
}
