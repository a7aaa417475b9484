/** A sheet as the shapes describe it; rows and columns count from 0, addresses are A1. */

export function letters(column) {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

export const a1 = (row, column) => `${letters(column)}${row + 1}`;

export function place(address) {
  const [, name, row] = /^([A-Z]+)(\d+)$/.exec(address);
  return { row: Number(row) - 1, column: [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
}

export class Sheet {
  constructor(name, { widths = {}, hidden = [] } = {}) {
    this.name = name;
    /** Row → column → { value, formula, look }. */
    this.rows = new Map();
    this.merges = [];
    /** Column letters → width in characters. */
    this.widths = widths;
    this.hidden = hidden;
  }

  /** `look`: { fmt, bold, fill, border, align }. A formula comes with the value it has. A blank cell within borders is there, as in a drawn table. */
  put(row, column, value, look = {}, formula) {
    if (value === null && formula === undefined && !look.border) return;
    const cells = this.rows.get(row) ?? new Map();
    this.rows.set(row, cells.set(column, { value, look, formula }));
  }

  set(address, value, look = {}, formula) {
    const { row, column } = place(address);
    this.put(row, column, value, look, formula);
    return { cell: address, text: String(value) };
  }

  merge(row, column, rows, columns) {
    if (rows * columns > 1) this.merges.push({ row, column, rows, columns });
  }
}
