import { type BaseMap, type BaseMapKind, baseMapListSchema, baseMapSchema } from '#domain/base-map';
import { ApiFailure } from './api.ts';

async function readJson(path: string): Promise<unknown> {
  const response = await fetch(path).catch(() => {
    throw new ApiFailure('offline');
  });
  if (!response.ok) throw new ApiFailure('problem');
  return await response.json().catch(() => null);
}

/** The grounds that this server offers, the operator's choice first. */
export async function fetchBaseMapKinds(): Promise<readonly BaseMapKind[]> {
  const parsed = baseMapListSchema.safeParse(await readJson('/basemap.json'));
  if (!parsed.success) throw new ApiFailure('unreadable');
  return parsed.data.kinds;
}

/** One ground as a piece of style. */
export async function fetchBaseMap(kind: BaseMapKind): Promise<BaseMap> {
  const parsed = baseMapSchema.safeParse(await readJson(`/basemap/${kind}.json`));
  if (!parsed.success) throw new ApiFailure('unreadable');
  return parsed.data;
}
