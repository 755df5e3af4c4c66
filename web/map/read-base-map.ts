import type { BaseMap, BaseMapKind } from '#domain/base-map';
import { fetchBaseMap, fetchBaseMapKinds } from '../lib/base-maps.ts';

/**
 * The ground that the reader or, without a choice, the operator wants below the plan; null for the map's own.
 *
 * @param asked a kind, `none`, or null for the operator's choice
 */
export async function readBaseMap(asked: string | null): Promise<BaseMap | null> {
  if (asked === 'none') return null;
  const kinds = await fetchBaseMapKinds();
  const kind: BaseMapKind | undefined = kinds.find((known) => known === asked) ?? kinds[0];
  return kind === undefined ? null : await fetchBaseMap(kind);
}
