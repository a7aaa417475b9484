import { textArgument } from '../arguments';
import { HostError } from '../errors';
import { classTable, HostObject, type ClassTable, type ScalarMember } from '../hostObject';
import type { PageLayoutObject } from './pageLayout';

const GROUP: ClassTable<HeaderFooterGroupObject> = classTable('HeaderFooterGroup', {
  navigation: {
    DefaultForAllPages: { since: '1.9', get: (self) => new HeaderFooterObject(self.layout) },
  },
});

/** Excel.HeaderFooterGroup with one header and footer for all pages. */
export class HeaderFooterGroupObject extends HostObject {
  constructor(readonly layout: PageLayoutObject) {
    super(layout.host);
  }
  get table(): ClassTable<HostObject> {
    return GROUP;
  }
}

/** Excel takes at most 255 characters a header or footer (support.microsoft.com, "Excel specifications and limits"). */
const LONGEST = 255;

function section(place: 'header' | 'footer', side: 'left' | 'center' | 'right'): ScalarMember<HeaderFooterObject> {
  return {
    since: '1.9',
    get: (self) => self.layout.sheet.page[place]?.[side] ?? '',
    set: (self, value) => {
      const changed = { ...self.layout.sheet.page[place], [side]: textArgument(value, `${side} ${place}`) };
      if (Object.values(changed).join('').length > LONGEST) throw new HostError('InvalidArgument', `a ${place} of more than 255 characters`);
      self.layout.change({ [place]: changed });
    },
  };
}

const TABLE: ClassTable<HeaderFooterObject> = classTable('HeaderFooter', {
  scalars: {
    LeftHeader: section('header', 'left'),
    CenterHeader: section('header', 'center'),
    RightHeader: section('header', 'right'),
    LeftFooter: section('footer', 'left'),
    CenterFooter: section('footer', 'center'),
    RightFooter: section('footer', 'right'),
  },
});

/** Excel.HeaderFooter; texts may hold codes such as "&P". */
export class HeaderFooterObject extends HostObject {
  constructor(readonly layout: PageLayoutObject) {
    super(layout.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
}
