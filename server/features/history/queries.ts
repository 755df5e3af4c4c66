import type { Sql } from 'postgres';
import * as z from 'zod/mini';
import type { LngLat } from '#domain/geo/lng-lat';
import { type HistoryEvent, historyEventSchema } from '#domain/zoning/history';

const events = z.array(historyEventSchema);

/**
 * The publications that ever decided about a point, the earliest first. One that was entered again for the same day is
 * the one that counts; the earlier entry decided nothing.
 */
export async function eventsAt(sql: Sql, [lng, lat]: LngLat): Promise<HistoryEvent[]> {
  const rows = await sql<{ event: unknown }[]>`
    with here as (select st_setsrid(st_makepoint(${lng}, ${lat}), 4326) as point),
    counted as (
      select distinct on (p.layer_id, p.valid_from) p.*, l.kind, l.theme, l.title, l.is_demo
      from publication p join layer l using (layer_id)
      where l.kind in ('zones', 'rtrw', 'overlay', 'rules')
        and l.access_class = 'terbuka'
      order by p.layer_id, p.valid_from, p.recorded_at desc, p.publication_id desc),
    told as (
      select c.*, lead(valid_from) over (partition by layer_id order by valid_from) as until from counted c)
    select jsonb_build_object(
             'from', t.valid_from, 'until', t.until, 'layerId', t.layer_id, 'kind', t.kind, 'theme', t.theme,
             'title', t.title, 'versionId', t.version_id, 'decree', t.decree, 'decreeOn', t.decree_on, 'note', t.note,
             'recordedAt', t.recorded_at, 'isDemo', t.is_demo or coalesce(v.is_demo, false),
             'isHere', case t.kind
               when 'rules' then null
               when 'overlay' then exists (
                 select from overlay_piece o, here
                 where o.version_id = t.version_id and o.geom && here.point and st_intersects(o.geom, here.point))
               else exists (
                 select from zone z, here
                 where z.version_id = t.version_id and z.geom && here.point and st_intersects(z.geom, here.point))
             end) as event
    from told t left join layer_version v on v.version_id = t.version_id
    where t.access_class = 'terbuka'
    order by t.valid_from, t.layer_id`;
  return events.parse(rows.map((row) => row.event));
}
