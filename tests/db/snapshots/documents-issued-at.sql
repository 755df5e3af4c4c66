-- documentsAt
select d.document_id as "documentId", d.kind, d.number, d.state, d.issued_at as "issuedAt",
       d.valid_until::text as "validUntil", d.is_trial as "isTrial"
from document d
where d.kind = 'krk' and st_intersects(d.ground, st_setsrid(st_makepoint($1::float8, $2::float8), 4326))
order by d.issued_at desc limit $3;
--   Limit
--     ->  Sort
--           Sort Key: issued_at DESC
--           ->  Index Scan using document_ground_idx on document d
--                 Index Cond: (ground && '…'::geometry)
--                 Filter: ((kind = '…'::text) AND st_intersects(ground, '…'::geometry))
