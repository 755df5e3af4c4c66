import type { Queryable } from '../../../platform/db.ts';

export interface ForgottenDraft {
  readonly layerId: string;
  readonly versionId: string;
  readonly sourceSha256: string;
}

/** Takes one draft away that became part of nothing since a moment. @returns undefined when there is none */
export async function forgetOldDraft(
  tx: Queryable,
  draftedBefore: Date,
): Promise<ForgottenDraft | undefined> {
  const [row] = await tx<ForgottenDraft[]>`
    select layer_id as "layerId", version_id as "versionId", source_sha256 as "sourceSha256"
    from forget_old_draft(${draftedBefore})`;
  return row;
}
