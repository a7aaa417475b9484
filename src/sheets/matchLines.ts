import { normalizeLabel } from '../domain/labels';
import { carriedOn } from '../domain/recognition/labelCells';
import { isUnit, readLineLabel } from '../domain/recognition/lineLabel';

/** A line that a block should have: a row in a fiscal year. */
export interface ExpectedLine {
  /** As our own tables print it. */
  readonly printed: string;
  /** What the row may be called. */
  readonly names: readonly string[];
  readonly year: number;
  /** A line that tells no year may be meant. */
  readonly onlyYear: boolean;
  /** A line that tells nothing but a year may be meant. */
  readonly headed: boolean;
}

/** A line of the sheet with the texts of its label cells. */
export interface SheetLine {
  readonly at: number;
  readonly texts: readonly string[];
  /** Nothing stands under the months, and no name points here: the year it tells may be that of the labels below. */
  readonly mayHead: boolean;
}

/** How a line of a block was found. */
export type LineMatch =
  | { readonly kind: 'label'; readonly at: number }
  /** The label is no longer ours, but the name still points here and nobody else claims the line. */
  | { readonly kind: 'renamed'; readonly at: number; readonly label: string }
  | { readonly kind: 'unsure' };

/**
 * Gives each expected line its place. `named` are the lines of the sheet their names point at (null: none), `lines` those of the
 * block. A label that stands once decides, unless the named line may be the same line renamed; of several the named one; without
 * the label the named line, if it bears no other line's label and no line of the block has lost its place to a sort.
 */
export function matchLines(expected: readonly ExpectedLine[], named: readonly (number | null)[], lines: readonly SheetLine[]): readonly (LineMatch | null)[] {
  const wantedLines = expected.map(compared);
  const read = readLines(wantedLines, lines);
  const readAt = new Map(read.map((line) => [line.at, line]));
  const byLabel = wantedLines.map((wanted) => read.filter((line) => means(line, wanted)));
  const claimed = new Set(byLabel.flatMap((found) => found.map((line) => line.at)));
  // A line that bears another's label or year, or none, has lost its own to a sort. A label of somebody else's is a renamed
  // line as likely as a sorted one.
  const isFree = (at: number | null, year: number): boolean => {
    const line = at === null ? undefined : readAt.get(at);
    return line === undefined || claimed.has(line.at) || line.label === '' || (line.year ?? year) !== year;
  };
  return expected.map(({ year }, index): LineMatch | null => {
    const found = byLabel[index] ?? [];
    const at = named[index] ?? null;
    const [only, ...others] = found;
    if (only && others.length === 0) return only.at === at || isFree(at, year) ? { kind: 'label', at: only.at } : { kind: 'unsure' };
    if (only) return at !== null && found.some((line) => line.at === at) ? { kind: 'label', at } : { kind: 'unsure' };
    if (at === null || claimed.has(at)) return null;
    const line = readAt.get(at);
    const wanted = wantedLines[index];
    // Which year 前年度 is, the name tells.
    if (line && wanted && line.relative && isCalled(line, wanted)) return { kind: 'label', at };
    return line ? { kind: 'renamed', at, label: line.label } : null;
  });
}

/** A line wanted, its texts as they are compared. */
interface ComparedLine extends Pick<ExpectedLine, 'year' | 'onlyYear' | 'headed'> {
  readonly printed: string;
  readonly names: readonly string[];
}

const compared = ({ printed, names, ...rest }: ExpectedLine): ComparedLine => ({ ...rest, printed: normalizeLabel(printed), names: names.map(normalizeLabel) });

/** What a line says of itself. */
interface ReadLine {
  readonly at: number;
  /** As written. */
  readonly label: string;
  /** Our own label for a row in a year, where it begins with one and no name follows; null: it does not. */
  readonly printed: string | null;
  /** What it is called, among the names of the block; null: none of them. */
  readonly name: string | null;
  readonly year: number | null;
  /** It tells a year, be it 前年度, and no label. */
  readonly yearOnly: boolean;
  /** It is of 前年度 or the like, which is no year that lasts. */
  readonly relative: boolean;
}

function readLines(expected: readonly ComparedLine[], lines: readonly SheetLine[]): ReadLine[] {
  const names = new Set(expected.flatMap((wanted) => wanted.names));
  const printed = new Set(expected.map((wanted) => wanted.printed).filter((label) => !names.has(label)));
  const isName = (text: string): boolean => names.has(normalizeLabel(text));
  let above: readonly string[] = [];
  let section: number | null = null;
  return lines.map(({ at, texts, mayHead }, index): ReadLine => {
    // A unit without a label names nothing, and what is carried on from above would name it twice.
    const own = texts.filter((text, index) => text !== '' && (index === 0 || !isUnit(text)));
    const label = own.join(' ');
    above = carriedOn(texts, above);
    if (own.length === 0) return { at, label, printed: null, name: null, year: null, yearOnly: false, relative: false };
    const first = normalizeLabel(texts[0] ?? '');
    if (printed.has(first) && !own.slice(1).some(isName)) return { at, label, printed: first, name: null, year: null, yearOnly: false, relative: false };
    const said = readLineLabel(above, isName, true);
    if (mayHead && said.year !== null && said.labels.length === 0 && namesOnly(lines[index + 1]?.texts ?? [], isName)) {
      section = said.year;
      return { at, label: '', printed: null, name: null, year: null, yearOnly: false, relative: false };
    }
    const ownLabels = readLineLabel(own, isName, true).labels;
    // A label from above is the line's where it has a year alone; joined to its own label it may be what the row is called.
    const labels = ownLabels.length === 0 ? [...said.labels].reverse() : [said.labels.join(''), ...[...ownLabels].reverse()];
    return { at, label, printed: null, name: labels.map(normalizeLabel).find((one) => names.has(one)) ?? null, year: said.year ?? section, yearOnly: said.labels.length === 0, relative: said.yearsBack !== null };
  });
}

/** Whether texts are a name of the block's and tell no year. */
function namesOnly(texts: readonly string[], isName: (text: string) => boolean): boolean {
  const { labels, year, yearsBack } = readLineLabel(texts, isName, true);
  return year === null && yearsBack === null && labels.some(isName);
}

function means(line: ReadLine, wanted: ComparedLine): boolean {
  if (line.printed !== null) return line.printed === wanted.printed;
  const isYear = line.year === wanted.year || (line.year === null && wanted.onlyYear && !line.yearOnly);
  return isYear && isCalled(line, wanted);
}

const isCalled = (line: ReadLine, wanted: ComparedLine): boolean => (line.yearOnly ? wanted.headed : wanted.names.some((name) => name === line.name));
