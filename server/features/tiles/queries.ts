import type { Sql } from 'postgres';

/** Which version of a layer is in force, and since when. */
export interface LayerPointer {
  readonly layerId: string;
  readonly kind: string;
  readonly theme: string | null;
  readonly title: string;
  readonly versionId: string;
  /** First day in force, YYYY-MM-DD. */
  readonly validFrom: string;
  readonly decree: string;
  readonly isDemo: boolean;
}

/** The versions in force on a day (`YYYY-MM-DD`), one per layer. */
export async function pointersOn(sql: Sql, day: string): Promise<LayerPointer[]> {
  return await sql<LayerPointer[]>`
    select f.layer_id as "layerId", f.kind, f.theme, l.title, f.version_id as "versionId",
           f.valid_from::text as "validFrom", f.decree,
           f.is_demo as "isDemo"
    from version_in_force(${day}::date) f
    join layer l using (layer_id)
    order by f.layer_id`;
}
