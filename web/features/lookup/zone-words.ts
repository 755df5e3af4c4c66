import type { ZoneRef } from '#domain/zoning/answer';

/** The zone's name as its plan writes it: sub-zone, else zone, else only the code. */
export const zoneName = (zone: ZoneRef): string => zone.subzoneName ?? zone.zoneName ?? zone.code;

/** Code and name together, for one line: `R-3 Perumahan Kepadatan Sedang`. */
export const zoneLine = (zone: ZoneRef): string => {
  const name = zoneName(zone);
  return name === zone.code ? zone.code : `${zone.code} ${name}`;
};
