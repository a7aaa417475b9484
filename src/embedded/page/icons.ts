/** Drawn in two greys that are seen on light and dark alike. */
const drawing = (shapes: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#7a838c" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">${shapes}</svg>`)}`;

const SHEET = '<path d="M8 4h12l5 5v19H8z"/><path d="M20 4v5h5"/>';

export const ICONS = {
  open: drawing('<path d="M4 26V7h8l3 3h12v4"/><path d="M4 26l5-12h21l-5 12z"/>'),
  save: drawing('<path d="M16 4v15m-6-6l6 6 6-6"/><path d="M5 21v6h22v-6"/>'),
  sample: drawing(`${SHEET}<path d="M13 24v-5m4 5v-9m4 9v-3"/>`),
  blank: drawing(SHEET),
} as const;
