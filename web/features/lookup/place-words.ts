import type { Answer } from '#domain/zoning/answer';
import type { Verdict } from '#domain/zoning/itbx';
import type { Reader } from '../../locale/reader.tsx';
import { zoneSpoken } from './zone-words.ts';

type Level = Answer['admin'][number]['level'];
const adminName = (answer: Answer, level: Level): string | undefined =>
  answer.admin.find((area) => area.level === level)?.name;

/** What to call the place: its kelurahan, else its kecamatan, else that it lies outside. */
export function placeTitle(answer: Answer, city: string, { t }: Reader): string {
  if (answer.coverage === 'outsideCity') return t['place.outside'](city);
  return adminName(answer, 'kelurahan') ?? adminName(answer, 'kecamatan') ?? t['place.unnamed'];
}

/** The larger areas that the place belongs to: `Kecamatan Balikpapan Kota, Kota Balikpapan`. */
export function placeContext(answer: Answer, city: string, { t }: Reader): string {
  if (answer.coverage === 'outsideCity') return '';
  const kecamatan = adminName(answer, 'kecamatan');
  return kecamatan === undefined ? city : `${t['place.kecamatan'](kecamatan)}, ${city}`;
}

/** The whole outcome in one line: the zones, or why there is none. */
export function outcomeLine(answer: Answer, city: string, { t }: Reader): string {
  if (answer.plan === 'outsideCity' || answer.coverage === 'outsideCity') {
    return t['notice.outsideCity'](city);
  }
  if (answer.plan === 'sourceFailed') return t['notice.sourceFailed'];
  if (answer.parts.length > 0) {
    const zones = answer.parts.map(({ zone }) => zoneSpoken(zone, t)).join(' · ');
    const isProhibited = answer.parts.every((part) => part.warnings.includes('prohibited'));
    return isProhibited ? `${t['plain.prohibited']} ${zones}` : zones;
  }
  return answer.plan === 'invalidGeometry' ? t['notice.invalidGeometry'] : t['notice.none'];
}

/** A verdict in words that may stand alone, in a title or on a card: with what is stricter beside the point. */
export function verdictWords({ governing, nearby }: Verdict, { t }: Reader): string {
  const word = t[`itbx.${governing}`];
  if (nearby.length === 0) return word;
  return t[nearby.some(({ itbx }) => itbx === 'X') ? 'itbx.butForbidden' : 'itbx.butStricter'](word);
}
