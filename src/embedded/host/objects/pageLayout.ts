import type { PageSetup, Sheet } from '../../model/book';
import { booleanArgument, numberArgument, oneOf } from '../arguments';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable, type ScalarMember } from '../hostObject';
import { guardSheet } from '../rules/guards';
import { HeaderFooterGroupObject } from './headersFooters';
import { PrintAreaObject } from './printArea';
import { printTitles, readZoom, setPaper, setPrintArea, setPrintTitles, writeZoom, paperName } from './pageSettings';

type Margin = keyof NonNullable<PageSetup['margins']>;
const POINTS_PER_INCH = 72;
/** Excel's own for a new sheet, in inches. */
const MARGINS = { top: 0.75, bottom: 0.75, left: 0.7, right: 0.7, header: 0.3, footer: 0.3 };

/** Points here, inches in the model. */
function margin(side: Margin): ScalarMember<PageLayoutObject> {
  return {
    since: '1.9',
    get: (self) => (self.sheet.page.margins ?? MARGINS)[side] * POINTS_PER_INCH,
    set: (self, value) => self.change({ margins: { ...MARGINS, ...self.sheet.page.margins, [side]: numberArgument(value, `${side} margin`) / POINTS_PER_INCH } }),
  };
}

const TABLE: ClassTable<PageLayoutObject> = classTable('PageLayout', {
  scalars: {
    Orientation: {
      since: '1.9',
      get: (self) => (self.sheet.page.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set: (self, value) => self.change({ orientation: oneOf(value, ['Portrait', 'Landscape'] as const, 'orientation') === 'Landscape' ? 'landscape' : 'portrait' }),
    },
    PaperSize: { since: '1.9', get: (self) => paperName(self.sheet.page), set: (self, value) => self.change({ paperSize: setPaper(value) }) },
    Zoom: { since: '1.9', get: (self) => readZoom(self.sheet.page), set: (self, value) => { writeZoom(self, value); } },
    BlackAndWhite: { since: '1.9', get: (self) => self.sheet.page.blackAndWhite ?? false, set: (self, value) => self.change({ blackAndWhite: booleanArgument(value, 'blackAndWhite') }) },
    CenterHorizontally: { since: '1.9', get: (self) => self.sheet.page.centerHorizontally ?? false, set: (self, value) => self.change({ centerHorizontally: booleanArgument(value, 'centerHorizontally') }) },
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
  },
  navigation: {
    HeadersFooters: { since: '1.9', get: (self) => new HeaderFooterGroupObject(self) },
  },
  methods: {
    GetPrintAreaOrNullObject: { since: '1.9', call: (self) => (self.sheet.page.printArea ? new PrintAreaObject(self.host, self.sheet) : null) },
    SetPrintArea: { since: '1.9', call: (self, area) => { setPrintArea(self, area); } },
    SetPrintTitleRows: { since: '1.9', call: (self, rows) => { setPrintTitles(self, 'titleRows', rows); } },
    SetPrintTitleColumns: { since: '1.9', call: (self, columns) => { setPrintTitles(self, 'titleColumns', columns); } },
    GetPrintTitleRowsOrNullObject: { since: '1.9', call: (self) => printTitles(self, 'titleRows') },
    GetPrintTitleColumnsOrNullObject: { since: '1.9', call: (self) => printTitles(self, 'titleColumns') },
  },
});

/** Excel.PageLayout */
export class PageLayoutObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  change(change: Partial<PageSetup>): void {
    guardSheet(this.host, this.sheet);
    Object.assign(this.sheet.page, change);
    this.sheet.changed.add('page');
  }
}
