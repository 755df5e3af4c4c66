import type { Language } from '#domain/language';
import { type NewRelease, type Release, type ReleaseChange, releaseSchema } from '#domain/release/release';
import { askStaff } from './staff-request.ts';

export const RELEASES = '/api/v1/staff/releases';
export const releasePath = (releaseId: string): string => `${RELEASES}/${encodeURIComponent(releaseId)}`;

/** Makes a release of files and versions; its check begins at once. */
export const createRelease = (release: NewRelease, language: Language): Promise<Release> =>
  askStaff(RELEASES, releaseSchema, language, { method: 'POST', json: release, once: true });

/** Changes a release that is still the one that was read; with items its check begins anew. */
export const changeRelease = (
  { releaseId, revision }: Pick<Release, 'releaseId' | 'revision'>,
  change: ReleaseChange,
  language: Language,
): Promise<Release> =>
  askStaff(releasePath(releaseId), releaseSchema, language, {
    method: 'PATCH',
    json: change,
    headers: { 'if-match': `"r${revision}"` },
  });

export type Decision = 'submit' | 'approve' | 'reject' | 'withdraw';

/** Takes the next step with a release that is still the one that was read. */
export const decideRelease = (
  { releaseId, revision }: Pick<Release, 'releaseId' | 'revision'>,
  decision: Decision,
  said: unknown,
  language: Language,
): Promise<Release> =>
  askStaff(`${releasePath(releaseId)}/${decision}`, releaseSchema, language, {
    method: 'POST',
    json: said,
    headers: { 'if-match': `"r${revision}"` },
  });
