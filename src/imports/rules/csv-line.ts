/** A cell that a spreadsheet would take for a formula (wide signs as well) gets an apostrophe before it, which the import takes off again. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text);

/** One line of CSV (RFC 4180). */
export const csvLine = (cells: readonly string[]): string =>
  `${cells
    .map(harmless)
    .map((cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`;
