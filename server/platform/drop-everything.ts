import type { Database } from './db.ts';

/**
 * Takes away every table, function and type of the schema `public` that no extension brought: nothing stays that the
 * product could be started on. Extensions stay; their owner may be somebody else.
 */
export async function dropEverything(sql: Database): Promise<void> {
  await sql`
    do $$
    declare item record;
    begin
      for item in
        select c.oid::regclass::text as name, case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
                                              when 'S' then 'sequence' else 'table' end as kind
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('e', 'a', 'i'))
      loop
        execute format('drop %s if exists %s cascade', item.kind, item.name);
      end loop;
      for item in
        select p.oid::regprocedure::text as name
        from pg_proc p
        where p.pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop
        execute format('drop routine if exists %s cascade', item.name);
      end loop;
      for item in
        select t.oid::regtype::text as name
        from pg_type t
        where t.typnamespace = 'public'::regnamespace and t.typrelid = 0 and t.typelem = 0
          and not exists (select from pg_depend d where d.objid = t.oid and d.deptype in ('e', 'i'))
      loop
        execute format('drop type if exists %s cascade', item.name);
      end loop;
    end $$`;
}
