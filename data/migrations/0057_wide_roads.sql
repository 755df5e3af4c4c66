-- Why: roads around a parcel are looked for 25 m from the axis, and a reserve of more than 44 m reaches further: those roads, few
--      or none, are found by an index of their own. Locks: road against writing while the index is made, a second for a
--      city. Undo: drop index road_wide_geom_idx.
create index road_wide_geom_idx on road using gist (geom) where row_width_m > 44;
