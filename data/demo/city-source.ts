import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type CityProfile, cityProfileSchema } from '#domain/city/profile';
import { splitCsvLine } from './csv.ts';
import { type DemoRecipe, demoRecipeSchema } from './recipe.ts';

/** A kelurahan as its producer delivers it: rings of lon, lat. */
export type SourceKelurahan = {
  code: string;
  name: string;
  kecamatanCode: string;
  kecamatan: string;
  rings: [number, number][][];
};
export type SourcePlace = { name: string; category: string; lng: number; lat: number };
export type CitySource = {
  profile: CityProfile;
  recipe: DemoRecipe;
  kelurahan: SourceKelurahan[];
  places: SourcePlace[];
  /** Other spellings, by Kemendagri code. */
  aliases: Record<string, string[]>;
};

type OutlineFile = {
  features: {
    properties: Record<string, string>;
    geometry: { type: string; coordinates: [number, number][][][] };
  }[];
};

function readPlaces(text: string): SourcePlace[] {
  const [, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  return lines.map((line) => {
    const [name = '', category = '', lat = '', lng = ''] = splitCsvLine(line);
    return { name, category, lng: Number(lng), lat: Number(lat) };
  });
}

function readAliases(text: string): Record<string, string[]> {
  const [, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const aliases: Record<string, string[]> = {};
  for (const line of lines) {
    const [code = '', , spellings = ''] = splitCsvLine(line);
    aliases[code] = spellings.split('|').filter((spelling) => spelling !== '');
  }
  return aliases;
}

/**
 * Reads the profile, the demo recipe, the outlines and the place names of one city.
 * @param directory `data/cities/<id>`
 */
export function readCitySource(directory: string): CitySource {
  const json = (name: string): unknown => JSON.parse(readFileSync(`${directory}/${name}`, 'utf8'));
  const recipe = demoRecipeSchema.parse(json('demo-recipe.json'));
  const outlines = JSON.parse(
    gunzipSync(readFileSync(`${directory}/${recipe.kelurahanFile}`)).toString('utf8'),
  ) as OutlineFile;
  const kelurahan = outlines.features.map(({ properties, geometry }) => ({
    code: properties.kode_kemendagri ?? '',
    name: properties.kelurahan ?? '',
    kecamatanCode: properties.kode_kecamatan ?? '',
    kecamatan: properties.kecamatan ?? '',
    rings: geometry.coordinates.flat(),
  }));
  kelurahan.sort((left, right) => (left.code < right.code ? -1 : 1));
  return {
    profile: cityProfileSchema.parse(json('profile.json')),
    recipe,
    kelurahan,
    aliases: readAliases(readFileSync(`${directory}/aliases.csv`, 'utf8')),
    places: readPlaces(readFileSync(`${directory}/${recipe.placesFile}`, 'utf8')),
  };
}
