import type { RowLook, Style } from '../../model/book';
import type { StyleTable } from '../styles/styleRead';
import { rawAttribute } from './sheetText';

const on = (text: string | undefined): boolean => text === '1' || text === 'true';

/** Height, hiding and style of a row's start tag; null where it says none of them (ECMA-376 part 1, 18.3.1.73). */
export function readRowLook(attributes: string, styles: StyleTable): RowLook | null {
  const height = Number(rawAttribute(attributes, 'ht') ?? NaN);
  const hidden = on(rawAttribute(attributes, 'hidden'));
  const style = on(rawAttribute(attributes, 'customFormat')) ? Number(rawAttribute(attributes, 's') ?? 0) : 0;
  if (Number.isNaN(height) && !hidden && style === 0) return null;
  return { ...(Number.isNaN(height) ? {} : { height }), ...(hidden ? { hidden } : {}), ...(style === 0 ? {} : { style: styles.style(style) }) };
}

function withAttribute(attributes: string, name: string, value: string | number | undefined): string {
  const without = ` ${attributes}`.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '').trim();
  return value === undefined ? without : `${without} ${name}="${value}"`.trim();
}

/**
 * The attributes of a row's start tag with the number in front and the look patched in (undefined: the look is
 * unchanged). `spans` goes: it is only a hint, and new cells may stand outside it.
 */
export function rowTag(attributes: string, row: number, look: RowLook | undefined, styleIndex: (style: Style | undefined) => number): string {
  let rest = withAttribute(withAttribute(attributes, 'r', undefined), 'spans', undefined);
  if (look) {
    const height = rawAttribute(rest, 'ht');
    if (look.height !== (height === undefined ? undefined : Number(height))) {
      rest = withAttribute(withAttribute(rest, 'ht', look.height), 'customHeight', look.height === undefined || look.fitted ? undefined : 1);
    }
    if (!!look.hidden !== on(rawAttribute(rest, 'hidden'))) rest = withAttribute(rest, 'hidden', look.hidden ? 1 : undefined);
    const style = on(rawAttribute(rest, 'customFormat')) ? Number(rawAttribute(rest, 's') ?? 0) : 0;
    const wanted = styleIndex(look.style);
    if (wanted !== style) rest = withAttribute(withAttribute(rest, 's', wanted || undefined), 'customFormat', wanted ? 1 : undefined);
  }
  return `r="${row + 1}"${rest === '' ? '' : ` ${rest}`}`;
}
