import { isCellError, type Book, type Scalar, type Style } from '../../model/book';
import { cellStyle, type FullStyle } from './cellStyle';
import type { Paint } from './conditionalPaint';

/** A look of the grid; equal looks have equal ids. */
export interface ShelvedStyle {
  readonly id: string;
  readonly style: FullStyle;
}

/** Looks made once: a workbook has thousands of cells and some dozens of looks. */
export class StyleShelf {
  private readonly byText = new Map<string, ShelvedStyle>();
  private readonly bySource = new WeakMap<Style, Map<string, ShelvedStyle>>();

  constructor(private readonly book: Book) {}

  get(style: Style, value: Scalar | undefined, paint: Paint | undefined): ShelvedStyle {
    const variant = `${kindOf(value)}${paint ? JSON.stringify(paint) : ''}`;
    const variants = this.bySource.get(style) ?? new Map<string, ShelvedStyle>();
    this.bySource.set(style, variants);
    const known = variants.get(variant);
    if (known) return known;
    const made = this.shelve(cellStyle(this.book, style, value, paint));
    variants.set(variant, made);
    return made;
  }

  /** All looks so far, by id. */
  all(): Record<string, FullStyle> {
    return Object.fromEntries([...this.byText.values()].map(({ id, style }) => [id, style]));
  }

  private shelve(style: FullStyle): ShelvedStyle {
    const text = JSON.stringify(style);
    const known = this.byText.get(text);
    if (known) return known;
    const made = { id: `look${this.byText.size + 1}`, style };
    this.byText.set(text, made);
    return made;
  }
}

/** What of a value decides how it is aligned. */
function kindOf(value: Scalar | undefined): string {
  return isCellError(value) ? 'error' : typeof value;
}
