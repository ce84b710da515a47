/** Reads RFC 4180 strictly, so that what writes it is judged by another hand. */
export const parse = (text: string): readonly (readonly string[])[] => {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const from = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new SyntaxError(`no CSV at ${from}: ${text.slice(from, from + 40)}`);
    rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
};
