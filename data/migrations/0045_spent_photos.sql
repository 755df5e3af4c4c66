-- 0045_spent_photos: whether a photo of a case stands for something already, known once.
-- Why: an objection letter passed as a photo of what was fixed; scans of one form look alike and are no copies of each other.
-- Locks: case_sanction against writing while its index is built. Undo: a new migration that drops the function.

-- That something is fixed, that a letter was served, or an objection: itself, or the same file under another id. Uploads are
-- their owner's to read, hence with the rights of the program.
create function is_spent_case_photo(p_photo_id uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (
    select from case_photo own join upload u using (upload_id) join upload same using (sha256)
                join case_photo p on p.upload_id = same.upload_id
    where own.photo_id = p_photo_id
      and (p.is_closing or exists (select from case_sanction s where s.served_photo = p.photo_id)
           or exists (select from case_objection o where o.photo_id = p.photo_id)))
$$;

create index on case_sanction (served_photo) where served_photo is not null;
