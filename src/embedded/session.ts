import { loadOffice, type OfficeClient } from './host/client';
import { ExcelHost, type HostOptions } from './host/host';
import type { Book, CalculationEngine } from './model/book';

export interface SessionOptions extends Partial<HostOptions> {
  readonly book: Book;
  readonly engine: CalculationEngine;
  /** "ja-JP" unless said otherwise. Texts are typed as in a Japanese Excel in any case. */
  readonly locale?: string;
}

export interface Session extends OfficeClient {
  readonly host: ExcelHost;
}

/** A workbook with the real office.js on top: the globals an add-in knows, and the host behind them. */
export function openSession({ book, engine, locale = 'ja-JP', ...options }: SessionOptions): Session {
  const host = new ExcelHost(book, engine, options);
  return { host, ...loadOffice(host, locale) };
}
