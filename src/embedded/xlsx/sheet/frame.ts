/** Children of a worksheet in the order that the schema asks for (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
export const WORKSHEET_ORDER = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios',
  'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations',
  'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches',
  'ignoredErrors', 'smartTags', 'drawing', 'drawingHF', 'picture', 'legacyDrawing', 'legacyDrawingHF', 'oleObjects', 'controls',
  'webPublishItems', 'tableParts', 'extLst',
] as const;

export const SHEET_PR_ORDER = ['tabColor', 'outlinePr', 'pageSetUpPr'] as const;

export const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
