import { PaneError, type PanePort } from './port';

/** The port the pane runs on. */
export function createPort(): PanePort {
  return {
    run: () => Promise.reject(new PaneError('この機能はまだ使えません。ブックは変更していません。')),
  };
}
