import type { CheckFinding } from '../../sheets/check/finding';

/** What a check found, for report.json. */
export interface FindingEntry extends Pick<CheckFinding, 'id' | 'kind' | 'group' | 'cell' | 'text' | 'suggestion'> {
  /** What would put it right without harm; null: a person has to look. */
  readonly fix: string | null;
}

export const findingEntry = ({ id, kind, group, cell, text, suggestion, fix }: CheckFinding): FindingEntry => ({ id, kind, group, cell, text, suggestion, fix: fix?.words ?? null });
