import type { Injector } from '@univerjs/core';
import { IDefinedNamesService, type IDefinedNameMapItem } from '@univerjs/engine-formula';
import { tokenizeFormula } from '../../plan/formulaText';
import type { Book, DefinedName } from '../model/book';
import { areaOf, sheetOf } from '../model/formulaTokens';
import type { GridCommands } from './univer/gridCommands';
import { UNIT } from './view/univerData';

/** The defined names in the name box: chosen there, they lead to their cells. */
export class GridNames {
  private shown = '';

  constructor(private readonly injector: Injector, commands: GridCommands, private readonly book: Book) {
    // Names belong to the workbook; the grid's own manager of names must not change them.
    commands.handlers.set('sidebar.operation.defined-name', () => true);
  }

  refresh(): void {
    const names = this.book.names.filter((name) => name.visible && isArea(name));
    const now = JSON.stringify(names);
    const service = this.injector.get(IDefinedNamesService);
    // A grid that was built anew has none.
    if (now === this.shown && service.hasDefinedName(UNIT) === names.length > 0) return;
    this.shown = now;
    service.removeUnitDefinedName(UNIT);
    service.registerDefinedNames(UNIT, Object.fromEntries(names.map(itemOf)));
  }
}

/** Names of formulas and constants have no place to go to. */
function isArea({ refersTo }: DefinedName): boolean {
  const [token, ...more] = tokenizeFormula(refersTo);
  return token !== undefined && more.length === 0 && areaOf(token) !== null && sheetOf(token) !== null;
}

function itemOf({ name, scope, refersTo, comment }: DefinedName, index: number): [string, IDefinedNameMapItem[string]] {
  const id = `name${index}`;
  return [id, { id, name, formulaOrRefString: refersTo, comment, ...(scope === undefined ? {} : { localSheetId: scope }) }];
}
