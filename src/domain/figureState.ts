export const FIGURE_STATES = ['速報', '確定'] as const;
/** Whether a figure or a rank may still change. */
export type FigureState = (typeof FIGURE_STATES)[number];

/** "（速報）" behind what it says of; "" where nothing is said. */
export const stateWords = (state: FigureState | null): string => (state === null ? '' : `（${state}）`);
