import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '#domain/accounts/actor';
import type { CaseLine, CorrectionAnswer, PublicCase, StaffCase } from '#domain/correction/correction';
import { calendarDay } from '../../platform/clock.ts';
import { inTheNameOf } from '../accounts/index.ts';
import type { CorrectionDeps } from './correction-deps.ts';
import { hashOfSecret } from './open-case.ts';
import {
  answersOf,
  findCase,
  findCaseByTicket,
  publishedVersions,
  type StoredAnswer,
  type StoredCase,
} from './queries.ts';
import { rowsAt } from './rows-at.ts';

const tellAnswer = (answer: StoredAnswer): CorrectionAnswer => ({
  outcome: answer.outcome,
  note: { id: answer.noteId, en: answer.noteEn },
  mended:
    answer.mendedVersionId === null
      ? null
      : {
          versionId: answer.mendedVersionId,
          validFrom: answer.mendedFrom ?? '',
          decree: answer.mendedDecree ?? '',
        },
  answeredAt: answer.answeredAt.toISOString(),
});

/** A case by its ticket: how far it is; all of it only with the secret. Undefined when there is none, or the secret is another's. */
export async function tellByTicket(
  deps: Pick<CorrectionDeps, 'sql' | 'city'>,
  ticket: string,
  secret: string | null,
): Promise<PublicCase | undefined> {
  const found = await findCaseByTicket(deps.sql, ticket);
  if (found === undefined) return undefined;
  if (secret === null) {
    const openedOn = calendarDay(found.openedAt, deps.city.timeZone);
    return { ticket: found.ticket, state: found.state, openedOn, detail: null };
  }
  if (!timingSafeEqual(hashOfSecret(secret), found.secretHash)) return undefined;
  return await tellWhole(deps, found);
}

/** All of a case as whoever opened it may read it. */
export async function tellWhole(
  { sql, city }: Pick<CorrectionDeps, 'sql' | 'city'>,
  found: StoredCase,
): Promise<PublicCase> {
  const answers = await answersOf(sql, found.correctionId);
  const { ticket, state, openedAt, row, lng, lat, message, hasContact } = found;
  return {
    ticket,
    state,
    openedOn: calendarDay(openedAt, city.timeZone),
    detail: { row, point: [lng, lat], message, hasContact, answers: answers.map(tellAnswer) },
  };
}

/** A case as a line of the list of staff. */
export const tellLine = (found: StoredCase): CaseLine => ({
  correctionId: found.correctionId,
  ticket: found.ticket,
  state: found.state,
  revision: found.revision,
  openedAt: found.openedAt.toISOString(),
  areaName: found.areaName,
  row: found.row,
  hasContact: found.hasContact,
});

/** All of a case for who answers it, beside what the plan says at its place today. */
export async function tellCase(
  deps: CorrectionDeps,
  actor: Actor,
  correctionId: string,
): Promise<StaffCase | undefined> {
  const kept = await inTheNameOf(deps.sql, actor, async (tx) => {
    const found = await findCase(tx, correctionId);
    if (found === undefined) return undefined;
    const answers = await answersOf(tx, correctionId);
    return { found, answers, versions: await publishedVersions(tx, found.layerId) };
  });
  if (kept === undefined) return undefined;
  const { found, answers, versions } = kept;
  const today = calendarDay(deps.clock.now(), deps.city.timeZone);
  const { rows } = await rowsAt(deps, [found.lng, found.lat], today);
  return {
    ...tellLine(found),
    point: [found.lng, found.lat],
    askedOn: found.askedOn,
    message: found.message,
    rowToday: rows.find(({ row }) => row.key === found.row.key)?.told ?? null,
    answers: answers.map((answer) => ({
      ...tellAnswer(answer),
      answeredBy: { accountId: answer.answeredBy, name: answer.answererName },
    })),
    versions,
  };
}
