import type { Definitions } from '../src/domain/definitions';

/** The pane takes the standard definitions as typed data; the tests prove them by the schema. */
declare const standard: Definitions;
export default standard;
