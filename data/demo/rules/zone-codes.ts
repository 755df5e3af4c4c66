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
};

const readList = (name: string): string[][] =>
  readFileSync(new URL(`../../code-lists/${name}`, import.meta.url), 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map(splitCsvLine);

/** The 2021 code list with colours; provisional where the code or its colour is not confirmed by two sources. */
export const ZONE_CODES: readonly ZoneCodeEntry[] = readList('zone-codes-permen-14-2021.csv').map(
  ([code = '', parent = '', zone = '', subzone = '', category, color = '', , provisional]) => ({
    code,
    parent,
    zone,
    color,
    subzone: subzone === '' ? null : subzone,
    category: category === 'lindung' ? 'lindung' : 'budi daya',
    provisional: provisional === 'ya',
  }),
);

/** Colours of RTRW classes met in published layers. */
export const RTRW_CLASSES: readonly { name: string; color: string; provisional: boolean }[] = readList(
  'rtrw-classes.csv',
).map(([name = '', color = '', provisional]) => ({ name, color, provisional: provisional === 'ya' }));
