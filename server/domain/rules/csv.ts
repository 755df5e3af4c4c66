/** One record of a delimited text; `line` is the 1-based line on which it starts. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
export type CsvText = {
  readonly delimiter: ',' | ';' | '\t';
  readonly records: readonly CsvRecord[];
  /** Line of an opening quote that nothing closes; null when the text is sound. */
  readonly openQuoteLine: number | null;
};

const DELIMITERS = [';', ',', '\t'] as const;

/** The delimiter that stands most often outside quotes in the first record; comma when there is none. */
export const detectDelimiter = (text: string): CsvText['delimiter'] => {
  const counts = { ';': 0, ',': 0, '\t': 0 };
  let inQuotes = false;
  for (const char of text) {
    if (char === '"') inQuotes = !inQuotes;
    else if (!inQuotes && char === '\n' && counts[';'] + counts[','] + counts['\t'] > 0) break;
    else if (!inQuotes && (char === ';' || char === ',' || char === '\t')) counts[char] += 1;
  }
  let best: CsvText['delimiter'] = ',';
  for (const delimiter of DELIMITERS) if (counts[delimiter] > counts[best]) best = delimiter;
  return best;
};

/**
 * Reads delimited text after RFC 4180 (quotes doubled inside quotes, line breaks inside quotes), with a byte order
 * mark tolerated, any of CRLF, LF and CR as line end, and `,` `;` or tab found by itself. Records whose cells are all
 * empty are left out; the line numbers of the others stay true to the file.
 */
export const parseCsv = (input: string): CsvText => {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  const delimiter = detectDelimiter(text);
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let startLine = 1;
  let quoteLine: number | null = null;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.some((entry) => entry.trim() !== '')) records.push({ line: startLine, cells });
    cells = [];
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (quoteLine !== null) {
      if (char === '"' && text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else if (char === '"') quoteLine = null;
      else {
        if (char === '\n') line += 1;
        cell += char;
      }
    } else if (char === '"' && cell.trim() === '') {
      quoteLine = line;
      cell = '';
    } else if (char === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(index + 1) === '\n') index += 1;
      endRecord();
      line += 1;
      startLine = line;
    } else cell += char;
  }
  endRecord();
  return { delimiter, records, openQuoteLine: quoteLine };
};

/** One CSV cell, quoted when it has to be. */
export const writeCsvCell = (value: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** Comma-separated text with LF line ends. */
export const writeCsv = (records: readonly (readonly string[])[]): string =>
  records.map((cells) => `${cells.map(writeCsvCell).join(',')}\n`).join('');
