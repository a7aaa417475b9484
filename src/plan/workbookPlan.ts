import type { Area } from './a1';
import type { SheetArea } from './sheetReference';

/** A formula to be written, in English A1 notation, "=" first, or an error as a value, "#N/A". Every plain string is literal text. */
export interface FormulaInput {
  readonly formula: string;
  /** The number format of a cell that is one of texts until then; any other cell keeps its own. */
  readonly format?: string;
}
/** null leaves the cell as it is, "" empties it. */
export type CellInput = number | boolean | string | FormulaInput | null;

export type HorizontalAlignment = 'Left' | 'Center' | 'Right' | 'General';
export type VerticalAlignment = 'Top' | 'Center' | 'Bottom';
export type BorderLine = 'thin' | 'medium' | 'hair' | 'none';

/** Only the members that are given are changed. Colours are "#RRGGBB", sizes points. */
export interface CellStyle {
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: HorizontalAlignment;
  readonly vertical?: VerticalAlignment;
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borders?: { readonly outline?: BorderLine; readonly inside?: BorderLine; readonly color?: string; /** The line above stays that of the cells above. */ readonly joinsAbove?: boolean };
}

/** A conditional format: shown where `formula` (relative to the area's first cell) is true. */
export interface ConditionalRule {
  readonly formula: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly stopIfTrue?: boolean;
}

/** Only the members that are given are changed. */
export interface PageSetup {
  readonly orientation?: 'Portrait' | 'Landscape';
  readonly paper?: 'A4' | 'A3';
  /** Pages wide; the height is free. */
  readonly pagesWide?: number;
  readonly printArea?: Area;
  /** First and last repeated row, from 0. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** Rows above which a page ends. */
  readonly rowBreaks?: readonly number[];
  readonly footerCenter?: string;
  readonly footerRight?: string;
  /** Points. */
  readonly margins?: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

export interface ChartSeries {
  readonly name: string;
  readonly values: Area;
  readonly color: string;
  readonly weight: number;
  readonly dash: 'Continuous' | 'Dash' | 'Dot';
  readonly marker: 'None' | 'Circle';
}

/** A line chart over a helper block of the same sheet. Position and size in points. */
export interface LineChart {
  readonly name: string;
  readonly title: string;
  readonly categories: Area;
  readonly series: readonly ChartSeries[];
  readonly valueFormat: string;
  readonly place: Area;
}

/** One step of a plan. Each names its sheet; rows and columns count from 0. */
export type PlanAction =
  /** `position` counts from 0; without it the sheet goes to the end. */
  | { readonly kind: 'addSheet'; readonly sheet: string; readonly tabColor?: string; readonly position?: number }
  | { readonly kind: 'renameSheet'; readonly sheet: string; readonly to: string }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  /** A copy at the end of the workbook, with its formats, widths, print set-up and charts. Excel gives it the names of the sheet as its own. */
  | { readonly kind: 'copySheet'; readonly sheet: string; readonly to: string; readonly tabColor?: string }
  | { readonly kind: 'deleteColumns'; readonly sheet: string; readonly column: number; readonly columns: number }
  /** Out of people's way, and found in Excel's list of hidden sheets. */
  | { readonly kind: 'hideSheet'; readonly sheet: string }
  | { readonly kind: 'showSheet'; readonly sheet: string }
  | { readonly kind: 'write'; readonly sheet: string; readonly row: number; readonly column: number; readonly cells: readonly (readonly CellInput[])[] }
  | { readonly kind: 'numberFormat'; readonly sheet: string; readonly area: Area; readonly format: string }
  | { readonly kind: 'style'; readonly sheet: string; readonly area: Area; readonly style: CellStyle }
  | { readonly kind: 'columnWidth'; readonly sheet: string; readonly column: number; readonly columns: number; readonly points: number }
  | { readonly kind: 'rowHeight'; readonly sheet: string; readonly row: number; readonly rows: number; readonly points: number }
  /** As high as their wrapped texts need; they go on growing by themselves. */
  | { readonly kind: 'fitRows'; readonly sheet: string; readonly row: number; readonly rows: number }
  | { readonly kind: 'conditionalFormats'; readonly sheet: string; readonly area: Area; readonly rules: readonly ConditionalRule[] }
  | { readonly kind: 'listValidation'; readonly sheet: string; readonly area: Area; /** Written out, at most 255 characters in all, or the cells that hold them. */ readonly choices: readonly string[] | SheetArea; readonly message: string }
  /** Arrows beside the headings, the first row of the area; a sheet has one such filter. */
  | { readonly kind: 'autoFilter'; readonly sheet: string; readonly area: Area }
  | { readonly kind: 'freeze'; readonly sheet: string; readonly rows: number; readonly columns: number }
  | { readonly kind: 'pageSetup'; readonly sheet: string; readonly setup: PageSetup }
  | { readonly kind: 'gridlines'; readonly sheet: string; readonly visible: boolean }
  | { readonly kind: 'lineChart'; readonly sheet: string; readonly chart: LineChart }
  | { readonly kind: 'defineName'; readonly name: string; readonly sheet: string; readonly area: Area; readonly comment: string; /** A name of this spelling is there and is taken out first. */ readonly replaces?: boolean }
  /** A name as it was, whatever it refers to ("=…"); one of its spelling is taken out first. With `sheet` of that sheet's own scope. */
  | { readonly kind: 'restoreName'; readonly name: string; readonly refersTo: string; readonly comment: string; readonly sheet?: string }
  /** The formats of an area, to the same cells of another sheet. */
  | { readonly kind: 'copyLooks'; readonly sheet: string; readonly from: string; readonly area: Area }
  /** Cells as on a new sheet, but for their contents: formats, rules and choices are taken away. */
  | { readonly kind: 'clearLooks'; readonly sheet: string; readonly area: Area }
  /** With `sheet` the name of that sheet's own scope, else the workbook's. */
  | { readonly kind: 'deleteName'; readonly name: string; readonly sheet?: string };

/** What a job wants written, and the same in words. An empty plan writes nothing at all. */
export interface WorkbookPlan {
  readonly actions: readonly PlanAction[];
}
