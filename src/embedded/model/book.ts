import type { Area } from '../../plan/a1';

/**
 * The embedded workbook's own model. It knows spreadsheets, not the add-in.
 * Rows and columns count from 0; lengths are what .xlsx stores (column widths in
 * characters, row heights in points); colours are "#RRGGBB".
 */

export interface CellError {
  readonly error: '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A' | '#SPILL!' | '#CALC!' | '#GETTING_DATA';
}
export type Scalar = number | string | boolean | CellError;

export type BorderStyle = 'thin' | 'medium' | 'hair' | 'thick' | 'dashed' | 'dotted' | 'double' | 'dashDot' | 'dashDotDot' | 'mediumDashed' | 'mediumDashDot' | 'mediumDashDotDot' | 'slantDashDot';
export interface Border {
  readonly style: BorderStyle;
  readonly color?: string;
}

/**
 * A cell's look. `base` is the cellXfs index it was read with; whatever the model does not
 * know of that format is kept when the file is saved.
 */
export interface Style {
  readonly base?: number;
  readonly numberFormat?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly left?: Border;
  readonly right?: Border;
  readonly top?: Border;
  readonly bottom?: Border;
  readonly quotePrefix?: boolean;
  readonly locked?: boolean;
}

export interface Cell {
  /** Undefined: the cell is empty (it may still have a style or a formula not yet calculated). */
  value?: Scalar;
  /** Without the leading "="; relative references as seen from this cell. */
  formula?: string;
  style?: Style;
}

export interface ColumnLook { width?: number; hidden?: boolean; style?: Style }
/** `fitted`: the height is what its texts need, and follows them; otherwise a person's. */
export interface RowLook { height?: number; fitted?: boolean; hidden?: boolean; style?: Style }

export interface ConditionalFormat {
  readonly areas: readonly Area[];
  readonly type: 'custom';
  /** Without "=", relative to the first area's first cell. */
  readonly formula: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly stopIfTrue?: boolean;
}

/** A conditional format or validation that the model does not understand; kept as it stands in the file. */
export interface Opaque { readonly areas: readonly Area[]; readonly opaque: true; readonly id: number }

export interface Validation {
  readonly areas: readonly Area[];
  readonly type: 'list';
  /** "◎,○,△" or a reference beginning with "=". */
  readonly source: string;
  readonly errorTitle?: string;
  readonly errorMessage?: string;
  readonly promptTitle?: string;
  readonly promptMessage?: string;
  readonly errorStyle?: 'stop' | 'warning' | 'information';
  readonly ignoreBlanks?: boolean;
  /** false: the choices are offered, anything else is taken too. */
  readonly showError?: boolean;
}

export interface PageSetup {
  orientation?: 'portrait' | 'landscape';
  /** Paper number as in .xlsx: 8 is A3, 9 is A4. */
  paperSize?: number;
  fitToWidth?: number;
  /** 0: as many as needed. */
  fitToHeight?: number;
  scale?: number;
  printArea?: Area;
  titleRows?: { first: number; last: number };
  titleColumns?: { first: number; last: number };
  footer?: { left?: string; center?: string; right?: string };
  header?: { left?: string; center?: string; right?: string };
  /** Inches, as .xlsx stores them. */
  margins?: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  centerHorizontally?: boolean;
  /** Rows above which a person or program put a page break, ascending. */
  rowBreaks?: readonly number[];
  blackAndWhite?: boolean;
}

export interface ChartSeries {
  name: string;
  /** "Sheet!$A$1:$A$12" */
  values: string;
  categories?: string;
  color?: string;
  /** Points. */
  weight?: number;
  dash?: string;
  marker?: string;
}

export interface Chart {
  name: string;
  type: string;
  title?: string;
  legendPosition?: string;
  valueFormat?: string;
  series: ChartSeries[];
  /** Left out: true. */
  plotVisibleOnly?: boolean;
  /** Left out: gaps stay gaps. */
  displayBlanksAs?: 'NotPlotted' | 'Zero' | 'Interplotted';
  /** Points from the sheet's upper left corner. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Read from a file; its part is kept as it is. */
  readonly kept?: boolean;
}

export type Aspect = 'cells' | 'columns' | 'rows' | 'view' | 'conditionalFormats' | 'validations' | 'page' | 'charts' | 'tab' | 'filter';

/** A sheet; `changed` tells the saver which parts of the sheet's XML it must write anew. */
export interface Sheet {
  /** Stable while the workbook is open, in braces, e.g. "{00000001-0001-0000-0000-000000000000}". */
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  readonly cells: Map<number, Cell>;
  readonly columns: Map<number, ColumnLook>;
  readonly rows: Map<number, RowLook>;
  defaultColumnWidth: number;
  defaultRowHeight: number;
  merges: Area[];
  freeze: { rows: number; columns: number };
  gridlines: boolean;
  conditionalFormats: (ConditionalFormat | Opaque)[];
  validations: (Validation | Opaque)[];
  page: PageSetup;
  charts: Chart[];
  /** The range of the sheet's AutoFilter, its headings first. Criteria stay in the file and are not modelled. */
  autoFilter?: Area | undefined;
  protected: boolean;
  readonly changed: Set<Aspect>;
  /** Cells whose content or style differs from the file. */
  readonly changedCells: Set<number>;
}

export interface DefinedName {
  name: string;
  /** Undefined: the whole workbook. Otherwise the sheet's id. */
  scope?: string;
  /** Without "=", e.g. "業務!$C$5:$N$5". */
  refersTo: string;
  comment: string;
  visible: boolean;
}

export interface Book {
  /** File name shown to the add-in. */
  name: string;
  readOnly: boolean;
  /** Sheets can neither be added nor taken out, renamed, moved, hidden or shown. */
  readonly structureProtected?: boolean;
  readonly sheets: Sheet[];
  readonly names: DefinedName[];
  /** Font of the Normal style. */
  defaultFont: { name: string; size: number };
  /** Look of a cell without a style of its own (cellXfs 0); Japanese workbooks often centre it vertically. */
  readonly defaultStyle?: Style;
  /** Day 0 is 1904-01-01. */
  readonly date1904?: boolean;
  /** Index into `sheets`. */
  activeSheet: number;
  namesChanged: boolean;
  sheetsChanged: boolean;
}

const COLUMNS = 16_384;
export const cellKey = (row: number, column: number): number => row * COLUMNS + column;
export const keyRow = (key: number): number => Math.floor(key / COLUMNS);
export const keyColumn = (key: number): number => key % COLUMNS;

export function isCellError(value: Scalar | undefined): value is CellError {
  return typeof value === 'object';
}

/** Works out the values of all formula cells; sets `value` and, where it differs, `changedCells`. */
export interface CalculationEngine {
  recalculate(book: Book): Promise<void>;
}
