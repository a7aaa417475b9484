const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Makes an SVG element; numbers are written with two decimals at most. */
export function svg(name: string, attributes: Readonly<Record<string, string | number>> = {}, ...children: readonly (SVGElement | string)[]): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  made.append(...children);
  return made;
}
