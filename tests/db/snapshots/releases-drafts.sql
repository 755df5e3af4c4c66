-- forgetOldDraft
select layer_id as "layerId", version_id as "versionId", source_sha256 as "sourceSha256"
from forget_old_draft($1);
--   Function Scan on forget_old_draft
