import { randomUUID } from 'node:crypto';
import { type Draft, draftFaults, type Ground } from '#domain/krk/application';
import type { FormFields } from '#domain/krk/application-form';
import { EMPTY_SHEET } from '#domain/krk/sheet';
import type { Language } from '#domain/language';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';
import { today } from '../../platform/city-day.ts';
import type { Queryable } from '../../platform/db.ts';
import { hashSecret, makeSecret, makeTicket } from '../../platform/secret-link.ts';
import { parcelOutline } from '../building/index.ts';
import { type PolygonInput, polygonSchema, refuseParcelNumber } from '../lookup/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { setGround } from './ground/queries.ts';
import { holdApplication, type Mover, type Seen, takeStep } from './move-application.ts';
import { papersOf } from './papers/queries.ts';
import { readPerson, writePerson } from './people/person.ts';
import { findApplication, insertApplication, setContent } from './queries.ts';

export interface MadeApplication {
  readonly applicationId: string;
  readonly ticket: string;
  /** Told once; only its hash is kept. */
  readonly secret: string;
}

/** A new, empty application. */
export async function makeApplication(
  deps: Pick<ApplicationDeps, 'clock'> & { readonly sql: Queryable },
  { language, accountId }: { readonly language: Language; readonly accountId: string | null },
): Promise<MadeApplication> {
  const made = { applicationId: randomUUID(), ticket: makeTicket('KRK'), secret: makeSecret() };
  await insertApplication(deps.sql, {
    applicationId: made.applicationId,
    ticket: made.ticket,
    secretHash: hashSecret(made.secret),
    accountId,
    language,
    sheet: EMPTY_SHEET,
    now: deps.clock.now(),
  });
  return made;
}

/** What was written down so far, and as it was typed. */
export interface Content {
  readonly draft: Draft;
  readonly fields: FormFields;
}

/** What was written down so far; null once the person was erased. */
export async function readContent(
  deps: Pick<ApplicationDeps, 'sql' | 'keys'>,
  applicationId: string,
): Promise<Content | null> {
  const row = await findApplication(deps.sql, applicationId);
  const person = await readPerson(deps, deps.sql, applicationId);
  if (row === undefined || person === null) return null;
  const { fields, applicant, landProof } = person;
  return { draft: { applicant, landProof, ground: row.ground, plannedUse: row.plannedUse }, fields };
}

/** Saves what is typed so far: while it is a draft, and again while it is with the applicant. */
export const keepContent = (
  deps: ApplicationDeps,
  mover: Mover,
  seen: Seen,
  { draft, fields }: Content,
): Promise<Result<null, Problem>> =>
  holdApplication(mover, seen, async (tx, row) => {
    if (row.state !== 'draf' && row.state !== 'dikembalikan')
      return problem('stepNotPossible', { state: row.state, step: 'edit' });
    await setContent(tx, row.applicationId, draft);
    await writePerson(deps, tx, row.applicationId, { ...draft, fields });
    return null;
  });

/** Submits, for the first time or again: everything is there, and the ground lies in the city. */
export async function submitApplication(
  deps: ApplicationDeps,
  mover: Mover,
  seen: Seen,
  step: 'submit' | 'resubmit',
): Promise<Result<null, Problem>> {
  const content = await readContent(deps, seen.applicationId);
  if (content === null) return fail(problem('personErased'));
  const missing = draftFaults(content.draft);
  if (content.draft.ground === null || missing.length > 0)
    return fail(problem('applicationIncomplete', { missing }));
  // Ground that was measured on site stays so while the same is applied for, also where the register knows it no more.
  const isMeasured = (await findApplication(deps.sql, seen.applicationId))?.isMeasured === true;
  const found = isMeasured ? null : await lookAtGround(deps, content.draft.ground);
  if (found?.ok === false) return found;
  return takeStep(deps, mover, seen, step, {}, async ({ tx, row, settings }) => {
    const kept = (await papersOf(tx, [row.applicationId])).filter(({ verdict }) => verdict !== 'refused');
    const given = new Set(kept.map(({ kind }) => kind));
    const papers = (settings.papers ?? []).filter((paper) => paper.isRequired && !given.has(paper.id));
    if (papers.length > 0) return problem('papersMissing', { papers: papers.map(({ name }) => name) });
    if (row.isMeasured !== isMeasured) return problem('changedMeanwhile');
    if (found === null) return null;
    const { ground, answer } = found.value;
    await setGround(tx, row.applicationId, {
      geojson: JSON.stringify(ground),
      kelurahan: kelurahanOf(answer),
      isTrial: answer.isDemo,
      now: deps.clock.now(),
    });
    return null;
  });
}

/** The ground that is asked about, and what the plan says there today; refused where it lies outside the city. */
export async function lookAtGround(
  deps: ApplicationDeps,
  asked: Ground,
): Promise<Result<{ readonly ground: PolygonInput; readonly answer: Answer }, Problem>> {
  const ground = await readOutline(deps, asked);
  if (!ground.ok) return ground;
  const answer = await deps.answerGround(ground.value, today(deps));
  if (!answer.ok) return answer;
  if (answer.value.coverage === 'outsideCity') return fail(problem('groundOutsideCity'));
  return ok({ ground: ground.value, answer: answer.value });
}

/** The outline of the ground that is asked about: of a registered parcel on this day, or as it was drawn. */
async function readOutline(deps: ApplicationDeps, ground: Ground): Promise<Result<PolygonInput, Problem>> {
  if (ground.from !== 'parcel')
    return ok({
      type: 'MultiPolygon',
      coordinates: ground.coordinates.map((one) => one.map((ring) => [...ring])),
    });
  const on = today(deps);
  const refused = await refuseParcelNumber(deps.sql, ground.nib, on);
  if (refused !== null) return fail(refused);
  const geojson = await parcelOutline(deps.sql, ground.nib, on);
  return geojson === null
    ? fail(problem('parcelUnknown', { nib: ground.nib, on }))
    : ok(polygonSchema.parse(JSON.parse(geojson)));
}

/** The kelurahan that most of it lies in. */
export const kelurahanOf = ({ admin }: Answer): string | null =>
  admin
    .filter(({ level }) => level === 'kelurahan')
    .sort((one, other) => (other.sharePct ?? 0) - (one.sharePct ?? 0))[0]?.name ?? null;
