import type { Book, Cell } from '../../src/embedded/model/book';
import { isCellError } from '../../src/embedded/model/book';
import type { Task } from '../../src/jobs/task';
import { contentsOf, placeOf, sameCell, type Contents, type SheetContents } from './contents';
import { isHandMade } from './hand/edits';
import { isFilled, said } from './hand/cells';
import { excuse, standingOf, type Replaced, type Standing, type Wanted } from './owned';

/** Watches a workbook over a job: every typed content must stand where it stood, and no formula may have lost what it spoke of. */
export class Watch {
  readonly before: Contents;
  private readonly standing: Standing;

  /** The workbook must be worked out. */
  constructor(book: Book) {
    this.before = contentsOf(book);
    this.standing = standingOf(book);
  }

  /** Typed contents that are watched: of every sheet but the add-in's own records. */
  get figures(): number {
    return this.watched().length;
  }

  /** What went wrong, in sentences. `after`: worked out too. `isMeant`: whether a content may have given way for a reason of its own. */
  faults(after: Contents, task: Task, wanted: Wanted, isMeant: (replaced: Replaced) => boolean = () => false): string[] {
    const lost = this.watched().flatMap(({ sheet, key, cell }) => {
      const now = after.sheets.get(sheet.id)?.cells.get(key);
      if (stands(cell, now)) return [];
      const replaced: Replaced = { sheet, key, before: cell, after: now };
      return excuse(task, this.standing, replaced, { after, before: this.before, ...wanted }) === null && !isMeant(replaced) ? [`lost: ${placeOf(sheet.name, key)} ${said(cell)} → ${said(now)}`] : [];
    });
    return [...lost, ...this.broken(after, wanted.undone?.before)];
  }

  private watched(): { readonly sheet: SheetContents; readonly key: number; readonly cell: Cell }[] {
    return [...this.before.sheets.values()].filter((sheet) => !this.standing.records.has(sheet.id))
      .flatMap((sheet) => [...sheet.cells].filter(([, cell]) => isTyped(cell)).map(([key, cell]) => ({ sheet, key, cell })));
  }

  /** Formulas and names that speak of nothing now and did not before, nor at the moment that a job leads back to. */
  private broken(after: Contents, former: Contents | undefined): string[] {
    const cells = [...after.sheets.values()].flatMap((sheet) => [...sheet.cells].flatMap(([key, cell]) => {
      const was = this.before.sheets.get(sheet.id)?.cells.get(key);
      const broke = (cell.formula?.includes('#REF!') && !was?.formula?.includes('#REF!')) || (cell.formula !== undefined && isLost(cell) && was !== undefined && !isLost(was) && sameCell(was, cell));
      return broke && !sameCell(former?.sheets.get(sheet.id)?.cells.get(key), cell) ? [`broken: ${placeOf(sheet.name, key)} ${said(was)} → ${said(cell)}`] : [];
    }));
    const known = new Set([...this.before.names, ...(former?.names ?? [])]);
    return [...cells, ...after.names.filter((name) => name.includes('#REF!') && !known.has(name)).map((name) => `broken: name ${name}`)];
  }
}

const isLost = ({ value }: Cell): boolean => isCellError(value) && value.error === '#REF!';

/** A content, or a formula that only a person makes. */
const isTyped = (cell: Cell): boolean => (cell.formula === undefined ? isFilled(cell) : isHandMade(cell.formula));

/** A person's formula may follow a sheet's new name. */
function stands(before: Cell, after: Cell | undefined): boolean {
  if (before.formula === undefined) return sameCell(before, after);
  const mark = /\b987\d{3}\b/.exec(before.formula)?.[0] ?? '';
  return after?.formula?.includes(mark) ?? false;
}
