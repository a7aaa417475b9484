import type { TextCorrection } from '../../jobs/textPreview';
import type { Pasted } from './TextField';

/** A text under way, and what a person decided over it. */
export interface TextWork {
  readonly pasted: Pasted;
  readonly step: 'text' | 'preview';
  /** By the tables' IDs: taken or not; what was left alone is not in it. */
  readonly ticked: ReadonlyMap<string, boolean>;
  /** The corrections that are taken, as `tickOf` names them. */
  readonly corrected: ReadonlySet<string>;
}

export const NO_WORK: TextWork = { pasted: { text: '', lost: 0 }, step: 'text', ticked: new Map(), corrected: new Set() };

/** A correction was agreed to over the figure that stood there: over another it is another question. */
export const tickOf = ({ id, before }: TextCorrection): string => `${id} ${before}`;
