import type { RestorePoint } from './restorePoint';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';

/** What the sheets of a point are called now, whether the plan got as far as renaming them or not. */
export class FormerNames {
  constructor(private readonly point: RestorePoint, private readonly now: WorkbookSnapshot) {}

  sheet(name: string): SheetSnapshot | undefined {
    return this.now.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
  }

  /** The present name of a sheet that was there before; null: it is gone. */
  current(was: string): string | null {
    const renamed = this.point.renamed.find((one) => one.from === was);
    if (renamed && this.isDone(renamed)) return renamed.to;
    // Another sheet may have come in its stead.
    if (renamed && this.point.added.some((one) => one.sheet === was)) return this.sheet(was) ? was : null;
    return this.sheet(was)?.name ?? null;
  }

  /** Whether the plan got as far as a renaming. Where the new name was another sheet's, that one may still stand there: then the old name tells, unless a later sheet took it. */
  isDone(renaming: RestorePoint['renamed'][number]): boolean {
    const { from, to } = renaming;
    const { renamed } = this.point;
    if (this.sheet(to) === undefined) return false;
    if (!renamed.some((one) => one.from === to) || this.sheet(from) === undefined) return true;
    return renamed.slice(renamed.indexOf(renaming) + 1).some((later) => later.to === from && this.isDone(later));
  }

  /** Whether a sheet that the plan adds is there, and not still the one that makes room for it. */
  hasCome(sheet: string): boolean {
    if (this.point.spent?.as === sheet) return this.sheet(sheet) !== undefined;
    const making = this.point.renamed.find((one) => one.from === sheet);
    return this.sheet(sheet) !== undefined && (making === undefined || this.sheet(making.to) !== undefined);
  }
}
