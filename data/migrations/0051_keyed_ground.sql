-- 0051_keyed_ground: ground of polygons that have a column of their own in the matrix is counted apart.
-- Why: a matrix may rule a single polygon (KODUNK) otherwise than its zone code; both were one sum of ground.
-- Locks: adds a nullable column without a default to ground_share, for a moment. Undo: a new migration that drops it.

alter table ground_share add column kodunk text;   -- only where a matrix has a column for it, see fill_ground
