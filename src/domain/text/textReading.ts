import type { FindingKind } from '../checks/finding';
import type { TableDefinition } from '../definitions';
import type { FoundLine } from '../recognition/foundTable';
import type { FigureBook, SeriesFigures } from '../series';

/** A row in a fiscal year as a text gives it. */
export interface TextSeries extends SeriesFigures {
  readonly rowId: string;
  readonly year: number;
  /** Number of the line in the text, from 1. */
  readonly line: number;
  /** What was read otherwise than written, or placed without its cell, in sentences. */
  readonly notes: readonly string[];
}

/** The blocks of one definition that a text holds. */
export interface TextTable {
  readonly definition: TableDefinition;
  /** No definition was for it: this one was made for the text, and becomes the workbook's where its figures are taken over. */
  readonly own: boolean;
  /** Lines of its headings. */
  readonly headers: readonly number[];
  /** How many lines were taken for its rows, read or not. */
  readonly lines: number;
  readonly series: readonly TextSeries[];
  /** What was inferred of a definition of its own, and lines left out of it, in sentences. */
  readonly notes: readonly string[];
}

/** Definitions for tables that no definition is for. */
export interface OwnTables {
  readonly tables: readonly TableDefinition[];
  /** The row each line became, by ID; a line without one is left out. */
  readonly rows: ReadonlyMap<FoundLine, string>;
  /** By table ID. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** Lines that found no room among the definitions, in sentences. */
  readonly noRoom: readonly string[];
}

/** A table or line that the given definitions are not for. */
export interface TextStranger {
  readonly kind: 'table' | 'line';
  readonly line: number;
  readonly label: string;
  /** Names that may be meant, e.g. "郵送化率／窓口件数". */
  readonly near: readonly string[];
  /** One sentence that says all this. */
  readonly text: string;
}

/** A figure, or a line of them, that was not read. */
export interface UnreadFigure {
  readonly line: number;
  readonly rowId: string;
  /** As it stands in the text. */
  readonly found: string;
  /** One sentence: where, what and why. */
  readonly text: string;
}

/** Something odd in the figures; slip: a figure written otherwise than it is meant. */
export interface TextOddity {
  readonly kind: FindingKind | 'slip';
  readonly rowId: string;
  readonly year: number;
  readonly lines: readonly number[];
  /** One sentence. */
  readonly text: string;
}

/** What a pasted text says. */
export interface TextReading {
  /** In the order of the definitions. */
  readonly tables: readonly TextTable[];
  readonly series: FigureBook;
  /** The latest fiscal year of the series; null: there is none. */
  readonly fiscalYear: number | null;
  readonly oddities: readonly TextOddity[];
  readonly unread: readonly UnreadFigure[];
  readonly strangers: readonly TextStranger[];
  /** What was not looked at, because there was too much of it, and what to do, in sentences. */
  readonly cut: readonly string[];
  /** What was assumed on the way, and why nothing was found, in sentences. */
  readonly notes: readonly string[];
}
