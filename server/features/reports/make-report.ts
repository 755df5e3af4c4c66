import { randomUUID } from 'node:crypto';
import { canonicalJson, type Json } from '#domain/log/canonical-json';
import { type Problem, problem } from '#domain/problem';
import { cleanText } from '#domain/publication/clean-text';
import { trackOf } from '#domain/report/category';
import type { NewReport, ReceivedReport } from '#domain/report/report';
import { fail, ok, type Result } from '#domain/result';
import { allOrNothing } from '../../platform/all-or-nothing.ts';
import { sha256 } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db.ts';
import { hashSecret, makeSecret, makeTicket } from '../../platform/secret-link.ts';
import { audit } from '../log/index.ts';
import { secretOfReport } from './follow-link.ts';
import { findOnce, takeOnce } from './once/queries.ts';
import type { ReportKey } from './once/report-key.ts';
import { givenBy, writePerson } from './people/person.ts';
import { attachPhotos, claimPhotos } from './photos/keep-photo.ts';
import { findReport, insertReport } from './queries.ts';
import { findPlace, readToken, todayOf } from './read-place.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellPerson } from './tell-reporter.ts';

/** A second answer to what was sent before; undefined when nothing was. */
export async function answerAgain(
  deps: Pick<ReportDeps, 'sql' | 'http'>,
  key: ReportKey,
): Promise<Result<ReceivedReport, Problem> | undefined> {
  const made = await findOnce(deps.sql, key.keyHash);
  if (made === undefined) return undefined;
  if (!Buffer.from(made.requestHash).equals(key.requestHash)) return fail(problem('keyUsedOtherwise'));
  return ok(receipt(deps, made.ticket, key.open(made.sealed), made.receivedAt));
}

const receipt = (
  deps: Pick<ReportDeps, 'http'>,
  ticket: string,
  secret: string,
  receivedAt: Date,
): ReceivedReport => ({
  ...secretOfReport(deps, ticket, secret),
  receivedAt: receivedAt.toISOString(),
});

/**
 * Takes a report in, once for every key: report, photos, case, entry of the log and message are there together or not at all.
 * Killed after the commit, the same key brings the same ticket and secret.
 * @param mayTell whether a first message may still go to an address today
 */
export async function makeReport(
  deps: ReportDeps,
  asked: NewReport,
  key: ReportKey,
  mayTell: (day: string, recipient: string) => boolean,
): Promise<Result<ReceivedReport, Problem>> {
  if ((asked.website ?? '') !== '') return fail(problem('hiddenFieldFilled'));
  if (asked.seenOn > todayOf(deps)) return fail(problem('reportDaySeen', { day: asked.seenOn }));
  const place = await findPlace(deps, asked.place, asked.category);
  if (!place.ok) return place;
  const secret = makeSecret();
  const now = deps.clock.now();
  const made = { reportId: randomUUID(), ticket: makeTicket('LAP') };
  const refused = await allOrNothing<Problem | 'again'>(
    (work) => deps.sql.begin(work),
    async (tx) => {
      const sealed = key.seal(secret);
      const { keyHash, requestHash } = key;
      // First of all: whoever comes with the same key waits here, and then finds what was made.
      if (!(await takeOnce(tx, { keyHash, requestHash, reportId: made.reportId, sealed, now })))
        return 'again';
      return await write(deps, tx, asked, place.value, { ...made, secret, now, mayTell });
    },
  );
  if (refused === 'again') return (await answerAgain(deps, key)) ?? fail(problem('busy'));
  return refused === null ? ok(receipt(deps, made.ticket, secret, now)) : fail(refused);
}

/** What was sent, in one spelling: its hash is in the log, and its words are the reporter's to take away. */
export const contentOf = (content: {
  readonly category: string;
  readonly description: string | null;
  readonly point: readonly number[] | null;
  readonly landmark: string | null;
  readonly kelurahan: string | null;
  readonly seenOn: string;
  readonly ongoing: string;
  readonly photos: readonly string[];
}): string => canonicalJson(content as unknown as Json);

async function write(
  deps: ReportDeps,
  tx: Queryable,
  asked: NewReport,
  place: Extract<Awaited<ReturnType<typeof findPlace>>, { ok: true }>['value'],
  {
    reportId,
    ticket,
    secret,
    now,
    mayTell,
  }: {
    readonly reportId: string;
    readonly ticket: string;
    readonly secret: string;
    readonly now: Date;
    readonly mayTell: (day: string, recipient: string) => boolean;
  },
): Promise<Problem | null> {
  const { category } = asked;
  const track = trackOf(category);
  const photos = asked.photos ?? [];
  const hashes = photos.length === 0 ? ok([]) : await claimPhotos(tx, photos);
  if (!hashes.ok) return hashes.problem;
  const { point, kelurahanCode, isDemo } = place;
  const isAboutOffice = asked.isAboutOffice ?? false;
  const caseId = await deps.cases.open(tx, {
    ticket,
    track,
    category,
    place: point,
    kelurahanCode,
    isDemo,
    isWithheld: isAboutOffice,
  });
  const description = cleanText(asked.description).text.trim();
  const landmark = place.landmark === null ? null : cleanText(place.landmark).text.trim();
  const isAnonymous = asked.identity.kind === 'anonymous';
  const content = contentOf({
    category,
    description,
    point,
    landmark,
    kelurahan: place.kelurahan,
    seenOn: asked.seenOn,
    ongoing: asked.ongoing,
    photos: hashes.value,
  });
  const contentSha256 = Buffer.from(sha256(new TextEncoder().encode(content))).toString('hex');
  const eventId = await audit(
    tx,
    {
      kind: 'report.received',
      actor: 'public',
      facts: { reportId, ticket, caseId, track, category, photos: photos.length, isAnonymous, isDemo },
      personal: { contentSha256 },
    },
    deps.clock,
  );
  const supported = readToken(deps, asked.supports);
  await insertReport(tx, {
    reportId,
    ticket,
    secretHash: hashSecret(secret),
    caseId,
    eventId,
    language: asked.language,
    category,
    track,
    description,
    lng: point?.[0] ?? null,
    lat: point?.[1] ?? null,
    placeFrom: place.from,
    accuracyM: place.accuracyM,
    cell: place.cell,
    landmark,
    kelurahan: place.kelurahan,
    kelurahanCode,
    seenOn: asked.seenOn,
    ongoing: asked.ongoing,
    ruleKey: asked.brokenRule ?? null,
    // Sent a day later, the plan can be another one: what was chosen is kept, and that it is gone.
    rule: place.rows.find((row) => row.key === asked.brokenRule) ?? null,
    jurisdiction: place.jurisdiction,
    about: asked.about === undefined ? null : cleanText(asked.about).text.trim(),
    isAboutOffice,
    mayPassOn: asked.mayPassOn ?? false,
    supports: supported === null || (await findReport(tx, supported)) === undefined ? null : supported,
    isAnonymous,
    isDemo,
    receivedAt: now,
  });
  await attachPhotos(tx, { reportId, messageId: null }, photos);
  const person = givenBy(asked.identity);
  if (person !== null) {
    await writePerson(deps, tx, reportId, person);
    const told = (way: string | null): string | null =>
      way !== null && mayTell(todayOf(deps), way) ? way : null;
    const reached = { email: told(person.email), phone: told(person.phone) };
    await tellPerson(deps, tx, { reportId, ticket, language: asked.language }, reached, 'received');
  }
  return null;
}
