const REGIONS = ['ribbon', 'sheet', 'pane'] as const;
export type Region = (typeof REGIONS)[number];

/** Where F6 goes from the element that has the focus; from the title bar, to the ribbon. */
export function nextRegion(focused: Element | null, direction: 'nextRegion' | 'previousRegion', paneShown: boolean): Region {
  const regions = REGIONS.filter((region) => region !== 'pane' || paneShown);
  const at = regions.findIndex((region) => focused?.closest(`#${region}`));
  if (at < 0) return 'ribbon';
  const step = direction === 'nextRegion' ? 1 : -1;
  return regions[(at + step + regions.length) % regions.length] ?? 'sheet';
}
