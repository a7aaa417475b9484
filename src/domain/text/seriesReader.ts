import type { CatalogRow } from '../catalog';
import { fiscalYearLabel, monthLabel } from '../fiscalYear';
import { normalizeLabel } from '../labels';
import { expectationOf, readFigure, type FigureExpectation } from '../readFigure';
import type { FoundLine } from '../recognition/foundTable';
import { deriveTotal, seriesKey, type SeriesFigures, type SeriesKey } from '../series';
import { placeValues, type PlacedValues, type ReadValue } from './placeValues';
import type { TextSeries, UnreadFigure } from './textReading';
import type { TextTableFound } from './textTables';

/** A line of a text and the row it was taken for, in its year. */
export interface WantedLine {
  readonly table: TextTableFound;
  readonly line: FoundLine;
  readonly row: CatalogRow;
  readonly year: number;
}

/** A slip in a series: where, and what it was read as. */
export interface Slip {
  readonly rowId: string;
  readonly year: number;
  readonly line: number;
  readonly text: string;
}

const EVERY_MONTH = Array.from({ length: 12 }, (_, month) => month);

/** Reads the figures of lines by the rules of their rows. Nothing is guessed: what cannot be read is told with its place and stays blank. */
export class SeriesReader {
  readonly series = new Map<SeriesKey, TextSeries>();
  readonly unread: UnreadFigure[] = [];
  readonly slips: Slip[] = [];
  /** Whether every short line so far ended in its total, by table and number of figures. */
  private readonly endings = new Map<string, boolean>();

  read(lines: readonly WantedLine[]): void {
    const short: WantedLine[] = [];
    for (const wanted of lines) {
      if (this.isShort(wanted)) short.push(wanted);
      else this.readWhole(wanted);
    }
    // A total that is worked out from other rows, or typed, is known only after those.
    const later = short.filter((wanted) => !this.readShort(wanted, false));
    const last = later.filter((wanted) => wanted.row.total.kind === 'typed');
    for (const wanted of later.filter((one) => one.row.total.kind !== 'typed')) this.readShort(wanted, true);
    for (const wanted of last) this.readShort(wanted, true);
  }

  private isShort({ table, line, row }: WantedLine): boolean {
    const values = table.valuesOf(line.line);
    return values !== null && values.length !== (table.found.header.months.length + table.found.header.between.length) + (hasTotal(table) && row.total.kind !== 'none' ? 1 : 0) && values.length < mostOf(table);
  }

  private readWhole(wanted: WantedLine): void {
    const { table, line, row } = wanted;
    const values = table.valuesOf(line.line);
    if (values && values.length > mostOf(table)) {
      this.refuse(wanted, values.join(' '), `数値が${values.length}個あり、見出しの${mostOf(table)}個より多いため、読み込めません`);
      return;
    }
    if (this.refusedUnit(wanted)) return;
    const { months, totalPosition } = { months: table.found.header.months, totalPosition: table.found.totalPosition };
    const cells = months.map((position, month) => this.value(wanted, table.rawAt(line.line, position), monthLabel(month), monthExpectation(wanted)));
    const total = totalPosition === null || row.total.kind === 'none' ? null : this.value(wanted, table.rawAt(line.line, totalPosition), '計', totalExpectation(wanted));
    this.keep(wanted, { months: cells, total, note: null });
  }

  /** false: to be tried again once other rows are read. */
  private readShort(wanted: WantedLine, final: boolean): boolean {
    const { table, line, row, year } = wanted;
    const written = table.valuesOf(line.line) ?? [];
    const ending = `${table.header}:${written.length}`;
    const isLast = row.total.kind === 'formula' || row.total.kind === 'typed';
    if (isLast && !final) return false;
    if (this.refusedUnit(wanted)) return true;
    const single = table.found.header.between.length === 0;
    const ends = hasTotal(table) && row.total.kind !== 'none';
    const values = written.map((text, index) => this.quiet(text, ends && index === written.length - 1 ? totalExpectation(wanted) : monthExpectation(wanted)));
    const unread = values.find((value) => typeof value === 'string');
    const read = values.filter((value) => typeof value !== 'string');
    const placed = unread === undefined && single
      ? placeValues(read, row, year, { hasTotal: hasTotal(table), derivedTotal: this.derivedTotal(wanted), siblingsEndInTotal: this.endings.get(ending) === true })
      : null;
    if (placed?.ok) {
      this.endings.set(ending, placed.data.total !== null && this.endings.get(ending) !== false);
      this.keep(wanted, placed.data);
    } else {
      this.endings.set(ending, false);
      this.refuse(wanted, written.join(' '), placed ? placed.reason : (unread ?? `数値が${written.length}個しかなく、小計の欄もあるため、どの月の数値か判断できません`));
    }
    return true;
  }

  private derivedTotal({ row, year }: WantedLine): number | null {
    return row.total.kind === 'formula' ? deriveTotal(row, year, this.series) : null;
  }

  private refusedUnit(wanted: WantedLine): boolean {
    const { table, line, row } = wanted;
    const unit = otherUnit(line.unit, table.found.unit, row.definition.unit);
    if (unit === null) return false;
    this.refuse(wanted, rawTexts(wanted).join(' '), `単位が「${unit}」で、表定義の「${row.definition.unit}」と違うため、読み込めません`);
    return true;
  }

  /** A figure; one that cannot be read is told and left out. */
  private value(wanted: WantedLine, text: string, place: string, expected: FigureExpectation): ReadValue | null {
    const read = this.quiet(text, expected);
    if (typeof read !== 'string') return read.value === null ? null : { ...read, written: text, notes: read.notes.map((note) => `${place}の${note}`) };
    this.refuse(wanted, text, read, place);
    return null;
  }

  private quiet(text: string, expected: FigureExpectation): ReadValue | string {
    const reading = readFigure(text, expected);
    return reading.ok ? { value: reading.value, written: text, notes: reading.notes } : reading.reason;
  }

  private refuse(wanted: WantedLine, found: string, reason: string, place = ''): void {
    const number = wanted.table.numberOf(wanted.line.line);
    this.unread.push({ line: number, rowId: wanted.row.definition.id, found, text: `${number}行目 ${nameOf(wanted)}${place === '' ? '' : `の${place}`}: ${reason}。` });
  }

  private keep(wanted: WantedLine, placed: PlacedValues): void {
    const { row, year } = wanted;
    const key = seriesKey(row.definition.id, year);
    const figures: SeriesFigures = { months: EVERY_MONTH.map((month) => placed.months[month]?.value ?? null), total: placed.total?.value ?? null };
    if (figures.total === null && figures.months.every((month) => month === null)) return;
    const before = this.series.get(key);
    if (before) {
      if (!sameFigures(before, figures)) this.refuse(wanted, rawTexts(wanted).join(' '), `${before.line}行目にも同じ項目があり、数値が違います。${before.line}行目の数値を使います`);
      return;
    }
    const line = wanted.table.numberOf(wanted.line.line);
    const slips = [...placed.months, placed.total].flatMap((one) => one?.notes ?? []);
    this.slips.push(...slips.map((note) => ({ rowId: row.definition.id, year, line, text: `${nameOf(wanted)}の${note}。` })));
    const notes = [...slips, ...(placed.note === null ? [] : [placed.note])].map((note) => `${note}。`);
    this.series.set(key, { rowId: row.definition.id, year, line, notes, ...figures });
  }
}

const hasTotal = (table: TextTableFound): boolean => table.found.totalPosition !== null;

/** Headings from the first month on: no line has more figures. */
const mostOf = ({ found }: TextTableFound): number => Math.max(...found.header.months, ...found.header.after.map((heading) => heading.position)) - (found.header.months[0] ?? 0) + 1;

const nameOf = ({ row, year }: WantedLine): string => `${row.table.name}「${row.definition.label}」（${fiscalYearLabel(year)}）`;

const rawTexts = ({ table, line }: WantedLine): string[] => table.valuesOf(line.line)?.slice() ?? table.found.header.months.map((position) => table.rawAt(line.line, position)).filter((text) => text !== '');

const monthExpectation = ({ row, year }: WantedLine): FigureExpectation => expectationOf(row.definition, year);
/** A number of dates is a number; any other total is of its months' kind. */
const totalExpectation = ({ row, year }: WantedLine): FigureExpectation => (row.total.kind === 'count' ? { form: 'number', unit: '回', fiscalYear: year } : expectationOf(row.definition, year));

/** Units in which the same number means something else. */
const MONEY = ['円', '千円', '万円', '百万円', '億円'];
const TIME = ['時間', '分'];
const MEASURES = [...MONEY, ...TIME, '%', 'ポイント'];

/** The unit a line, or its whole table, is written in where that is another measure than the row's; null: nothing speaks against it. */
function otherUnit(ofLine: string | null, ofTable: string | null, defined: string): string | null {
  const plain = (unit: string): string => normalizeLabel(unit).replace('パーセント', '%');
  const differs = (unit: string, among: readonly string[]): boolean => plain(unit) !== plain(defined) && (among.includes(plain(unit)) || among.includes(plain(defined)));
  if (ofLine !== null) return differs(ofLine, MEASURES) ? ofLine : null;
  // Over a whole table a unit stands for most lines: only a scale is taken for all of them.
  const family = [MONEY, TIME].find((units) => units.includes(plain(defined)));
  return ofTable !== null && family?.includes(plain(ofTable)) === true && differs(ofTable, family) ? ofTable : null;
}

function sameFigures(a: SeriesFigures, b: SeriesFigures): boolean {
  const same = (x: number | null | undefined, y: number | null | undefined): boolean => x === y || x == null || y == null || Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(x));
  return same(a.total, b.total) && a.months.every((month, index) => same(month, b.months[index]));
}
