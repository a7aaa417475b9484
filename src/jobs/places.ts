import { conflictPlace, type Conflict } from '../plan/undo';
import { firstOf } from '../sheets/some';

const FEW = 5;
/** The first places of several, in words. */
export const firstPlaces = (places: readonly string[]): string => firstOf(places, FEW, 'か所');
export const placesOf = (conflicts: readonly Conflict[]): string => firstPlaces(conflicts.map(conflictPlace));
