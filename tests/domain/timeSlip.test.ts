import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editText } from '../../src/domain/editText';
import { plainFigureText } from '../../src/domain/figureText';
import { readFigure } from '../../src/domain/readFigure';
import { isTimeSlip, readTimeSlip } from '../../src/domain/timeSlip';

const clock = (days: number | null | undefined): string | null => (days == null ? null : editText(days, 'duration'));
const OTHERS = [3, 2, 1].map((hours) => hours / 24);

describe('a time typed with a point', () => {
  test.each<readonly [string, string | null, string, boolean]>([
    ['3.46', '3:46', '3:28', true],
    ['4.48', '4:48', '4:29', false],
    ['3.5', '3:50', '3:30', false],
    ['3.50', '3:50', '3:30', false],
    ['3.75', null, '3:45', false],
    ['3.05', '3:05', '3:03', false],
    ['3.06', '3:06', '3:04', true],
    ['3', '3:00', '3:00', false],
    ['0.46', '0:46', '0:28', true],
    ['346', '3:46', '346:00', false],
    ['1346', '13:46', '1346:00', false],
    ['389', '389:00', '389:00', false],
    ['12', '12:00', '12:00', false],
  ])('%s', (plain, asClock, asHours, sure) => {
    const slip = readTimeSlip(plain);
    expect([clock(slip?.asClock), clock(slip?.asHours), slip?.sure]).toEqual([asClock, asHours, sure]);
  });

  test.each(['', '3:46', '3.461', '-3.46', '3.46時間', '1e3', '12345'])('%p is none', (plain) => expect(readTimeSlip(plain)).toBeNull());

  test.each<readonly [number, readonly number[], boolean]>([
    [3.46, OTHERS, true],
    [3.46, [], true],
    [3.46, [4, 5, 6], true],
    [3.5, OTHERS, true],
    [3.5, [], false],
    [3.5, [4, 5, 6], false],
    [3, OTHERS, true],
    [0.46, OTHERS, true],
    [0.5, OTHERS, false],
    [0, OTHERS, false],
    [-3.46, OTHERS, false],
    [226 / 1440, OTHERS, false],
    [226.5 / 1440, OTHERS, false],
    [4 + 10 / 1440, OTHERS, false],
  ])('%d beside %j: %p', (value, others, expected) => expect(isTimeSlip(value, others)).toBe(expected));

  test('no time that people type as h:mm is taken for one, below a day', () => {
    for (let minutes = 0; minutes < 1440; minutes++) expect([minutes, isTimeSlip(minutes / 1440, OTHERS)]).toEqual([minutes, false]);
  });

  test('what is sure is read as the reader of figures reads it', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), (hours, decimals) => {
      const text = `${hours}.${String(decimals).padStart(2, '0')}`;
      const slip = readTimeSlip(plainFigureText(text));
      const reading = readFigure(text, { form: 'duration', unit: '時間', fiscalYear: 2024 });
      if (slip?.sure) expect(reading).toMatchObject({ ok: true, value: slip.asClock });
      expect(slip?.asClock === null).toBe(!reading.ok);
    }));
  });
});
