import { expandToDate, resolveActual } from './actual';
import { resolveFormula, YEARLY_TABLE, type Catalog, type RowRef } from './catalog';
import type { IndicatorDefinition } from './definitions';
import { success, type Result } from './result';
import type { Expression } from './rowFormula';

/** What the reference of an indicator is: one yearly figure, or a formula over rows that can be reckoned to date. */
export type Measure = { readonly kind: 'yearly'; readonly id: string } | { readonly kind: 'rows'; readonly of: Expression<RowRef> };

/** Reads the reference of an indicator. */
export function measureOf(text: string, catalog: Catalog): Result<Measure> {
  const single = resolveActual(text, catalog);
  if (single.ok && single.data.kind === 'yearly') return success({ kind: 'yearly', id: single.data.id });
  const rows = resolveFormula(text, null, catalog.resolve);
  // Of a yearly figure that is not there the sheet 実績値 is told, not a table of that name.
  if (!rows.ok) return !single.ok && YEARLY.test(text) ? single : rows;
  const toDate = expandToDate(rows.data, 0, catalog);
  return toDate.ok ? success({ kind: 'rows', of: rows.data }) : toDate;
}

/** Why the references of an indicator give no figure, and which of its cells says so; null: they do. */
export function referencesFault({ actual, formula }: Pick<IndicatorDefinition, 'actual' | 'formula'>, catalog: Catalog): { readonly key: 'actual' | 'formula'; readonly reason: string } | null {
  const measure = actual === null ? null : measureOf(actual, catalog);
  if (measure && !measure.ok) return { key: 'actual', reason: measure.reason };
  if (formula === null) return null;
  if (!measure) return { key: 'formula', reason: '計算式を使うときは、実績の参照も入力してください' };
  if (measure.data.kind === 'yearly') return { key: 'formula', reason: '年1回の実績値には計算式を使えません' };
  const value = measureOf(formula, catalog);
  if (!value.ok) return { key: 'formula', reason: value.reason };
  return value.data.kind === 'yearly' ? { key: 'formula', reason: '計算式に年1回の実績値は使えません' } : null;
}

const YEARLY = new RegExp(`^\\s*=?\\s*\\[${YEARLY_TABLE}\\.[^\\]]*\\]\\s*$`);
