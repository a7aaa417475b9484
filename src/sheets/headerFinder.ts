import { normalizeLabel } from '../domain/labels';
import { meets, textAt, type Span } from '../domain/recognition/matrix';
import { findMonthHeaders, type MonthHeader } from '../domain/recognition/monthHeader';
import { isTotalWord } from '../domain/recognition/words';
import { monthsSpan, viewOf, type Axis, type SheetView } from './blockPlace';
import type { Grid } from './grid';

/** Looks for the headers and titles of tables on the sheets as read; what many blocks ask for is read once. */
export class HeaderFinder {
  private readonly views = new Map<string, SheetView>();
  private readonly headers = new Map<string, readonly MonthHeader[]>();

  /** `titles` are the names of the tables. */
  constructor(private readonly grids: ReadonlyMap<string, Grid>, private readonly titles: ReadonlySet<string>) {}

  view(sheet: string, axis: Axis): SheetView | null {
    const key = `${axis} ${sheet}`;
    const known = this.views.get(key);
    const grid = this.grids.get(sheet);
    if (known || !grid) return known ?? null;
    const view = viewOf(grid, axis);
    this.views.set(key, view);
    return view;
  }

  headersOn(view: SheetView, line: number): readonly MonthHeader[] {
    const key = `${view.axis} ${view.sheet}!${line}`;
    const known = this.headers.get(key);
    if (known) return known;
    const headers = findMonthHeaders(view, line);
    this.headers.set(key, headers);
    return headers;
  }

  /** The header on a line whose months stand over these positions: another table beside them has none. */
  headerOver(view: SheetView, line: number, span: Span): MonthHeader | null {
    return this.headersOn(view, line).find((header) => meets(monthsSpan(header.months), span)) ?? null;
  }

  /** The title on a line: it stands alone over these positions, a header close below. null: there is none. */
  titleOn(view: SheetView, line: number, span: Span): string | null {
    let title: string | null = null;
    for (let position = span.from; position <= span.to; position++) {
      if (view.isEmpty(line, position)) continue;
      if (title !== null) return null;
      title = normalizeLabel(textAt(view, line, position));
    }
    const heads = title !== null && this.titles.has(title) && [1, 2].some((below) => this.headerOver(view, line + below, span) !== null);
    return heads ? title : null;
  }

  /** Every header across that bears a label and stands below a title. Only what was laid out has titles of ours, and it runs across. */
  titledHeaders(title: string, label: string): { readonly view: SheetView; readonly header: MonthHeader }[] {
    return [...this.grids.keys()].flatMap((sheet) => {
      const view = this.view(sheet, 'across');
      if (!view) return [];
      return Array.from({ length: view.lines }, (_, line) => line).flatMap((line) => this.headersOn(view, line).flatMap((found) => {
        const header = labelledHeader(view, found, label);
        return header && this.titleAbove(view, header) === title ? [{ view, header }] : [];
      }));
    });
  }

  private titleAbove(view: SheetView, header: MonthHeader): string | null {
    const span = { from: header.labels.from, to: monthsSpan(header.months).to };
    for (let line = header.line - 1; line >= 0; line--) {
      const title = this.titleOn(view, line, span);
      if (title !== null) return title;
    }
    return null;
  }
}

/** The header with its labels beginning where `label` stands; null: it bears another. */
export function labelledHeader(view: SheetView, header: MonthHeader, label: string): MonthHeader | null {
  for (let position = header.labels.to; position >= header.labels.from; position--) {
    if (normalizeLabel(textAt(view, header.line, position)) === label) return { ...header, labels: { from: position, to: header.labels.to } };
  }
  return null;
}

/** The total's position: by its own heading, else by the only other word for a total; null where neither is there. */
export function findTotalPosition(header: MonthHeader, label: string): number | null {
  const own = header.after.find((one) => normalizeLabel(one.text) === normalizeLabel(label));
  if (own) return own.position;
  const [only, ...others] = header.after.filter((one) => isTotalWord(one.text));
  return only && others.length === 0 ? only.position : null;
}
