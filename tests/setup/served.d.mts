export interface Served {
  /** "https://localhost:40123" */
  readonly origin: string;
  /** Where it is built: the add-in in dist/, the page in page/. */
  readonly folder: string;
  /** What the command has said so far. */
  said(): string;
  /** Ends it as Ctrl+C does; gives its exit code. */
  stop(): Promise<number | null>;
}
export function startServed(root?: string): Promise<Served>;
