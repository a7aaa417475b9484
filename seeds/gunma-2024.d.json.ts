import type { SeedFigures } from '../src/domain/figures';

/** The pane takes the sample year as typed data; the tests prove it by the schema. */
declare const figures: SeedFigures;
export default figures;
