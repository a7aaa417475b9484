import { ICommandService, LocaleType, LogLevel, Univer } from '@univerjs/core';
import DesignJa from '@univerjs/design/locale/ja-JP';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import DocsUIJa from '@univerjs/docs-ui/locale/ja-JP';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import SheetsFormulaJa from '@univerjs/sheets-formula/locale/ja-JP';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import SheetsFormulaUIJa from '@univerjs/sheets-formula-ui/locale/ja-JP';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import SheetsJa from '@univerjs/sheets/locale/ja-JP';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import SheetsUIJa from '@univerjs/sheets-ui/locale/ja-JP';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import UIJa from '@univerjs/ui/locale/ja-JP';
import { GridCommands } from './gridCommands';

export interface StartedUniver {
  readonly univer: Univer;
  readonly commands: GridCommands;
}

/** A Univer that shows sheets in a container: formula bar, tabs and zoom, but no menus and no calculation. */
export function startUniver(container: HTMLElement): StartedUniver {
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.JA_JP,
    locales: { [LocaleType.JA_JP]: { ...DesignJa, ...UIJa, ...DocsUIJa, ...SheetsJa, ...SheetsUIJa, ...SheetsFormulaJa, ...SheetsFormulaUIJa } },
    logLevel: LogLevel.ERROR,
    override: [[ICommandService, { useClass: GridCommands }]],
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverUIPlugin, { container, header: true, toolbar: false, contextMenu: false, footer: true, disableAutoFocus: true });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    disableAutoFocus: true,
    footer: { sheetBar: true, statisticBar: false, menus: false, zoomSlider: true, addSheetButtonConfig: { show: false } },
    clipboardConfig: { hidePasteOptions: true },
    disableForceStringMark: true,
    disableForceStringAlert: true,
  });
  // The cell editor and the formula bar come with these two; there is nothing for them to calculate.
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  const commands = univer.__getInjector().get(ICommandService);
  if (!(commands instanceof GridCommands)) throw new Error('the gate of the grid is not in place');
  return { univer, commands };
}
