import { bundleUniver } from '../../src/embedded/engine/bundle.mjs';

/** Once before all tests: the file that jest takes for Univer. */
export default async function setUp() {
  await bundleUniver();
}
