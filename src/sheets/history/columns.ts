import type { CellStyle } from '../../plan/workbookPlan';

/** What the lists of the history have in common. */
export const TEXT = '@';
export const WRAPPED = { wrap: true, vertical: 'Top' } as const satisfies CellStyle;
/** Numbers, and what a KPI of several conditions has in their place. */
export const FIGURE_COLUMN = { wrap: true, horizontal: 'Right', vertical: 'Top' } as const satisfies CellStyle;
/** Said of a figure that was taken away. */
export const EMPTIED = '（空欄）';
