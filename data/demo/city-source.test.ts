import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bboxContains } from '#domain/geo/lng-lat';
import { readCitySource } from './city-source.ts';

it.each(readdirSync('data/cities'))('the box of %s holds every corner of its outlines', (id) => {
  const { profile, kelurahan } = readCitySource(`data/cities/${id}`);
  const outside = kelurahan.flatMap(({ name, rings }) =>
    rings.flat().some(([lng, lat]) => !bboxContains(profile.bbox, [lng!, lat!])) ? [name] : [],
  );
  expect(outside).toEqual([]);
  expect(kelurahan.length).toBeGreaterThan(0);
});
