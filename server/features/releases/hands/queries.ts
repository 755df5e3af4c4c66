import type { Queryable } from '../../../platform/db.ts';

/** Remembers for good that these people have touched it. */
export async function addHands(
  tx: Queryable,
  releaseId: string,
  accountIds: readonly string[],
): Promise<void> {
  await tx`
    update release set hands = array(select unnest(hands) union select unnest(${[...accountIds]}::text[]))
    where release_id = ${releaseId} and not hands @> ${[...accountIds]}::text[]`;
}

/**
 * Who drafted these versions, and the versions that they were edited from, as far as nobody has decided about them yet:
 * what was published has been seen by two.
 */
export async function draftersOf(tx: Queryable, versionIds: readonly string[]): Promise<string[]> {
  const rows = await tx<{ accountId: string }[]>`
    with recursive draft as (
      select version_id, source_name from layer_version v
      where version_id = any(${[...versionIds]}) and not exists (select from publication p where p.version_id = v.version_id)
      union
      select v.version_id, v.source_name
      from draft d join layer_version v on v.version_id = substr(d.source_name, 9)
      where d.source_name like 'editor: %' and not exists (select from publication p where p.version_id = v.version_id))
    select distinct substr(e.actor, 9) as "accountId"
    from draft d join log_event e on e.kind = 'layer.drafted' and e.facts->>'versionId' = d.version_id
    where e.actor like 'account:%'`;
  return rows.map((row) => row.accountId);
}
