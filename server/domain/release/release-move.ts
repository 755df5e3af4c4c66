import * as z from 'zod/mini';
import { releaseStateSchema } from './release-state.ts';
import { staffPersonSchema } from './staff-person.ts';

/** One event in the life of a release, as the log has it. */
const releaseMoveSchema = z.object({
  at: z.string(),
  /** Null: the operator on the server. */
  by: staffPersonSchema,
  /** Null: it was made. */
  from: z.nullable(releaseStateSchema),
  to: releaseStateSchema,
  /** The originals that it held then; none where all of it were versions that were there, or before this was written down. */
  files: z.array(z.object({ layerId: z.string(), sha256: z.string() })),
  /** Whether they are other ones than before. */
  hasOtherFiles: z.boolean(),
});
export type ReleaseMove = z.infer<typeof releaseMoveSchema>;

/** `GET /api/v1/staff/releases/:id/history`: every move, the first first. */
export const releaseMovesSchema = z.object({ moves: z.array(releaseMoveSchema) });
