import type { Language } from '#domain/language';
import type { FindingList } from '#domain/release/finding';
import { guardCell } from '#domain/spreadsheet-cell';

/** A text as one cell: quoted, and never a formula for the program that opens it. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return `"${guardCell(value).replaceAll('"', '""')}"`;
}

const HEAD = ['no', 'severity', 'layer', 'code', 'text', 'rows', 'area_m2', 'lon', 'lat'];

/** The list as CSV (RFC 4180, UTF-8 with byte-order mark, which spreadsheets want); sorts that list nothing have a line too. */
export function findingsAsCsv({ findings, sorts }: FindingList, language: Language): string {
  const lines = [
    ...findings.map((one) => [
      one.findingNo,
      one.severity,
      one.layerId,
      one.code,
      one.text[language],
      one.featureNos.join(' '),
      one.areaM2,
      one.at?.[0] ?? null,
      one.at?.[1] ?? null,
    ]),
    ...sorts
      .filter((sort) => sort.count > sort.listed)
      .map((sort) => [
        null,
        sort.severity,
        sort.layerId,
        sort.code,
        `${sort.text[language]} (+${sort.count - sort.listed})`,
        null,
        sort.totalM2,
        null,
        null,
      ]),
  ];
  return `\ufeff${[HEAD, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The findings that have a place, as points; longitude first. */
export const findingsAsGeoJson = ({ findings }: FindingList, language: Language): object => ({
  type: 'FeatureCollection',
  features: findings
    .filter((one) => one.at !== null)
    .map((one) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: one.at },
      properties: {
        no: one.findingNo,
        severity: one.severity,
        layer: one.layerId,
        code: one.code,
        text: one.text[language],
        rows: one.featureNos.join(' '),
        area_m2: one.areaM2,
      },
    })),
});
