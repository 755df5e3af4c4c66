import type { RuleGap } from '#domain/release/findings-of-gaps';
import type { BorneLevel } from '#domain/release/unnamed-levels';
import type { Queryable } from '../../../platform/db.ts';

interface Versions {
  readonly layerIds: readonly string[];
  readonly versionIds: readonly string[];
  readonly day: string;
}

export interface FoundGap extends RuleGap {
  readonly layerId: string;
}

/**
 * Zones and rules as they would stand on a day with these versions in force: each plan with the version of the rules
 * that explains it. Only what a release touches, on either side.
 */
const plansOn = (sql: Queryable, { layerIds, versionIds, day }: Versions) => sql`
  item as (
    select * from unnest(${[...layerIds]}::text[], ${[...versionIds]}::text[]) as i(layer_id, version_id)),
  state as (
    select layer_id, version_id from item
    union all
    select layer_id, version_id from register_in_force(${day}::date)
    where layer_id not in (select layer_id from item)),
  plan as materialized (
    select v.layer_id, v.version_id, v.regulation_id, r.version_id as rules_id
    from state s
    join layer l using (layer_id)
    join layer_version v on v.version_id = s.version_id
    left join state r on r.layer_id = v.rules_layer_id
    where l.kind = 'zones'
      and (v.layer_id in (select layer_id from item) or v.rules_layer_id in (select layer_id from item)))`;

/**
 * Later days on which zones or rules are put in force, each with those of these layers that hold what was put in force on
 * the first day until then.
 */
export async function laterDays(
  sql: Queryable,
  layerIds: readonly string[],
  day: string,
): Promise<{ day: string; layerIds: string[] }[]> {
  return await sql<{ day: string; layerIds: string[] }[]>`
    select d.day::text as day, array_agg(i.layer_id) as "layerIds"
    from (select distinct p.valid_from as day from publication p join layer l using (layer_id)
          where l.kind in ('zones', 'rules') and p.valid_from > ${day}::date) d
    join unnest(${[...layerIds]}::text[]) as i(layer_id) on not exists (
      select from publication n where n.layer_id = i.layer_id and n.valid_from > ${day}::date and n.valid_from <= d.day)
    group by d.day order by d.day`;
}

/**
 * Levels that lie on the ground of a rule set on a day, with what that rule set names: those of a release, and of everything
 * that its rules would speak about. What the import of an overlay compared with its own rules is left to its report.
 */
export async function findBorneLevels(sql: Queryable, versions: Versions): Promise<BorneLevel[]> {
  return await sql<BorneLevel[]>`
    with ${plansOn(sql, versions)},
    overlay as (
      select v.layer_id, v.version_id, v.rules_layer_id, i.layer_id is not null as is_touched
      from state s
      join layer l using (layer_id)
      join layer_version v on v.version_id = s.version_id
      left join item i on i.layer_id = s.layer_id
      where l.kind = 'overlay'),
    rules as (
      select s.version_id, s.layer_id, i.layer_id is not null as is_touched
      from state s
      join layer l using (layer_id)
      left join item i on i.layer_id = s.layer_id
      where l.kind = 'rules'
        and exists (select from state p join layer_version v on v.version_id = p.version_id where v.rules_layer_id = s.layer_id)),
    naming as (
      select r.version_id, jsonb_object_agg(e.theme, e.levels) as named
      from rules r
      join (select version_id, theme, jsonb_agg(distinct level_code) as levels from overlay_effect group by 1, 2) e using (version_id)
      group by r.version_id),
    borne as (
      select o.layer_id, r.version_id as rules_id, a.theme, null as field, a.level_code, a.geom
      from overlay o
      join rules r on (o.is_touched or r.is_touched) and not (o.is_touched and o.rules_layer_id is not distinct from r.layer_id)
      join overlay_area a on a.version_id = o.version_id
      union all
      select p.layer_id, p.rules_id, null, e.key, e.value, z.geom
      from plan p
      join zone z on z.version_id = p.version_id, jsonb_each_text(z.special) e)
    select layer_id as "layerId", theme, field, level_code as "levelCode", count(*)::int as count,
           sum(st_area(geom::geography)) as "areaM2",
           (array_agg(jsonb_build_array(st_x(st_pointonsurface(geom)), st_y(st_pointonsurface(geom))) order by st_area(geom) desc))[1] as at,
           named
    from borne join naming on naming.version_id = rules_id
    group by layer_id, theme, field, level_code, rules_id, named
    order by layer_id, theme, field, level_code`;
}

/**
 * What rows of rules are about and nothing on the map bears: keys of polygons (KODUNK), SWP and blocks of no polygon of their
 * plans, classes of no road; with how many rows each. A class takes in those that begin with it (arteri: arteri primer).
 */
export async function findUnborneKeys(sql: Queryable, versions: Versions): Promise<FoundGap[]> {
  return await sql<FoundGap[]>`
    with ${plansOn(sql, versions)},
    ruled as (
      select distinct on (rules_id) rules_id, layer_id from plan where rules_id is not null order by rules_id, layer_id),
    rule as (
      select r.rules_id, r.layer_id, t.*
      from ruled r, lateral (
        select regulation_id, zone_code, kodswp, kodblk, road_class from intensity_rule where version_id = r.rules_id
        union all
        select regulation_id, zone_code, null, null, road_class from setback_rule where version_id = r.rules_id
        union all
        select regulation_id, zone_code, kodswp, kodblk, null from zoning_note where version_id = r.rules_id
        union all
        select regulation_id, zone_code, null, null, null from itbx_cell where version_id = r.rules_id) t),
    named as (
      select r.rules_id, r.layer_id, r.regulation_id, n.what, n.name
      from rule r, lateral (values ('KODUNK', r.zone_code), ('SWP', r.kodswp), ('blok', r.kodblk)) n (what, name)
      where n.name is not null),
    borne as (
      select distinct p.rules_id, p.regulation_id, b.what, b.name
      from plan p
      join zone z on z.version_id = p.version_id,
      lateral (values ('KODUNK', z.kodunk), ('SWP', z.kodswp), ('blok', z.kodblk)) b (what, name)
      where b.name is not null),
    lost as (
      select n.layer_id, n.what || ' ' || n.name as name
      from named n
      where not exists (select from borne b where b.rules_id = n.rules_id and b.regulation_id = n.regulation_id
                        and b.what = n.what and b.name = n.name)
        and not (n.what = 'KODUNK' and exists (
          select from zone_code k where k.version_id = n.rules_id and k.regulation_id = n.regulation_id and k.code = n.name))
      union all
      select r.layer_id, 'jalan ' || r.road_class
      from rule r
      where r.road_class is not null
        and exists (select from state s join road d on d.version_id = s.version_id)
        and not exists (select from state s join road d on d.version_id = s.version_id
                        where d.road_class = r.road_class or starts_with(d.road_class, r.road_class || ' ')))
    select layer_id as "layerId", 'ruleKeyWithoutPolygon' as code, name, count(*)::int as count,
           null::float8 as "areaM2", null as at
    from lost
    group by layer_id, name
    order by layer_id, name`;
}

/** Plans without rules, and zone codes that their rules do not know or say nothing about; with the ground of each. */
export async function findCodeGaps(sql: Queryable, versions: Versions): Promise<FoundGap[]> {
  return await sql<FoundGap[]>`
    with ${plansOn(sql, versions)},
    used as (
      select p.layer_id, p.regulation_id, p.rules_id, z.code, count(*)::int as count, sum(z.area_m2) as area_m2,
             (array_agg(z.zone_id order by z.area_m2 desc))[1] as largest
      from plan p join zone z on z.version_id = p.version_id
      group by 1, 2, 3, 4),
    judged as (
      select u.*, case
        when rules_id is null then 'zoneWithoutRuleSet'
        when not exists (select from zone_code k where k.version_id = rules_id and k.regulation_id = u.regulation_id
                         and k.code = u.code) then 'zoneCodeUnknown'
        when not exists (select from intensity_rule r where r.version_id = rules_id
                         and r.regulation_id = u.regulation_id and r.zone_code = u.code)
         and not exists (select from itbx_cell c where c.version_id = rules_id
                         and c.regulation_id = u.regulation_id and c.zone_code = u.code) then 'zoneCodeWithoutRules'
        end as gap
      from used u)
    select j.layer_id as "layerId", j.gap as code, j.code as name, j.count, j.area_m2 as "areaM2",
           array[st_x(st_pointonsurface(z.geom)), st_y(st_pointonsurface(z.geom))] as at
    from judged j join zone z on z.zone_id = j.largest
    where j.gap is not null
    order by j.layer_id, j.gap, j.code`;
}

/** Condition codes without a text and rules without a legal source, in the rules that a release brings or that explain its zones. */
export async function findTextGaps(sql: Queryable, versions: Versions): Promise<FoundGap[]> {
  return await sql<FoundGap[]>`
    with ${plansOn(sql, versions)},
    rules as (
      select i.layer_id, i.version_id from item i join layer l using (layer_id) where l.kind = 'rules'
      union
      select min(p.layer_id), p.rules_id from plan p
      where p.rules_id is not null and p.rules_id not in (select version_id from item)
      group by p.rules_id),
    used as (
      select r.layer_id, r.version_id, c.regulation_id, code
      from rules r join itbx_cell c using (version_id), unnest(c.codes) as code
      union all
      select r.layer_id, r.version_id, e.regulation_id, code
      from rules r join overlay_effect e using (version_id), unnest(e.itbx_codes) as code),
    cited as (
      select r.layer_id, r.version_id, t.name, t.source_id
      from rules r, lateral (
        select 'intensity ' || zone_code || ' ' || measure as name, source_id from intensity_rule where version_id = r.version_id
        union all
        select 'setbacks ' || kind || coalesce(' ' || zone_code, ''), source_id from setback_rule where version_id = r.version_id
        union all
        select 'notes ' || kind || coalesce(' ' || zone_code, ''), source_id from zoning_note where version_id = r.version_id
        union all
        select 'matrices ' || regulation_id, source_id from itbx_matrix where version_id = r.version_id
        union all
        select 'conditions ' || code, source_id from itbx_condition where version_id = r.version_id
        union all
        select 'overlay-effects ' || theme || ' ' || level_code, source_id from overlay_effect where version_id = r.version_id
      ) t)
    select layer_id as "layerId", 'itbxCodeWithoutText' as code, code as name, count(*)::int as count,
           null::float8 as "areaM2", null as at
    from used u
    where code not in ('I', 'X') and not exists (
      select from itbx_condition k
      where k.version_id = u.version_id and k.regulation_id = u.regulation_id and k.code = u.code and btrim(k.body) <> '')
    group by layer_id, code
    union all
    select c.layer_id, 'ruleWithoutSource', c.name, count(*)::int, null, null
    from cited c left join legal_source s using (version_id, source_id)
    where s.source_id is null or btrim(s.article) = ''
    group by c.layer_id, c.name
    order by 1, 2, 3`;
}
