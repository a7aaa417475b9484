import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RowDefinition } from '../../../src/domain/definitions';
import { editText } from '../../../src/domain/editText';
import { expectationOf, readFigure } from '../../../src/domain/readFigure';
import { seriesKey } from '../../../src/domain/series';
import type { CellContent } from '../../../src/plan/snapshot';
import { Grid } from '../../../src/sheets/grid';
import type { BlockPlace } from '../../../src/sheets/blockPlace';
import { inputFindings } from '../../../src/sheets/check/inputs';
import type { CheckedRow, Found } from '../../../src/sheets/check/rows';
import { catalogOf } from '../../domain/checks/support';

/** A row of twelve months, April holding what is given, the others what such rows hold. */
function checkedRow(definition: Partial<RowDefinition>, april: CellContent, others: CellContent): CheckedRow {
  const row = catalogOf([{ id: 'R', ...definition }]).rows.get('R');
  if (!row) throw new Error('no row');
  const values = [[april, ...Array<CellContent>(11).fill(others)]];
  const grid = new Grid({ name: '業務', visible: true, protected: false, ownNames: [], used: { area: { row: 4, column: 2, rows: 1, columns: 12 }, values, formulas: values } });
  const block: BlockPlace = {
    block: { table: row.table, headerName: 'R', headerLabel: '', monthLabels: [], totalLabel: null, lines: [] }, axis: 'across', sheet: '業務', headerLine: 3, labels: { from: 0, to: 0 },
    monthPositions: Array.from({ length: 12 }, (_, month) => 2 + month), totalPosition: null,
  };
  return {
    key: seriesKey('R', 2024), row, year: 2024, grid, place: { line: { row: row.definition, year: 2024, label: 'R', headed: false }, block, at: 4 },
    series: { months: values[0]?.map((value) => (typeof value === 'number' ? value : null)) ?? [], total: null }, lastYear: null,
  };
}

const FORMS = {
  number: { row: { kind: '単月', unit: '件', format: '#,##0' }, usual: 100 },
  rate: { row: { kind: '率', unit: '%', format: '0.0%' }, usual: 0.5 },
  duration: { row: { kind: '単月', unit: '時間', format: '[h]:mm' }, usual: 0.1 },
  date: { row: { kind: '実施日', unit: '日', format: 'm/d' }, usual: '' },
} as const satisfies Record<string, { row: Partial<RowDefinition>; usual: CellContent }>;
type Form = keyof typeof FORMS;
const found = (form: Form, april: CellContent): Found[] => inputFindings(checkedRow(FORMS[form].row, april, FORMS[form].usual));

const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const figures = fc.oneof(
  fc.record({ form: fc.constant<Form>('number'), value: fc.integer({ min: -99_999_999, max: 99_999_999 }) }),
  fc.record({ form: fc.constant<Form>('rate'), value: fc.integer({ min: 0, max: 9999 }).map((one) => one / 10_000) }),
  fc.record({ form: fc.constant<Form>('duration'), value: fc.integer({ min: 1, max: 1439 }).map((one) => one / 1440) }),
);

describe('text in the cells of figures', () => {
  test('a figure as people type it, in any width and with spaces around, is offered as it is read and nothing else', () => {
    fc.assert(fc.property(figures, fc.boolean(), fc.constantFrom('', ' ', '　', '  '), ({ form, value }, isWide, space) => {
      const typed = editText(value, form);
      const text = `${space}${isWide ? wide(typed) : typed}${space}`;
      const [only, ...more] = found(form, text);
      const reading = readFigure(text, expectationOf({ kind: FORMS[form].row.kind, unit: FORMS[form].row.unit }, 2024));
      if (!reading.ok || reading.value === null) throw new Error(`${text} is not read`);
      expect(more).toEqual([]);
      expect(only?.finding.fix?.cells).toEqual([{ sheet: '業務', row: 4, column: 2, before: text, after: reading.value, words: only?.finding.fix?.words }]);
      expect(reading.value).toBeCloseTo(value, 9);
    }));
  });

  test('whatever stands there: never a figure that the reader of figures would not give', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0123456789.,:-/％%△▲－：．， 　件時間分日月年円¥=+#(){}a○'), maxLength: 12 });
    fc.assert(fc.property(fc.constantFrom<Form>('number', 'rate', 'duration', 'date'), fc.oneof(signs, fc.string({ maxLength: 20 })), (form, text) => {
      if (text.startsWith('=')) return;
      const reading = readFigure(text, expectationOf({ kind: FORMS[form].row.kind, unit: FORMS[form].row.unit }, 2024));
      for (const { finding } of found(form, text)) {
        expect(finding.seen).toBe(text);
        if (finding.fix) expect(reading).toMatchObject({ ok: true, value: finding.fix.cells[0]?.after });
      }
    }), { numRuns: 2000 });
  });

  test('a number alone is told only of a time or a date that cannot be meant', () => {
    fc.assert(fc.property(fc.constantFrom<Form>('number', 'rate'), fc.double({ noNaN: true, noDefaultInfinity: true }), (form, value) => {
      expect(found(form, value)).toEqual([]);
    }));
    for (let day = 45_383; day < 45_413; day++) expect(found('date', day)).toEqual([]);
    expect(found('date', 45_382).map((one) => one.finding.kind)).toEqual(['bounds']);
    expect(found('date', 45_413).map((one) => one.finding.kind)).toEqual(['bounds']);
  });

  test('limits of the row: what would be odd again is not offered', () => {
    const limited = (text: string): (string | undefined)[] => inputFindings(checkedRow({ ...FORMS.rate.row, min: 0, max: 1 }, text, 0.5)).map((one) => one.finding.fix?.words);
    expect(limited('99％')).toEqual(['「99％」を 99% に直す']);
    expect(limited('101％')).toEqual([undefined]);
  });

  test('rows without figures in the months are not looked at', () => {
    expect(inputFindings(checkedRow({ kind: '率', unit: '%', format: '0.0%', total: '=[R]' }, '９９％', ''))).toEqual([]);
  });
});
