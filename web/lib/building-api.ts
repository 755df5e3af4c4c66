import { type Building, buildingSchema } from '#domain/building/building';
import type { Language } from '#domain/language';
import { readThrough } from './api.ts';

/** The ground that is asked about: a registered parcel, or an outline in WGS 84, longitude first. */
export type GroundQuestion =
  | { readonly parcel: { readonly nib: string } }
  | {
      readonly geometry:
        | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
        | {
            readonly type: 'MultiPolygon';
            readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
          };
    };

/** What may be built on a ground; the body is the question of the API, written out. */
export const askBuilding = (body: string, language: Language, signal: AbortSignal): Promise<Building> =>
  readThrough('/api/v1/building', Promise.resolve(buildingSchema), language, signal, {
    method: 'POST',
    headers: { 'accept-language': language, 'content-type': 'application/json' },
    body,
  });

/** What may be built on the polygons of a file. */
export function askBuildingInFile(file: File, on: string | null, language: Language): Promise<Building> {
  const query = `name=${encodeURIComponent(file.name.slice(-200))}${on === null ? '' : `&on=${on}`}`;
  return readThrough(
    `/api/v1/building/file?${query}`,
    Promise.resolve(buildingSchema),
    language,
    new AbortController().signal,
    {
      method: 'POST',
      headers: { 'accept-language': language, 'content-type': 'application/octet-stream' },
      body: file,
    },
  );
}
