import {
  ArrayValueObject, BaseReferenceObject, CELL_INVERTED_INDEX_CACHE, ErrorType, ErrorValueObject, functionLogical, functionMath, type BaseFunction, type BaseValueObject,
} from '@univerjs/engine-formula';

/**
 * Where Univer silently gives another number than Excel, and a small change puts it right.
 * The library's objects are changed for the whole process; done once, when this module is loaded.
 */
const getCellData: BaseReferenceObject['getCellData'] = Reflect.get(BaseReferenceObject.prototype, 'getCellData');

// Univer takes a formula's "" for an empty cell, so that ""+1 would be 1 and COUNTA would pass it over; in Excel it is text.
// A cell with a formula counts as filled whatever its value.
BaseReferenceObject.prototype.getCellData = function (this: BaseReferenceObject, row: number, column: number) {
  const cell = getCellData.call(this, row, column);
  return cell && cell.v === '' ? { ...cell, f: '=""' } : cell;
};

// Its index of a column's values answers D1=0 with true after D1="" was asked; without the index every comparison is made.
CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });

type FunctionClass = new (name: string) => BaseFunction;

/** Replacements for built-in functions, to be registered over them. */
export function correctedFunctions(): BaseFunction[] {
  return [strictIf(), strictSumProduct()];
}

function builtIn(list: readonly (readonly unknown[])[], name: string): FunctionClass {
  const found = list.find((entry) => entry[1] === name)?.[0];
  if (typeof found !== 'function') throw new Error(`Univer has no function ${name}`);
  return found as FunctionClass;
}

/** A reference to one cell comes as an array of one. */
function single(value: BaseValueObject | undefined): ReturnType<ArrayValueObject['get']> {
  return value instanceof ArrayValueObject && value.getRowCount() === 1 && value.getColumnCount() === 1 ? value.get(0, 0) : value;
}

/** IF("text",…) is #VALUE! in Excel; Univer takes any text for true. */
function strictIf(): BaseFunction {
  const Base = builtIn(functionLogical, 'IF');
  return new (class extends Base {
    override calculate(...args: BaseValueObject[]): ReturnType<BaseFunction['calculate']> {
      const test = single(args[0]);
      if (test?.isString() && !/^(?:true|false)$/i.test(String(test.getValue()))) return ErrorValueObject.create(ErrorType.VALUE);
      return super.calculate(...args);
    }
  })('IF');
}

/** SUMPRODUCT of areas that differ in size is #VALUE! in Excel. */
function strictSumProduct(): BaseFunction {
  const Base = builtIn(functionMath, 'SUMPRODUCT');
  return new (class extends Base {
    override calculate(...args: BaseValueObject[]): ReturnType<BaseFunction['calculate']> {
      const sizes = new Set(args.map((one) => (one instanceof ArrayValueObject ? `${one.getRowCount()} ${one.getColumnCount()}` : '1 1')));
      return sizes.size > 1 ? ErrorValueObject.create(ErrorType.VALUE) : super.calculate(...args);
    }
  })('SUMPRODUCT');
}
