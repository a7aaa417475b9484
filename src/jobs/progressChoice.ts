import type { ProgressChoice } from '../sheets/records/progressPlan';

/** Only empty cells and drafts of last time are written. */
export const USUAL_PROGRESS: ProgressChoice = { rows: 'usual', figures: 'usual' };
