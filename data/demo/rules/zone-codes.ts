import { readFileSync } from 'node:fs';
import { splitCsvLine } from '../csv.ts';

export type ZoneCodeEntry = {
  code: string;
  parent: string;
  zone: string;
  subzone: string | null;
  category: 'lindung' | 'budi daya';
  color: string;
  provisional: boolean;
  description: string;
};

/** The 2021 code list with colours, from `data/code-lists/zone-codes-2021.csv`. */
export const ZONE_CODES: readonly ZoneCodeEntry[] = readFileSync(
  new URL('../../code-lists/zone-codes-2021.csv', import.meta.url),
  'utf8',
)
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => {
    const [
      code = '',
      parent = '',
      zone = '',
      subzone = '',
      category,
      color = '',
      provisional,
      ,
      ,
      description = '',
    ] = splitCsvLine(line);
    return {
      code,
      parent,
      zone,
      color,
      description,
      subzone: subzone === '' ? null : subzone,
      category: category === 'lindung' ? 'lindung' : 'budi daya',
      provisional: provisional === 'true',
    };
  });
