import type { ThoughtPart } from '../sheets/thought';

/** What a task would do, in words, before anything is written. */
export interface Proposal {
  /** e.g. 「3つの表、42個の名前を追加します。入力値は変わりません。」; of an empty one why there is nothing to do. */
  readonly words: readonly string[];
  /** What would become of things, sorted under headings; not given where the words tell it all. */
  readonly parts?: readonly ThoughtPart[];
  /** What would be left alone and why. */
  readonly warnings: readonly string[];
  /** Nothing would be written. */
  readonly empty: boolean;
  /** Two proposals with the same print write the same. */
  readonly print: string;
}
