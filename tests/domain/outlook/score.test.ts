import { expect, test } from '@jest/globals';
import { DEFAULT_METHOD } from '../../../src/domain/outlook/outlook';
import { FORECAST_METHODS } from '../../../src/domain/outlook/project';
import { scoreForecasts } from '../../bench/forecastScore';
import { gunmaFigures, standardDefinitions } from '../support';

test('the default method is the one that missed R6 by less, forecast from R5 in every month', () => {
  const { means, conditions } = scoreForecasts(standardDefinitions(), gunmaFigures());
  expect(conditions.length).toBeGreaterThanOrEqual(7);
  const errors = FORECAST_METHODS.map((method) => means[method].all);
  expect(means[DEFAULT_METHOD].all).toBe(Math.min(...errors));
  expect(new Set(errors).size).toBe(errors.length);
});
