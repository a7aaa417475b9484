import type { Area } from '../../../plan/a1';
import type { ConditionalFormat, Opaque, Sheet } from '../../model/book';
import { overlaps } from '../../../plan/a1';
import { withoutArea } from '../cells/areas';

export type Rule = ConditionalFormat | Opaque;

/** Rules are replaced when they change; the id goes along. */
const ids = new WeakMap<Rule, string>();
let made = 0;

export function ruleId(rule: Rule): string {
  const known = ids.get(rule);
  if (known) return known;
  const id = `{${(++made).toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
  ids.set(rule, id);
  return id;
}

/** The rules that touch the area, first priority first. */
export function rulesOn(sheet: Sheet, area: Area): Rule[] {
  return sheet.conditionalFormats.filter((rule) => rule.areas.some((one) => overlaps(one, area)));
}

export function replaceRule(sheet: Sheet, rule: Rule, change: Partial<ConditionalFormat>): void {
  const index = sheet.conditionalFormats.indexOf(rule);
  const changed: Rule = 'opaque' in rule ? rule : { ...rule, ...change };
  ids.set(changed, ruleId(rule));
  sheet.conditionalFormats[index] = changed;
  sheet.changed.add('conditionalFormats');
}

/** Takes the area out of every rule; a rule that covers more stays on the rest. */
export function clearConditionalFormats(sheet: Sheet, area: Area): void {
  if (rulesOn(sheet, area).length === 0) return;
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const areas = rule.areas.flatMap((one) => withoutArea(one, area));
    if (areas.length === 0) return [];
    const kept = { ...rule, areas };
    ids.set(kept, ruleId(rule));
    return [kept];
  });
  sheet.changed.add('conditionalFormats');
}
