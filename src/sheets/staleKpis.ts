import type { WorkbookState } from './workbookState';

/** Names of the KPIs whose figures changed since they were judged, as the sheet says itself. */
export const staleKpis = ({ lists }: Pick<WorkbookState, 'lists'>): string[] =>
  (lists.kpis?.content.kpis ?? []).filter(({ lines }) => lines.some((line) => line.text('stale') !== '')).map(({ kpi }) => kpi.name);
