import type { Round } from '#domain/field-round/round';
import type { SubjectKind } from '#domain/field-round/subject-kind';
import type { Query } from '../../lib/query.ts';
import { useStaffQuery } from '../console-frame/index.ts';
import { roundsAboutSchema, roundsPath } from './field-api.ts';

/** Rounds on site about one subject, the oldest first. */
export const useRoundsAbout = (
  kind: SubjectKind,
  subjectId: string,
): Query<{ readonly rounds: readonly Round[] }> =>
  useStaffQuery(`${roundsPath(kind)}/about/${encodeURIComponent(subjectId)}`, roundsAboutSchema);
