import { overlaps, type Area } from '../../../plan/a1';
import type { Opaque, Sheet, Validation } from '../../model/book';
import { withoutArea } from '../cells/areas';

/** The validations that touch the area. */
export function validationsOn(sheet: Sheet, area: Area): (Validation | Opaque)[] {
  return sheet.validations.filter((one) => one.areas.some((part) => overlaps(part, area)));
}

export function clearValidations(sheet: Sheet, area: Area): void {
  if (validationsOn(sheet, area).length === 0) return;
  sheet.validations = sheet.validations.flatMap((one) => {
    const areas = one.areas.flatMap((part) => withoutArea(part, area));
    return areas.length === 0 ? [] : [{ ...one, areas }];
  });
  sheet.changed.add('validations');
}

/** A cell has one validation: the new one takes the area from all others. */
export function putValidation(sheet: Sheet, area: Area, validation: Omit<Validation, 'areas'>): void {
  clearValidations(sheet, area);
  sheet.validations = [...sheet.validations, { ...validation, areas: [area] }];
  sheet.changed.add('validations');
}
