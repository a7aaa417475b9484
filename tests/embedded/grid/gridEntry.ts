import { mountGrid } from '../../../src/embedded/grid/mountGrid';
import { openLive } from '../../../src/embedded/live/openLive';

/** What the page under test offers to its test. */
Object.assign(window, { openLive, mountGrid });
