import { quoted } from '../domain/figureText';
import { checkFigure } from '../domain/limits';
import { PlanBuilder } from './planBuilder';
import { stopIfDamaged, type Thought } from './thought';
import { entryForm, type EnteredFigure, type EntryField } from './view/entryForm';
import type { WorkbookState } from './workbookState';

export interface EntryRequest {
  readonly group: string;
  /** 0 = 4月 … 11 = 3月. */
  readonly month: number;
  readonly figures: readonly EnteredFigure[];
}

/** 毎月入力: writes figures typed in the form. A cell that changed since the form was read, or bears something else than a figure, is left alone. */
export function thinkEntry(state: WorkbookState, request: EntryRequest): Thought {
  const stopped = stopIfDamaged(state);
  if (stopped) return stopped;
  // How late a series comes does not matter here: what a person typed is there.
  const form = entryForm(state, request.group, request.month, Infinity);
  const fields = new Map(form.tables.flatMap((table) => table.fields.map((field) => [field.rowId, { field, name: `${table.name}／${field.label}` }] as const)));
  const builder = new PlanBuilder();
  const corrections: string[] = [];
  const warnings: string[] = [];
  let written = 0;
  for (const figure of request.figures) {
    const found = fields.get(figure.rowId);
    if (!found) {
      warnings.push(`「${figure.rowId}」の欄が見つからないため、入力${quoted(figure.text)}は書き込んでいません。`);
      continue;
    }
    const { field, name } = found;
    const why = refusal(field, figure);
    const checked = checkFigure(figure.text, field);
    if (why !== null || !checked.ok) {
      warnings.push(`「${name}」の入力${quoted(figure.text)}は書き込んでいません。${why ?? (checked.ok ? '' : checked.reason)}`);
      continue;
    }
    if (figure.text === field.text) continue;
    builder.put(field.place.sheet, field.place.area.row, field.place.area.column, checked.value ?? '');
    written++;
    if (field.text !== '') corrections.push(`訂正: 「${name}」 ${field.text} → ${checked.value === null ? '空欄' : figure.text}`);
    warnings.push(...checked.notes.map((note) => `「${name}」: ${note}`));
  }
  const done = written === 0 ? [] : [`${request.group} ${form.title}の数値を${written}件書き込みました。`, ...corrections];
  return { plan: builder.build(state.snapshot.names), done, warnings };
}

function refusal(field: EntryField, figure: EnteredFigure): string | null {
  if (field.text !== figure.before) return `入力中に、セルの値が「${figure.before === '' ? '空欄' : figure.before}」から「${field.text === '' ? '空欄' : field.text}」に変わりました。確認してください。`;
  if (field.locked !== null) return field.locked;
  return field.due === 'closed' ? 'この項目は終了しています。' : null;
}
