import { csvLine, splitCsvLine } from '../csv.ts';
import { INTENSITY_ROWS, SETBACK_ROWS, TEXT_INTENSITY } from './intensity.ts';
import { itbxCells, readLines } from './itbx-cells.ts';
import { EFFECTS } from './overlay-effects.ts';
import { CONDITIONS, LEGAL_SOURCES, NOTES, REGULATIONS, RTRW_MATCHES } from './texts.ts';
import { RTRW_CLASSES, ZONE_CODES } from './zone-codes.ts';

type Cell = string | number | boolean | null;

const table = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${[columns, ...rows].map((row) => csvLine(row)).join('\n')}\n`;

/**
 * The fictional rule set of the demo city in the tables that every operator imports (`data/RULES.md`): table name →
 * CSV text. Nothing in it is a real number of any city.
 * @param zoneCodes sub-zones that the city uses: the columns of the matrix and of the intensity tables
 */
export function ruleTables(zoneCodes: readonly string[]): Map<string, string> {
  const used = ZONE_CODES.filter(({ code }) => zoneCodes.includes(code));
  const [, ...activities] = readLines('activities.csv').map(splitCsvLine);
  const source = (article: string) => `rdtr-${article}`;
  const intensity = INTENSITY_ROWS.filter((row) => zoneCodes.includes(row.zone)).flatMap((row) =>
    row.figures.map(([measure, operator, value, unit]): Cell[] => [
      'rdtr',
      row.zone,
      measure,
      operator,
      value,
      null,
      unit,
      row.parcelM2?.[0] ?? null,
      row.parcelM2?.[1] ?? null,
      row.roadClass ?? null,
      null,
      null,
      source('lampiran-intensitas'),
    ]),
  );
  const texts = TEXT_INTENSITY.filter((row) => zoneCodes.includes(row.zone)).map((row): Cell[] => [
    'rdtr',
    row.zone,
    row.measure,
    row.operator,
    null,
    row.text,
    '',
    null,
    null,
    null,
    null,
    null,
    source('lampiran-intensitas'),
  ]);
  return new Map([
    [
      'regulations',
      table(
        [
          'regulation_id',
          'kind',
          'title',
          'number_text',
          'set_on',
          'valid_from',
          'valid_to',
          'status',
          'url',
          'is_demo',
        ],
        REGULATIONS.map(({ id, kind, title, number }) => [
          id,
          kind,
          title,
          number,
          null,
          null,
          null,
          'berlaku',
          null,
          true,
        ]),
      ),
    ],
    [
      'legal-sources',
      table(
        ['source_id', 'regulation_id', 'article', 'quote'],
        LEGAL_SOURCES.map(({ id, regulation, article, quote }) => [id, regulation, article, quote]),
      ),
    ],
    [
      'zone-codes',
      table(
        [
          'regulation_id',
          'code',
          'zone_code',
          'zone_name',
          'subzone_name',
          'category',
          'color',
          'provisional',
          'description',
          'source_id',
        ],
        [
          ...ZONE_CODES.map((zone): Cell[] => [
            'rdtr',
            zone.code,
            zone.parent,
            zone.zone,
            zone.subzone,
            zone.category,
            zone.color,
            zone.provisional,
            null,
            source('pasal-zona'),
          ]),
          ...RTRW_CLASSES.map((area): Cell[] => [
            'rtrw',
            area.name,
            null,
            area.name,
            null,
            'lainnya',
            area.color,
            area.provisional,
            null,
            'rtrw-pasal-kelas',
          ]),
        ],
      ),
    ],
    [
      'intensity',
      table(
        [
          'regulation_id',
          'zone_code',
          'measure',
          'operator',
          'value',
          'text_value',
          'unit_as_printed',
          'parcel_min_m2',
          'parcel_max_m2',
          'road_class',
          'kodswp',
          'kodblk',
          'source_id',
        ],
        [...intensity, ...texts],
      ),
    ],
    [
      'setbacks',
      table(
        [
          'regulation_id',
          'kind',
          'zone_code',
          'road_class',
          'value_m',
          'text_value',
          'reference_line',
          'source_id',
        ],
        SETBACK_ROWS.filter(({ zone }) => zone === null || zoneCodes.includes(zone)).map((row) => [
          row.regulation,
          row.kind,
          row.zone,
          row.roadClass,
          row.valueM,
          row.text,
          row.reference,
          row.source,
        ]),
      ),
    ],
    [
      'notes',
      table(
        ['regulation_id', 'kind', 'zone_code', 'kodswp', 'kodblk', 'code', 'body', 'source_id'],
        NOTES.filter(({ zone }) => zone === null || zoneCodes.includes(zone)).map((note) => [
          'rdtr',
          note.kind,
          note.zone,
          note.swp,
          null,
          note.code,
          note.body,
          note.source,
        ]),
      ),
    ],
    [
      'activities',
      table(
        ['regulation_id', 'activity_id', 'group_name', 'name', 'synonyms', 'kbli', 'kbli_edition'],
        activities.flatMap(([id = '', group = '', name = '', synonyms = '', kbli = '']) => [
          ['rdtr', id, group, name, synonyms, kbli, '2020'],
          // Another regulation can only make exceptions for activities of its own.
          ...EFFECTS.filter(({ regulation, activity }) => regulation !== 'rdtr' && activity === id).map(
            ({ regulation }): Cell[] => [regulation, id, group, name, null, null, '2020'],
          ),
        ]),
      ),
    ],
    [
      'matrices',
      table(
        ['regulation_id', 'empty_means', 'source_id'],
        [['rdtr', 'tidak diatur', source('lampiran-itbx')]],
      ),
    ],
    [
      'conditions',
      table(
        ['regulation_id', 'code', 'body', 'source_id'],
        CONDITIONS.map(([code, body]) => ['rdtr', code, body, source('pasal-syarat')]),
      ),
    ],
    ['itbx-cells', table(['regulation_id', 'activity_id', 'zone_code', 'cell'], itbxCells(activities, used))],
    [
      'overlay-effects',
      table(
        [
          'regulation_id',
          'theme',
          'level_code',
          'effect',
          'measure',
          'operator',
          'value',
          'unit_as_printed',
          'activity_id',
          'itbx_codes',
          'body',
          'source_id',
        ],
        EFFECTS.map((effect) => [
          effect.regulation,
          effect.theme,
          effect.level,
          effect.effect,
          effect.measure ?? null,
          effect.operator ?? null,
          effect.value ?? null,
          effect.unit ?? null,
          effect.activity ?? null,
          effect.codes ?? null,
          effect.body,
          effect.source,
        ]),
      ),
    ],
    [
      'rtrw-matches',
      table(
        ['regulation_id', 'rtrw_class', 'zone_code'],
        Object.entries(RTRW_MATCHES).flatMap(([name, codes]) => codes.map((code) => ['rdtr', name, code])),
      ),
    ],
  ]);
}
