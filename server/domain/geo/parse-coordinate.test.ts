import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { parseCoordinate, swapOfferFor } from './parse-coordinate.ts';

const city = { bbox: [116.7289, -1.2823, 117.0227, -1.0133], utmZone: 50, utmHemisphere: 'S' } as const;

/** A place in the city to the seventh decimal. */
const place = fc.tuple(
  fc.integer({ min: 1_167_289_000, max: 1_170_227_000 }).map((n) => n / 1e7),
  fc.integer({ min: -12_823_000, max: -10_133_000 }).map((n) => n / 1e7),
);

const comma = (value: number): string => value.toFixed(7).replace('.', ',');
const sexagesimal = (value: number, marks: readonly [string, string, string], decimals = 5): string => {
  const units = Math.round(Math.abs(value) * 3600 * 10 ** decimals);
  const seconds = (units % (60 * 10 ** decimals)) / 10 ** decimals;
  const minutes = Math.floor(units / (60 * 10 ** decimals));
  return `${Math.floor(minutes / 60)}${marks[0]}${minutes % 60}${marks[1]}${seconds.toFixed(decimals)}${marks[2]}`;
};
const metres = ([lng, lat]: readonly [number, number]): [string, string] => {
  const [easting, northing] = proj4('WGS84', '+proj=utm +zone=50 +south +ellps=WGS84', [lng, lat]);
  return [easting!.toFixed(3), northing!.toFixed(3)];
};

type Format = (lng: number, lat: number) => string;
const FORMATS: Readonly<Record<string, Format>> = {
  'lat, lon': (lng, lat) => `${lat.toFixed(7)}, ${lng.toFixed(7)}`,
  'lat,lon without a space': (lng, lat) => `${lat.toFixed(7)},${lng.toFixed(7)}`,
  'lon lat': (lng, lat) => `${lng.toFixed(7)} ${lat.toFixed(7)}`,
  'decimal comma': (lng, lat) => `${comma(lat)} ${comma(lng)}`,
  'decimal comma between commas': (lng, lat) => `${comma(lat)}, ${comma(lng)}`,
  'four groups of commas': (lng, lat) => `${comma(lng)},${comma(lat)}`,
  'LS and BT': (lng, lat) => `${comma(-lat)}° LS ${comma(lng)}° BT`,
  'directions first': (lng, lat) => `S${(-lat).toFixed(7)} E${lng.toFixed(7)}`,
  'degrees, minutes, seconds': (lng, lat) =>
    `${sexagesimal(lat, ['°', "'", '"'])}S ${sexagesimal(lng, ['°', "'", '"'])}E`,
  'Indonesian words': (lng, lat) =>
    `${sexagesimal(lng, [' derajat ', ' menit ', ' detik'])} bujur timur, ${sexagesimal(lat, [' derajat ', ' menit ', ' detik'])} lintang selatan`,
  'bare sexagesimal': (lng, lat) =>
    `-${sexagesimal(lat, [' ', ' ', ''])} ${sexagesimal(lng, [' ', ' ', ''])}`,
  'UTM with its zone': (lng, lat) => `50S ${metres([lng, lat]).join(' ')}`,
  'UTM with mT and mU': (lng, lat) => {
    const [easting, northing] = metres([lng, lat]);
    return `${easting.replace('.', ',')} mT, ${northing.replace('.', ',')} mU`;
  },
  'a map link': (lng, lat) => `https://www.google.com/maps/@${lat.toFixed(7)},${lng.toFixed(7)},17z`,
  'a geo URI': (lng, lat) => `geo:${lat.toFixed(7)},${lng.toFixed(7)};u=12`,
  'our own link': (lng, lat) => `https://peta.example/lokasi/${lng.toFixed(7)},${lat.toFixed(7)}`,
};

test.each(Object.entries(FORMATS))('a place written as %s is read back within a centimetre', (_, format) => {
  fc.assert(
    fc.property(place, ([lng, lat]) => {
      const result = parseCoordinate(format(lng, lat), city);
      if (!result.ok) return false;
      const [x, y] = result.value.lngLat;
      return Math.hypot(x - lng, y - lat) < 1e-7 && result.value.swapOffer === null;
    }),
    { numRuns: 200 },
  );
});

test('no text at all makes the reader throw or take long', () => {
  const alphabet = fc.constantFrom(...'0123456789.,-+°\'" SNEWLBTU:/@!?=&#%geoxymhtps');
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: alphabet, maxLength: 300 }), fc.string({ unit: 'binary' })),
      (text) => {
        const result = parseCoordinate(text, city);
        return (
          !result.ok || (Math.abs(result.value.lngLat[0]) <= 180 && Math.abs(result.value.lngLat[1]) <= 90)
        );
      },
    ),
    { numRuns: 3_000 },
  );
});

test.each(['1', '1,', '1 ', '-', '°', "1'", 'utm ', 'zona ', '1.1.', 'lat ', '!3d1!4d1', 'a.', 'x1y', '%31'])(
  'two thousand characters of “%s” are judged in a moment',
  (piece) => {
    // Processor time: a busy machine is no regular expression that runs away.
    const before = process.cpuUsage();
    for (const prefix of ['', 'https://google.com/', 'geo:', '50S ']) {
      parseCoordinate((prefix + piece.repeat(2_000)).slice(0, 2_000), city);
    }
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  },
);

test('a text beyond the limit is refused by name', () => {
  const result = parseCoordinate(' '.repeat(2_001), city);
  expect(result).toMatchObject({ problem: { code: 'coordinateTooLong' } });
});

test('a swap is offered only when it brings the place into the city', () => {
  expect(swapOfferFor([-1.2456, 116.8531], city.bbox)).toEqual([116.8531, -1.2456]);
  expect(swapOfferFor([116.8531, -1.2456], city.bbox)).toBeNull();
  expect(swapOfferFor([106.8, -6.2], city.bbox)).toBeNull();
});

test('a geo URI on the wrong side of the equator is read as written, without an offer', () => {
  const result = parseCoordinate('geo:1.2456,116.8531', city);
  expect(result).toEqual({
    ok: true,
    value: { lngLat: [116.8531, 1.2456], readAs: 'geoUri', swapOffer: null },
  });
});
