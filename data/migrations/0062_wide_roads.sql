-- Roads whose reserve reaches further than roads are looked for around a parcel (25 m from the axis): few, or none.
create index road_wide_geom_idx on road using gist (geom) where row_width_m > 44;
