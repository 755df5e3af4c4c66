import type { ZoneRef } from '#domain/zoning/answer';
import type { Messages } from '../../locale/messages.ts';

/** The zone's name as its plan writes it: zone and sub-zone, said once when one holds the other; else the code. */
export function zoneName({ zoneName: zone, subzoneName: subzone, code }: ZoneRef): string {
  if (zone === null) return subzone ?? code;
  if (subzone === null || zone.includes(subzone)) return zone;
  return subzone.includes(zone) ? subzone : `${zone} – ${subzone}`;
}

/** Code and name together, for one line: `R-3 Perumahan Kepadatan Sedang`. */
export const zoneLine = (zone: ZoneRef): string => {
  const name = zoneName(zone);
  return name === zone.code ? zone.code : `${zone.code} ${name}`;
};

/** The zone's name in the reader's language, beside the original; empty in Indonesian and for words of no vocabulary. */
export const zoneTranslated = ({ zoneName: zone, subzoneName: subzone }: ZoneRef, t: Messages): string =>
  [zone, subzone]
    .map((name) => (name === null ? '' : t['law.word'](name)))
    .filter(Boolean)
    .join(' – ');

/** Code and name, and what the name means in the reader's language: for a line that is heard. */
export const zoneSpoken = (zone: ZoneRef, t: Messages): string =>
  [zoneLine(zone), zoneTranslated(zone, t)].filter(Boolean).join(', ');
