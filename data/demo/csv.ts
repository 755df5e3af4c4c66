/** Splits one line of CSV; quotes protect commas and are doubled inside a field. */
export function splitCsvLine(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const letter = line[index] as string;
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (line[index + 1] === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      fields.push(field);
      field = '';
    } else field += letter;
  }
  fields.push(field);
  return fields;
}

/** One line of CSV; null becomes an empty field. */
export const csvLine = (fields: readonly (string | number | boolean | null | undefined)[]): string =>
  fields
    .map((field) => {
      const text = field === null || field === undefined ? '' : String(field);
      return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
