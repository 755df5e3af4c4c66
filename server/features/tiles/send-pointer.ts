import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { problem } from '#domain/problem';
import { isDrawnKind, tileLayerOf } from '../../../tiles/layers/index.ts';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { CACHE_POLICIES, entityTag, withEntityTag } from '../../platform/http/cache-policy.ts';
import { problemResponse } from '../../platform/http/problem-json.ts';
import { tilePath } from './describe-tiles.ts';
import type { PointerBook } from './pointer-book.ts';
import type { LayerPointer } from './queries.ts';

/**
 * Says which version of a layer, or of every drawn layer, is in force on a day.
 * @param layerId undefined for all layers
 * @param on YYYY-MM-DD; undefined for today where the city lies
 */
export async function sendPointer(
  c: Context,
  { clock, city }: Deps,
  book: PointerBook,
  layerId: string | undefined,
  on: string | undefined,
): Promise<Response> {
  const day = on ?? calendarDay(clock.now(), city.timeZone);
  const { pointers, isStale } = await book.on(day);
  const drawn = pointers.filter(
    (p) => isDrawnKind(p.kind) && (layerId === undefined || p.layerId === layerId),
  );
  const [only] = drawn;
  if (layerId !== undefined && only === undefined) return problemResponse(c, problem('notFound'));
  const described = drawn.map((pointer) => describePointer(pointer));
  const body = JSON.stringify(
    layerId === undefined ? { on: day, isStale, layers: described } : { on: day, isStale, ...described[0] },
  );
  // Titles change without a publication.
  const tag = entityTag(createHash('sha256').update(body).digest('base64url').slice(0, 22));
  c.header('cache-control', CACHE_POLICIES.publicShort);
  return withEntityTag(c, tag, () => c.body(body, 200, { 'content-type': 'application/json' }));
}

function describePointer(pointer: LayerPointer): object {
  const { layerId, kind, theme, title, versionId, validFrom, decree, isDemo } = pointer;
  return {
    layerId,
    kind,
    theme,
    title,
    versionId,
    validFrom,
    decree,
    isDemo,
    tiles: tilePath(layerId, versionId),
    tileJson: `/tiles/${layerId}/${versionId}/tile.json`,
    archive: `/tiles/${layerId}/${versionId}/archive.pmtiles`,
    ...(isDrawnKind(kind) ? spanOf(kind) : {}),
  };
}

function spanOf(kind: Parameters<typeof tileLayerOf>[0]): object {
  const { name, minZoom, maxZoom } = tileLayerOf(kind);
  return { sourceLayer: name, minZoom, maxZoom };
}
