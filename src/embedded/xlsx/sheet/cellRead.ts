import { formulaShifter } from '../../../plan/formulaText';
import { cellKey, keyColumn, keyRow, type Cell, type CellError, type Scalar } from '../../model/book';
import { FileFault } from '../fault';
import { elementsOf } from '../package/elements';
import { decodeXstring, unescapeXml } from '../package/xstring';
import type { StyleTable } from '../styles/styleRead';
import { plainText } from '../workbook/sharedStrings';
import { rawAttribute, type RawCell } from './sheetText';

/** A shared formula: its master's place and text, and the cells that follow it. */
export interface SharedFormula {
  readonly key: number;
  readonly formula: string;
  readonly dependents: number[];
  readonly at: (dRows: number, dColumns: number) => string;
}

/** What a cell element says. */
export interface CellContent {
  readonly value: Scalar | undefined;
  readonly formula: string | undefined;
  readonly style: number;
  /** Kind of the <f> element where there is one. */
  readonly kind: 'plain' | 'shared' | 'array' | 'dataTable' | undefined;
  readonly sharedIndex: string | undefined;
}

const ERRORS: ReadonlySet<string> = new Set<CellError['error']>(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!', '#GETTING_DATA']);

function readError(text: string): CellError {
  // Errors younger than the model (#FIELD!, #BLOCKED!, …) behave as #VALUE! does.
  return { error: ERRORS.has(text) ? (text as CellError['error']) : '#VALUE!' };
}

/** Characters of the formulas of a sheet that the file holds once and the model a cell each. */
const MOST_SPELLED_OUT = 256 * 1024 * 1024;

/** A number as XML writes it (xsd:double); 0x10, Infinity and words are none. */
const DECIMAL = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i;
const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

const STYLE = /(?:^|\s)s=["'](\d+)["']/;
const TYPE = /(?:^|\s)t=["'](\w+)["']/;
const MS_A_DAY = 86_400_000;
/** Day number of 1970-01-01. */
const UNIX_EPOCH = 25_569;

/** Reads cell elements of one sheet; remembers its shared formulas. */
export class CellReader {
  readonly shared = new Map<string, SharedFormula>();
  private spelledOut = 0;
  private readonly valueOpen: string;
  private readonly valueClose: string;

  constructor(private readonly prefix: string, private readonly texts: readonly string[]) {
    this.valueOpen = `<${prefix}v`;
    this.valueClose = `</${prefix}v>`;
  }

  /** The content of one cell; members of a shared formula get the formula as it reads from there. */
  content(raw: RawCell): CellContent {
    const style = Number(STYLE.exec(raw.attributes)?.[1] ?? 0);
    const type = TYPE.exec(raw.attributes)?.[1] ?? 'n';
    const value = this.value(raw.inner, type);
    const [tag] = elementsOf(raw.inner, `${this.prefix}f`);
    if (!tag) return { value, formula: undefined, style, kind: undefined, sharedIndex: undefined };
    const attributes = raw.inner.slice(tag.start + this.prefix.length + 2, tag.tagEnd);
    const text = tag.empty ? '' : unescapeXml(raw.inner.slice(tag.tagEnd + 1, tag.end - this.prefix.length - 4));
    const kind = /\st=["'](shared|array|dataTable)["']/.exec(attributes)?.[1] ?? 'plain';
    if (kind === 'dataTable') return { value, formula: undefined, style, kind, sharedIndex: undefined };
    if (kind !== 'shared') return { value, formula: text === '' ? undefined : text, style, kind: kind === 'array' ? 'array' : 'plain', sharedIndex: undefined };
    const sharedIndex = rawAttribute(attributes, 'si') ?? '';
    return { value, formula: this.sharedFormula(raw, sharedIndex, text), style, kind, sharedIndex };
  }

  private value(inner: string, type: string): Scalar | undefined {
    if (type === 'inlineStr') return plainText(inner, this.prefix);
    const open = inner.indexOf(this.valueOpen);
    const from = inner.indexOf('>', open) + 1;
    const to = open < 0 ? -1 : inner.indexOf(this.valueClose, from);
    if (to < 0) return undefined;
    const text = inner.slice(from, to);
    switch (type) {
      case 's': return this.texts[Number(text)] ?? '';
      case 'b': return text.trim() === '1' || text.trim() === 'true';
      case 'e': return readError(text);
      case 'str': return decodeXstring(unescapeXml(text));
      case 'd': return finite(Date.parse(text.includes('T') ? `${text.replace(/Z$/, '')}Z` : text) / MS_A_DAY + UNIX_EPOCH);
      default: return DECIMAL.test(text) ? finite(Number(text)) : undefined;
    }
  }

  private sharedFormula(raw: RawCell, index: string, text: string): string | undefined {
    const key = cellKey(raw.row, raw.column);
    const known = this.shared.get(index);
    if (text !== '') {
      if (!known) this.shared.set(index, { key, formula: text, dependents: [], at: formulaShifter(text) });
      return text;
    }
    const spelled = known?.at(raw.row - keyRow(known.key), raw.column - keyColumn(known.key));
    this.spelledOut += spelled?.length ?? 0;
    if (this.spelledOut > MOST_SPELLED_OUT) throw new FileFault('tooLarge', 'shared formulas spell out to more than the limit');
    return spelled;
  }
}

/** Notes the followers of shared formulas and makes the model's cell; null for an element that says nothing. */
export function readModelCell(reader: CellReader, styles: StyleTable, raw: RawCell): Cell | null {
  const { value, formula, style, kind, sharedIndex } = reader.content(raw);
  if (kind === 'shared') {
    const key = cellKey(raw.row, raw.column);
    const shared = reader.shared.get(sharedIndex ?? '');
    if (shared && shared.key !== key) shared.dependents.push(key);
  }
  if (value === undefined && formula === undefined && style === 0) return null;
  const cell: Cell = {};
  if (value !== undefined) cell.value = value;
  if (formula !== undefined) cell.formula = formula;
  if (style !== 0) cell.style = styles.style(style);
  return cell;
}
