import { a1, place } from './sheet.mjs';
import { MONTHS, sum } from './series.mjs';

const HEAD = { bold: true, fill: '#DDEBF7', border: true, align: 'center' };
const LABEL = { border: true };

/** The usual columns: what stands before, twelve months, a total or none. `heads`: texts, or { value, fmt }. */
export function columns({ before = [{ kind: 'label', head: null }], heads = MONTHS, total = null, after = [] }) {
  const months = heads.map((head, i) => ({ kind: 'month', head, month: i % 12, year: i < 12 ? 0 : 1 }));
  return [...before, ...months, ...(total === null ? [] : [{ kind: 'total', head: total }]), ...after];
}

/** Months with subtotals after each quarter and half, and a year total that adds the halves. */
export function quarterColumns(before, heads = MONTHS) {
  const month = (m) => ({ kind: 'month', head: heads[m], month: m, year: 0 });
  const quarter = (q) => [0, 1, 2].map((m) => month(q * 3 + m)).concat({ kind: 'subtotal', head: `第${q + 1}四半期計`, months: [q * 3, q * 3 + 1, q * 3 + 2] });
  const half = (name, q) => ({ kind: 'subtotal', head: name, heads: [`第${q + 1}四半期計`, `第${q + 2}四半期計`], months: [0, 1, 2, 3, 4, 5].map((m) => m + q * 3) });
  return [...before, ...quarter(0), ...quarter(1), half('上期計', 0), ...quarter(2), ...quarter(3), half('下期計', 2), { kind: 'total', head: '年度計', heads: ['上期計', '下期計'] }];
}

const headOf = (head) => (typeof head === 'object' && head !== null ? head : { value: head });

/**
 * Writes a table and gives what a reader should find. Positions run along the months, lines across them: `down` turns
 * both. A line is { label, year, values, fmt, unit, total, matches } and maybe: `text` (what is typed instead), `live`
 * (figures are formulas: `ratio`, or `sums` of other lines), `liveTotal`, `under` (the label stands in the merged cell of
 * the line before), `group` (text of the label column before, over `groupSpan` lines), `span` (lines the label is merged over), `year2` (figures of the second year of 24 months).
 * { gap: n } leaves lines empty, { section } writes a text alone.
 */
export function table(sheet, { at, down = false, columns: all, lines, title = null, unit = null, year = null, yearCell = null, headLook = HEAD }) {
  const origin = place(at);
  const spot = (position, index) => (down ? [origin.row + position, origin.column + index] : [origin.row + index, origin.column + position]);
  const address = (position, index) => a1(...spot(position, index));
  const range = (from, to) => (from === to ? from : `${from}:${to}`);
  const positions = (kind) => all.flatMap((column, i) => (column.kind === kind ? [i] : []));
  const monthPositions = positions('month');
  const totalPosition = positions('total')[0];

  all.forEach(({ head, look }, i) => {
    const { value, fmt } = headOf(head);
    sheet.put(...spot(i, 0), value, { ...headLook, fmt, ...look });
  });

  const placed = [];
  let index = 1;
  for (const line of lines) {
    if (line.gap !== undefined) index += line.gap;
    else if (line.section !== undefined) sheet.put(...spot(0, index++), line.section, { bold: true });
    else placed.push({ line, index: index++ });
  }
  const named = (label, from) => placed.find(({ line }) => line.label === label && line.year === from.year) ?? fail(`no line ${label}`);

  const formulaAt = ({ line, index: at }, position) => {
    const ref = (label) => address(position, named(label, line).index);
    if (line.ratio) {
      const to = line.ratio.to.map(ref);
      const ratio = `${ref(line.ratio.of)}/${to.length > 1 ? `(${to.join('+')})` : to[0]}`;
      return line.wrap ? line.wrap(ratio, to[0]) : ratio;
    }
    if (line.sums) return line.sums.map(ref).join('+');
    const column = all[position];
    if (column.heads) return column.heads.map((head) => address(all.findIndex((one) => one.head === head), at)).join('+');
    const months = monthPositions.filter((p) => !column.months || column.months.includes(all[p].month)).map((p) => address(p, at));
    return `SUM(${range(months[0], months.at(-1))})`;
  };
  const worth = ({ line }, months) => {
    const over = (label) => sum(months.map((m) => named(label, line).line.values[m]));
    if (line.ratio) {
      const ratio = over(line.ratio.of) / sum(line.ratio.to.map(over));
      return Number.isFinite(ratio) ? ratio : null;
    }
    if (line.sums) return sum(line.sums.map(over));
    return sum(months.map((m) => line.values[m]));
  };

  const found = placed.flatMap((entry, order) => {
    const { line, index: at } = entry;
    const figure = { border: true, fmt: line.fmt };
    const cells = [[], []];
    const kinds = new Set();
    all.forEach((column, position) => {
      const [row, col] = spot(position, at);
      const put = (value, look, formula) => sheet.put(row, col, value, look, formula);
      if (column.kind === 'month') {
        cells[column.year].push(a1(row, col));
        const values = column.year === 0 ? line.values : line.year2;
        const m = column.month;
        if (line.live) { put(worth(entry, [m]) ?? '', figure, formulaAt(entry, position)); kinds.add('formulas'); }
        else if (line.text) { put(line.text[m], { border: true, fmt: line.textFmt }); if (line.text[m] !== null) kinds.add('text'); }
        else { put(values[m], figure); if (values[m] !== null) kinds.add('typed'); }
      } else if (column.kind === 'subtotal') put(worth(entry, column.months), figure, formulaAt(entry, position));
      else if (column.kind === 'total') {
        if (line.totalText) put(line.totalText, { border: true });
        else if (line.liveTotal) put(worth(entry, MONTHS.map((_, m) => m)), { ...figure, fmt: line.totalFmt ?? line.fmt }, formulaAt(entry, position));
        else put(line.total ?? null, { ...figure, fmt: line.totalFmt ?? line.fmt });
      } else if (!(column.kind === 'label' && !column.key && line.under)) {
        const key = column.key ?? (column.kind === 'year' || column.yearly ? 'yearText' : column.kind);
        put(line[key] ?? null, column.kind === 'other' ? { ...LABEL, fmt: column.fmt ?? line.fmt } : LABEL);
        const span = column.kind !== 'label' ? 1 : ((column.key ? line.groupSpan : line.span) ?? 1);
        sheet.merge(row, col, down ? 1 : span, down ? span : 1);
      }
    });
    const labelPosition = positions('label').at(-1);
    const groupPosition = all.findIndex(({ key }) => key === 'group');
    const groupLine = placed.findLast(({ line: one }, i) => i <= order && one.group !== undefined);
    let owner = order;
    while (placed[owner].line.under) owner -= 1;
    const yearly = all.find((column) => column.yearly);
    const yearPosition = yearly ? all.indexOf(yearly) : positions('year')[0];
    const unitPosition = positions('unit')[0];
    const lineYearCell = yearPosition === undefined ? (line.yearCell ?? yearCell) : address(yearPosition, at);
    const made = (which, ofYear, values) => ({
      label: line.label,
      labelCell: yearly ? address(yearPosition, 0) : address(labelPosition, placed[owner].index),
      group: groupPosition < 0 ? null : { cell: address(groupPosition, groupLine.index), text: groupLine.line.group },
      year: ofYear,
      yearCell: lineYearCell,
      unit: unitPosition === undefined ? null : { cell: address(unitPosition, at), text: line.unit },
      cells: cells[which],
      total: totalPosition === undefined ? null : address(totalPosition, at),
      figures: kinds.size === 1 ? [...kinds][0] : kinds.size === 0 ? 'none' : 'mixed',
      totalFigures: totalPosition === undefined ? null : line.totalText ? 'text' : line.liveTotal ? 'formulas' : (line.total ?? null) === null ? 'none' : 'typed',
      values: line.live ? values.map((_, m) => worth(entry, [m])) : values,
      matches: line.matches ?? null,
      ...(line.near ? { near: line.near } : {}),
    });
    return [made(0, line.year === undefined ? year : line.year, line.values), ...(line.year2 ? [made(1, line.year + 1, line.year2)] : [])];
  });

  const last = Math.max(monthPositions.at(-1), totalPosition ?? 0);
  const firstLabel = all.findIndex(({ kind }) => kind !== 'other');
  return {
    sheet: sheet.name,
    orientation: down ? 'down' : 'across',
    header: `${address(firstLabel, 0)}:${address(last, 0)}`,
    months: monthPositions.map((position) => address(position, 0)),
    total: totalPosition === undefined ? null : { cell: address(totalPosition, 0), text: all[totalPosition].head },
    subtotals: positions('subtotal').map((position) => ({ cell: address(position, 0), text: all[position].head })),
    title,
    unit,
    lines: found,
    ratios: placed.filter(({ line }) => line.ratio).map(({ line }) => ({ label: line.label, year: line.year === undefined ? year : line.year, numerator: line.ratio.of, denominator: line.ratio.to, digits: line.ratio.digits, months: 12, proven: line.live ? 'formulas' : 'figures' })),
  };
}

function fail(text) { throw new Error(text); }
