import type { StepBody } from '#domain/krk/application-answers';
import { writeNumber } from '#domain/krk/numbering';
import type { ServiceSettings } from '#domain/krk/settings';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { addDays, yearOf } from '#domain/work-days/working-days';
import { type Answer, answerSchema } from '#domain/zoning/answer';
import { today } from '../../platform/city-day.ts';
import type { Queryable } from '../../platform/db.ts';
import { endDocument } from '../documents/index.ts';
import { audit } from '../log/index.ts';
import { type PolygonInput, polygonSchema } from '../lookup/index.ts';
import { nextSequence } from '../service/index.ts';
import type { ApplicationDeps, DocumentOrder } from './application-deps.ts';
import { readGround } from './ground/queries.ts';
import { refuseOtherGround } from './ground/refuse-other-ground.ts';
import { judgeUses } from './judge-uses.ts';
import { holdApplication, type Mover, refuseStep, type Seen, takeStep } from './move-application.ts';
import { findNumber, insertNumber, orderOf, setNumberUsed } from './numbers/queries.ts';
import { readPerson } from './people/person.ts';
import { type ApplicationRow, findApplication, readAnswer, setIssued } from './queries.ts';
import { followReplaced, prepareReplacing, replaceEarlier } from './replacing/replace-application.ts';
import { heldSettings } from './settings/held-settings.ts';

/** Numbers of documents that count, and those of trials, which never use one of them up. */
const seriesOf = (isTrial: boolean): string => (isTrial ? 'krk-uji' : 'krk');

/**
 * Reserves the number of an application, once: whoever asks again gets the same. Short, in the transaction given; a rollback
 * gives the number back, so that the series has no gap.
 */
export async function reserveNumber(
  deps: Pick<ApplicationDeps, 'clock' | 'city'>,
  tx: Queryable,
  mover: Pick<Mover, 'actor'>,
  { applicationId, isTrial }: Pick<ApplicationRow, 'applicationId' | 'isTrial'>,
  pattern: string,
): Promise<string> {
  const held = await findNumber(tx, applicationId);
  if (held !== undefined) return held.number;
  const day = today(deps);
  const series = seriesOf(isTrial);
  const year = yearOf(day);
  const sequence = await nextSequence(tx, series, year);
  const number = writeNumber(pattern, sequence, day);
  await insertNumber(tx, { series, year, sequence, number, applicationId, now: deps.clock.now() });
  await audit(
    tx,
    { kind: 'number.reserved', actor: mover.actor, facts: { applicationId, series, year, sequence, number } },
    deps.clock,
  );
  return number;
}

/** What whoever signs can mend by themselves; the number waits for them. */
const TYPED_WRONG: ReadonlySet<string> = new Set(['passphraseWrong', 'certificateNotValid', 'signerRefused']);

/**
 * Signs and issues. The number is reserved first, in a transaction of its own; the document is made and signed outside of
 * every lock, for that is slow and can fail, and waits; then number, document and application stand as issued in one
 * transaction, and what they replace as replaced. Killed or failed anywhere, the same call goes on with the same number and,
 * once there are any, the same bytes; whatever is not issued is in force nowhere.
 */
export async function signApplication(
  deps: ApplicationDeps,
  mover: Mover,
  seen: Seen,
  body: StepBody,
): Promise<Result<null, Problem>> {
  const { settings, isDemo } = await heldSettings(deps);
  const { applicationId } = seen;
  const row = await findApplication(deps.sql, applicationId);
  if (row === undefined) return fail(problem('notFound'));
  if (row.revision !== seen.revision) return fail(problem('changedMeanwhile'));
  const refusal = refuseStep(row, 'sign', mover, settings, body);
  if (refusal !== null) return fail(refusal);
  // Settings of the demonstration number no document that counts.
  if (isDemo && !row.isTrial)
    return fail(problem('settingMissing', { names: ['numberPattern', 'signer', 'validity'] }));
  if (deps.documents.signer(row.isTrial).asksPassphrase && body.signing === undefined)
    return fail(problem('missingField', { name: 'signing' }));
  // Everything slow, and everything that needs another connection, stands before the transaction: two hundred who sign at
  // once would otherwise hold every connection and wait for one more.
  const prepared = await prepareOrder(deps, row, settings);
  if (!prepared.ok) return prepared;
  const replacing = await prepareReplacing(deps, row);
  const replacesNumber = replacing?.earlier?.number ?? null;
  let order: DocumentOrder | undefined;
  const reserved = await holdApplication(mover, seen, async (tx, held) => {
    const number = await reserveNumber(deps, tx, mover, held, settings.numberPattern ?? '');
    const orderId = orderOf(applicationId, number);
    order = { ...prepared.value, replacesNumber, number, actor: mover.actor, orderId };
    if (replacing !== null) await followReplaced(tx, replacing, { applicationId, orderId });
    return null;
  });
  if (!reserved.ok) return reserved;
  if (order === undefined) return fail(problem('internal'));
  const made = await deps.documents.prepare(order, body.signing ?? null);
  if (!made.ok && TYPED_WRONG.has(made.problem.code)) return made;
  if (!made.ok) {
    deps.log.warn({ applicationId, code: made.problem.code }, 'a document was not made: its number waits');
    return fail(problem('documentNotIssued', { number: order.number }));
  }
  const { documentId } = made.value;
  return takeStep(deps, mover, seen, 'sign', body, async ({ tx }) => {
    const given = await deps.documents.giveOut(tx, documentId, mover.actor);
    if (given === null) return problem('changedMeanwhile');
    await setNumberUsed(tx, applicationId);
    await setIssued(tx, applicationId, { documentId, ...given });
    return replacing === null ? null : await replaceEarlier(deps, tx, replacing, documentId, mover.actor);
  });
}

/** Takes a document back: the document and its application in one transaction. */
export const revokeApplication = (
  deps: ApplicationDeps,
  mover: Mover,
  seen: Seen,
  body: StepBody,
): Promise<Result<null, Problem>> =>
  takeStep(deps, mover, seen, 'revoke', body, async ({ tx, row }) => {
    const reason = `${body.reason ?? ''} (${body.article ?? ''})`;
    if (row.documentId !== null)
      await endDocument(tx, deps, row.documentId, { to: 'dicabut', reason }, mover.actor);
    return null;
  });

/** What the document is made of, checked against today: the plan may have changed since the sheet was finished. */
async function prepareOrder(
  deps: ApplicationDeps,
  row: ApplicationRow,
  settings: ServiceSettings,
): Promise<Result<Omit<DocumentOrder, 'number' | 'orderId' | 'actor' | 'replacesNumber'>, Problem>> {
  const { applicationId, sheet, isTrial, language } = row;
  const person = await readPerson(deps, deps.sql, applicationId);
  if (person === null || person.applicant === null) return fail(problem('personErased'));
  const other = await refuseOtherGround(deps.sql, row);
  if (other !== null) return fail(other);
  const ground = await groundOf(deps, applicationId);
  const answer = answerSchema.parse(await readAnswer(deps.sql, applicationId));
  const fresh = await deps.answerGround(ground, today(deps));
  if (!fresh.ok) return fresh;
  if (!fresh.value.isComplete || versionsOf(answer) !== versionsOf(fresh.value))
    return fail(problem('planHasChanged'));
  // Before a number of the wrong series is reserved for it.
  if (answer.isDemo !== isTrial) return fail(problem('planHasChanged'));
  // As of the day of the sheet: its versions are those of today, so the verdicts are those that were looked at.
  const said = await judgeUses(deps, ground, answer.asOf, row, sheet);
  if (!said.ok) return said;
  const { signer, validity, closingText } = settings;
  if (signer === null || validity === null)
    return fail(problem('settingMissing', { names: ['signer', 'validity'] }));
  return ok({
    isTrial,
    language,
    applicant: person.applicant,
    landProof: person.landProof,
    plannedUse: row.plannedUse,
    answer,
    said: said.value,
    ground,
    nib: row.ground?.from === 'parcel' ? row.ground.nib : null,
    sheet,
    signer,
    closingText,
    validUntil: validity.kind === 'days' ? addDays(today(deps), validity.days) : null,
  });
}

/** The ground of a submitted application. */
export async function groundOf(
  { sql }: Pick<ApplicationDeps, 'sql'>,
  applicationId: string,
): Promise<PolygonInput> {
  const geojson = await readGround(sql, applicationId);
  if (geojson === undefined) throw new Error(`application ${applicationId} has no ground`);
  return polygonSchema.parse(JSON.parse(geojson));
}

const versionsOf = ({ versions }: Answer): string =>
  versions
    .map(({ layerId, versionId }) => `${layerId} ${versionId}`)
    .sort()
    .join('\n');
