/** What 実施記録 holds: dated records of what was done, each for a row of the plan. */

export const RECORD_CATEGORIES = ['会議', '広報', '研修', '訪問', '調達'] as const;
export type RecordCategory = (typeof RECORD_CATEGORIES)[number];

export interface ActivityRecord {
  /** Date serial (1900 system), without a time of day. */
  readonly day: number;
  /** ID of the plan's row. */
  readonly planRow: string;
  readonly category: RecordCategory;
  readonly subject: string;
  /** 件数; null: none given. */
  readonly count: number | null;
  /** 応札者数; null: none given, as for a procurement without a tender. */
  readonly bidders: number | null;
  readonly note: string;
}

/** A tender that somebody answered. A procurement without 応札者数 is none. */
export const isBid = ({ category, bidders }: ActivityRecord): boolean => category === '調達' && bidders !== null && bidders > 0;
