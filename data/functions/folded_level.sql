-- Purpose: the level of an overlay as it is compared: capitals and spaces make no other level.
-- Input: level_code as imported or as a rule row names it. Output: lower case, single spaces, none at the ends.
-- The same as isSameLevel of server/domain/zoning/overlay-on-part.ts.
-- Expected indexes: none, it looks at what it is given.
create or replace function folded_level(level_code text) returns text
language sql immutable as $$
  select lower(regexp_replace(btrim(level_code), '\s+', ' ', 'g'))
$$;
