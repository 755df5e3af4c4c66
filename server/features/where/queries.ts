import type { Sql } from 'postgres';
import * as z from 'zod/mini';
import type { Ground, GroundSource, VersionLimits } from '#domain/zoning/ground';

export interface CodeArea {
  readonly versionId: string;
  readonly code: string;
  readonly polygonCount: number;
  /** Geodesic, m². */
  readonly areaM2: number;
}

/** Polygons and area per zone code of the versions given. */
export async function areaPerZoneCode(sql: Sql, versionIds: readonly string[]): Promise<CodeArea[]> {
  return sql<CodeArea[]>`
    select version_id as "versionId", code, count(*)::int as "polygonCount", sum(area_m2) as "areaM2"
    from zone
    where version_id = any(${[...versionIds]})
    group by version_id, code
    order by version_id, code`;
}

/** Which of the versions given speak about a part of the city only, which have set-aside polygons, and which levels. */
export async function limitsOfVersions(sql: Sql, versionIds: readonly string[]): Promise<VersionLimits[]> {
  return sql<VersionLimits[]>`
    select v.version_id as "versionId", v.coverage is not null as "hasCoverage",
           exists (select from set_aside s where s.version_id = v.version_id and s.footprint is not null) as "hasSetAside",
           array(select distinct o.level_code from overlay_area o where o.version_id = v.version_id) as levels
    from layer_version v
    where v.version_id = any(${[...versionIds]})`;
}

const groundSchema = z.object({
  areas: z.array(
    z.object({
      areaNo: z.number(),
      code: z.nullable(z.string()),
      name: z.nullable(z.string()),
      kecamatan: z.nullable(z.string()),
      lon: z.nullable(z.number()),
      lat: z.nullable(z.number()),
      areaM2: z.nullable(z.number()),
      zonedM2: z.number(),
    }),
  ),
  shares: z.array(
    z.object({
      areaNo: z.number(),
      versionId: z.string(),
      code: z.string(),
      kodunk: z.nullable(z.string()),
      special: z.record(z.string(), z.string()),
      marks: z.array(z.string()),
      areaM2: z.number(),
    }),
  ),
  outlines: z.array(
    z.object({
      mark: z.string(),
      geojson: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
    }),
  ),
});

/** The ground as it was cut by {@link fillGround}; null when it has not been cut yet. */
export async function readGround(sql: Sql, groundId: string): Promise<Ground | null> {
  const [row] = await sql<{ ground: unknown }[]>`
    select jsonb_build_object(
      'areas', (select coalesce(jsonb_agg(jsonb_build_object(
                  'areaNo', area_no, 'code', code, 'name', name, 'kecamatan', parent_name, 'lon', lon, 'lat', lat,
                  'areaM2', area_m2, 'zonedM2', zoned_m2) order by area_no), '[]')
                from ground_kelurahan k where k.ground_id = g.ground_id),
      'shares', (select coalesce(jsonb_agg(jsonb_build_object(
                   'areaNo', area_no, 'versionId', version_id, 'code', code, 'kodunk', kodunk, 'special', special,
                   'marks', marks, 'areaM2', area_m2) order by area_no, version_id, code, kodunk, marks, special::text), '[]')
                 from ground_share s where s.ground_id = g.ground_id),
      'outlines', (select coalesce(jsonb_agg(jsonb_build_object('mark', mark, 'geojson', geojson) order by mark), '[]')
                   from ground_outline o where o.ground_id = g.ground_id)) as ground
    from ground g
    where g.ground_id = ${groundId}`;
  return row === undefined ? null : groundSchema.parse(row.ground);
}

export interface GroundOrder {
  readonly groundId: string;
  readonly zones: readonly string[];
  readonly admins: readonly string[];
  /** Keys of polygons (KODUNK) that a matrix has a column for: their ground is kept apart. */
  readonly keys: readonly string[];
  readonly sources: readonly GroundSource[];
}

/** Cuts the ground once; seconds for a city, so the server's limit for one statement does not hold here. */
export async function fillGround(sql: Sql, order: GroundOrder): Promise<void> {
  const { groundId, zones, admins, keys, sources } = order;
  const rows = sources.map(({ mark, versionId, from, levels }) => ({
    mark,
    version_id: versionId,
    from,
    levels: levels === null ? null : [...levels],
  }));
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`select fill_ground(${groundId}, ${[...zones]}, ${[...admins]}, ${tx.json(rows)}, ${[...keys]})`;
  });
}
