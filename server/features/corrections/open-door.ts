import type { Context } from 'hono';
import type { NewCorrection } from '#domain/correction/correction';
import type { LngLat } from '#domain/geo/lng-lat';
import type { CorrectionDeps } from './correction-deps.ts';
import { openForPublic } from './routes.ts';
import { rowsAt } from './rows-at.ts';
import { tellByTicket } from './tell-case.ts';

/** What pages do about cases, without JSON in between. */
export const openCorrectionDoor = (deps: CorrectionDeps) => ({
  rowsAt: async (place: LngLat, on: string) => {
    const { answer, rows } = await rowsAt(deps, place, on);
    return { answer, rows: rows.map(({ told }) => told) };
  },
  open: (c: Context, asked: NewCorrection) => openForPublic(deps, c, asked),
  tell: (ticket: string, secret: string | null) => tellByTicket(deps, ticket, secret),
});
