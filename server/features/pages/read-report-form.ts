import type { CityProfile } from '#domain/city/profile';
import type { LngLat } from '#domain/geo/lng-lat';
import { parseCoordinate } from '#domain/geo/parse-coordinate';
import type { Language } from '#domain/language';
import type { FormField } from '#domain/report/form-fields';
import { type NewReport, newReportSchema, type SentPhoto } from '#domain/report/report';
import { fail, ok, type Result } from '#domain/result';

/** Fields of the form that can be wrong, as they are named in it. */
const FIELD_OF: readonly (readonly [path: RegExp, field: FormField])[] = [
  [/^category/, 'jenis'],
  [/^description/, 'uraian'],
  [/^place\.landmark/, 'patokan'],
  [/^place\.kelurahan/, 'kelurahan'],
  [/^place/, 'koordinat'],
  [/^seenOn/, 'tanggal'],
  [/^ongoing/, 'berlangsung'],
  [/^identity\.phone/, 'telepon'],
  [/^identity\.name/, 'nama'],
  [/^identity/, 'surel'],
  [/^about/, 'terlapor'],
];

/**
 * A report out of the fields of its form.
 * @returns the fields that are not right, as the form names them
 */
export function readReportForm(
  fields: Readonly<Record<string, string>>,
  photos: readonly SentPhoto[],
  language: Language,
  city: CityProfile,
): Result<NewReport, FormField[]> {
  const given = (name: string): string | undefined => {
    const text = (fields[name] ?? '').trim();
    return text === '' ? undefined : text;
  };
  const place = placeOf(given, city);
  if (place === null) return fail(['koordinat']);
  const isAnonymous = given('identitas') === 'anonim';
  const asked = {
    category: given('jenis'),
    description: (fields.uraian ?? '').replace(/\r\n/g, '\n'),
    place,
    seenOn: given('tanggal'),
    ongoing: given('berlangsung') ?? 'unknown',
    identity: isAnonymous
      ? { kind: 'anonymous' }
      : {
          kind: 'confidential',
          ...told('name', given('nama')),
          ...told('email', given('surel')),
          ...told('phone', given('telepon')),
        },
    ...told('brokenRule', given('aturan')),
    ...told('supports', given('dukung')),
    ...told('about', given('terlapor')),
    ...(given('pemerintah') === undefined ? {} : { isAboutOffice: true }),
    ...(given('ombudsman') === undefined ? {} : { mayPassOn: true }),
    ...told('website', given('situs')),
    photos: [...photos],
    language,
  };
  const read = newReportSchema.safeParse(asked);
  if (read.success) return ok(read.data);
  const paths = read.error.issues.map(({ path }) => path.join('.'));
  const wrong = paths.map((path) => FIELD_OF.find(([pattern]) => pattern.test(path))?.[1] ?? 'jenis');
  return fail([...new Set(wrong)]);
}

const told = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });

/** The pin that came with the address, what was typed as a coordinate, or kelurahan and landmark; null for a text that is none. */
function placeOf(given: (name: string) => string | undefined, city: CityProfile): object | null {
  const [lon, lat, typed] = [given('lon'), given('lat'), given('koordinat')];
  if (typed !== undefined) {
    const read = parseCoordinate(typed, { bbox: city.bbox, ...city.crs });
    if (!read.ok) return null;
    const [x, y] = read.value.lngLat;
    return { kind: 'pin', lon: x, lat: y, from: 'typed' };
  }
  if (lon !== undefined && lat !== undefined)
    return { kind: 'pin', lon: Number(lon), lat: Number(lat), from: 'map' };
  return { kind: 'landmark', kelurahan: given('kelurahan') ?? '', landmark: given('patokan') ?? '' };
}

/** Where the pin stands, if the form has one. */
export function pointOf({ lon = '', lat = '' }: Readonly<Record<string, string>>): LngLat | null {
  const [x, y] = [Number(lon), Number(lat)];
  const isPlace = lon.trim() !== '' && lat.trim() !== '' && Math.abs(x) <= 180 && Math.abs(y) <= 180;
  return isPlace ? [x, y] : null;
}

/** With the pin as it can be typed, too: for a form that is shown without what the plan says there. */
export const withPin = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  pointOf(fields) === null ? fields : { koordinat: `${fields.lat}, ${fields.lon}`, ...fields };
