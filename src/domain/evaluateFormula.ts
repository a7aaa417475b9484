import { roundHalfAway } from './rounding';
import type { Aggregate, Expression } from './rowFormula';

/**
 * Works out an expression on plain numbers, with the guards the compiled Excel formula has:
 * a blank operand or a denominator of zero gives blank (null), aggregates pass over blanks.
 */
export function evaluateExpression<R>(expression: Expression<R>, figure: (ref: R) => number | null): number | null {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'row':
      return figure(expression.ref);
    case 'negate': {
      const value = evaluateExpression(expression.of, figure);
      return value === null ? null : -value;
    }
    case 'round': {
      const value = evaluateExpression(expression.of, figure);
      return value === null ? null : roundHalfAway(value, expression.digits);
    }
    case 'aggregate':
      return aggregate(expression.name, expression.refs.map(figure));
    case 'binary': {
      const left = evaluateExpression(expression.left, figure);
      const right = evaluateExpression(expression.right, figure);
      if (left === null || right === null) return null;
      switch (expression.operator) {
        case '+':
          return left + right;
        case '-':
          return left - right;
        case '*':
          return left * right;
        case '/':
          return right === 0 ? null : left / right;
      }
    }
  }
}

/** SUM, AVERAGE, MIN or MAX of the figures that are there; null where there is none. */
export function aggregate(name: Aggregate, figures: readonly (number | null)[]): number | null {
  const numbers = figures.filter((figure): figure is number => figure !== null);
  if (numbers.length === 0) return null;
  const sum = numbers.reduce((total, number) => total + number, 0);
  switch (name) {
    case 'SUM':
      return sum;
    case 'AVERAGE':
      return sum / numbers.length;
    case 'MIN':
      return Math.min(...numbers);
    case 'MAX':
      return Math.max(...numbers);
  }
}
