-- findDraft
select document from document_draft where order_id = $1 and made_by = $2 and not is_dropped
order by made_at desc, document_id limit 1;
--   Limit
--     ->  Sort
--           Sort Key: made_at DESC, document_id
--           ->  Seq Scan on document_draft
--                 Filter: ((NOT is_dropped) AND (order_id = '…'::text) AND (made_by = '…'::text))

-- insertDraft
insert into document_draft (document_id, order_id, made_by, document, made_at)
values ($1, $2, $3, $4, $5);
--   Insert on document_draft
--     ->  Result

-- takeDraft
delete from document_draft where document_id = $1 and not is_dropped returning document;
--   Delete on document_draft
--     ->  Seq Scan on document_draft
--           Filter: ((NOT is_dropped) AND (document_id = '…'::text))

-- dropDrafts
update document_draft set is_dropped = true where order_id = $1 and not is_dropped;
--   Update on document_draft
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on document_draft
--           Filter: ('…' AND (NOT is_dropped) AND (order_id = '…'::text))

-- droppedDrafts
select d.document_id as "documentId",
       case when not exists (select from document o where o.pdf_sha256 = d.document ->> 'pdfSha256')
            then d.document ->> 'pdfSha256' end as "pdfSha256"
from document_draft d where d.is_dropped order by d.made_at limit 1000;
--   Limit
--     ->  Result
--           ->  Sort
--                 Sort Key: d.made_at
--                 ->  Seq Scan on document_draft d
--                       Filter: is_dropped
--           SubPlan 2
--             ->  Seq Scan on document o

-- deleteDraft
delete from document_draft where document_id = $1 and is_dropped;
--   Delete on document_draft
--     ->  Seq Scan on document_draft
--           Filter: (is_dropped AND (document_id = '…'::text))
