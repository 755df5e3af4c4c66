import { EMPTY_SHEET, type Sheet } from '#domain/krk/sheet';
import type { Queryable } from '../../../platform/db.ts';

/** The ground as it was submitted, and what was found there. A sheet was written about one plot: none is left for another. */
export async function setGround(
  tx: Queryable,
  applicationId: string,
  {
    geojson,
    kelurahan,
    isTrial,
    now,
  }: {
    readonly geojson: string;
    readonly kelurahan: string | null;
    readonly isTrial: boolean;
    readonly now: Date;
  },
): Promise<void> {
  await tx`
    update application a
    set geom = asked.geom, area_m2 = st_area(asked.geom::geography), kelurahan = ${kelurahan}, is_trial = ${isTrial},
        submitted_at = coalesce(a.submitted_at, ${now}), measured_for = null,
        sheet = case when st_equals(a.geom, asked.geom) then a.sheet else ${tx.json(EMPTY_SHEET)}::jsonb end
    from (select st_multi(st_geomfromgeojson(${geojson})) as geom) asked
    where a.application_id = ${applicationId}`;
}

/**
 * Ground as it was measured on site takes the place of what was applied for, which the round keeps. What was decided about
 * the other outline is decided anew.
 */
export async function setMeasuredGround(
  tx: Queryable,
  applicationId: string,
  geojson: string,
): Promise<void> {
  const { outcome, approved, resolutions, overrides } = EMPTY_SHEET;
  await tx`
    update application
    set geom = st_multi(st_geomfromgeojson(${geojson})), area_m2 = st_area(st_geomfromgeojson(${geojson})::geography),
        measured_for = ground, sheet = sheet || ${tx.json({ outcome, approved, resolutions, overrides })}::jsonb
    where application_id = ${applicationId}`;
}

/** What was decided on site about ground that was measured, for whoever writes the sheet. */
export async function setGroundDiffers(
  tx: Queryable,
  applicationId: string,
  differs: NonNullable<Sheet['groundDiffers']>,
): Promise<void> {
  await tx`
    update application set sheet = sheet || jsonb_build_object('groundDiffers', ${tx.json(differs)}::jsonb)
    where application_id = ${applicationId}`;
}

/** The ground of an application; undefined before it was submitted. */
export async function readGround(sql: Queryable, applicationId: string): Promise<string | undefined> {
  const [row] = await sql<{ geojson: string }[]>`
    select st_asgeojson(geom, 15) as geojson from application
    where application_id = ${applicationId} and geom is not null`;
  return row?.geojson;
}

/** How far a drawing may leave the plot, in metres: corners are typed with seven decimals, a centimetre. */
const DRAWING_TOLERANCE_M = 0.02;

/** An outline cut at the border of the plot, with its geodesic area; undefined when nothing of it lies there. */
export async function cutApproved(
  sql: Queryable,
  applicationId: string,
  geojson: string,
): Promise<{ coordinates: unknown; areaM2: number; isInside: boolean } | undefined> {
  const [row] = await sql<{ coordinates: unknown; areaM2: number; isInside: boolean }[]>`
    with drawn as (
      select st_unaryunion(st_setsrid(st_geomfromgeojson(${geojson}), 4326)) as geom),
    cut as (
      select st_multi(st_collectionextract(st_intersection(drawn.geom, a.geom), 3)) as geom,
             st_coveredby(drawn.geom, st_buffer(a.geom::geography, ${DRAWING_TOLERANCE_M}::float8)::geometry) as inside
      from drawn, application a where a.application_id = ${applicationId})
    select st_asgeojson(geom, 9)::jsonb -> 'coordinates' as coordinates, st_area(geom::geography) as "areaM2",
           inside as "isInside"
    from cut where st_area(geom::geography) > 0`;
  return row;
}

/** Whether an outline that was approved lies in the ground as it is now. */
export async function liesInGround(sql: Queryable, applicationId: string, geojson: string): Promise<boolean> {
  const [row] = await sql<{ isInside: boolean }[]>`
    select st_coveredby(st_makevalid(st_geomfromgeojson(${geojson})),
                        st_buffer(geom::geography, ${DRAWING_TOLERANCE_M}::float8)::geometry) as "isInside"
    from application where application_id = ${applicationId}`;
  return row?.isInside === true;
}
