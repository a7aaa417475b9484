import type { Grid } from '../../src/sheets/grid';
import { textGrid, type Formats } from './textGrid';

/** A sheet as people lay it out, and the lines that a reader should find there, in the words of lineWords. */
export interface Layout {
  readonly name: string;
  readonly grid: Grid;
  readonly lines: readonly string[];
}

export const layout = (name: string, text: string, lines: readonly string[], { sheet = 'Sheet1', formats = {} }: { readonly sheet?: string; readonly formats?: Formats } = {}): Layout =>
  ({ name, grid: textGrid(sheet, text, formats), lines });
