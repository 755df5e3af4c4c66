-- 0026_outline_pieces: outlines of areas and of coverage, cut into small pieces like overlays.
-- Why: the outline of a city has 14,000 corners and that of a coverage 19,000; to ask whether one point lies inside cost half of
--      all the time of an answer (measured 2026-11-30). Pieces follow from their outline and are made with it, whoever writes it.
-- Locks: creates new tables; adds triggers to admin_area and layer_version (short exclusive locks). Undo: drop both tables
--        and functions.

create table admin_piece (
  admin_id   bigint not null references admin_area on delete cascade,
  version_id text not null,
  geom       geometry(Polygon, 4326) not null
);
create index on admin_piece using gist (geom);
create index on admin_piece (admin_id);

create table coverage_piece (
  version_id text not null references layer_version on delete cascade,
  geom       geometry(Polygon, 4326) not null
);
create index on coverage_piece using gist (geom);
create index on coverage_piece (version_id);

create function cut_admin_area() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from admin_piece where admin_id = new.admin_id;
  end if;
  insert into admin_piece (admin_id, version_id, geom)
  select new.admin_id, new.version_id, (st_dump(st_subdivide(new.geom, 96))).geom;
  return null;
end $$;
create trigger admin_area_is_cut after insert or update of geom, version_id on admin_area
  for each row execute function cut_admin_area();

create function cut_coverage() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from coverage_piece where version_id = new.version_id;
  end if;
  insert into coverage_piece (version_id, geom)
  select new.version_id, (st_dump(st_subdivide(new.coverage, 96))).geom
  where new.coverage is not null;
  return null;
end $$;
create trigger coverage_is_cut after insert or update of coverage on layer_version
  for each row execute function cut_coverage();

insert into admin_piece (admin_id, version_id, geom)
select admin_id, version_id, (st_dump(st_subdivide(geom, 96))).geom from admin_area;
insert into coverage_piece (version_id, geom)
select version_id, (st_dump(st_subdivide(coverage, 96))).geom from layer_version where coverage is not null;

-- As the rows that they are made from: final once published, seen by whoever sees the version.
create trigger admin_piece_is_final before update or delete on admin_piece
  for each row execute function refuse_change_of_published();
create trigger coverage_piece_is_final before update or delete on coverage_piece
  for each row execute function refuse_change_of_published();
alter table admin_piece enable row level security;
create policy admin_piece_is_seen on admin_piece for select using (version_id in (select version_id from layer_version));
alter table coverage_piece enable row level security;
create policy coverage_piece_is_seen on coverage_piece for select using (version_id in (select version_id from layer_version));
