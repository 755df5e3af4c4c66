import type { Actor } from '#domain/accounts/actor';
import { may } from '#domain/accounts/rights';
import { OPENED_BY } from '#domain/report/who-sees';
import { unansweredIn } from '#domain/violation-case/answered';
import type { CaseLine, CaseSanction, StaffCase } from '#domain/violation-case/case-answers';
import { isPastDue } from '#domain/violation-case/clock';
import { caseSettingsFor } from '#domain/violation-case/settings';
import { type CaseRule, type CaseStep, caseClosedTo, caseStepsFrom } from '#domain/violation-case/states';
import type { Queryable } from '../../platform/db.ts';
import { colleagues } from '../accounts/index.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import type { CaseReport } from './case-reports.ts';
import { escalatedOf } from './clock/queries.ts';
import { escalationsOf } from './escalation/queries.ts';
import { assessmentsOf, closedRounds } from './facts/queries.ts';
import { lettersOf } from './letters/queries.ts';
import { missingOf } from './letters/send-letter.ts';
import { objectionsOf } from './objections/queries.ts';
import { type ConflictRow, casesClosedTo, conflictsOf, unitNames } from './people/queries.ts';
import { casePhotosOf } from './photos/queries.ts';
import { type CaseRow, findCase, type MoveRow, movesOf } from './queries.ts';
import { disputesOf, joinedInto, kelurahanNames } from './queue/queries.ts';
import { type ClockBasis, clocksOf, readBasis } from './read-clock.ts';
import { sanctionsOf } from './sanctions/queries.ts';
import { heldSettings } from './settings/held-settings.ts';
import { minuteOf, namesOf, tellMoves } from './tell-moves.ts';

/** Lines of the queue, in the order of their rows: a list takes as many statements as one line of it. */
export async function tellLines(
  deps: CaseWorkDeps,
  rows: readonly CaseRow[],
  { today }: Pick<ClockBasis, 'today'>,
): Promise<CaseLine[]> {
  const { sql } = deps;
  const caseIds = rows.map(({ caseId }) => caseId);
  const units = new Map((await unitNames(sql, given(rows, 'unitId'))).map((one) => [one.unitId, one]));
  const people = await colleagues(sql, given(rows, 'officerId'));
  const officers = new Map(people.map((one) => [one.accountId, one]));
  const counts = await deps.reports.count(sql, caseIds);
  const escalated = await escalatedOf(sql, caseIds);
  const kelurahan = await kelurahanNames(sql, given(rows, 'kelurahanCode'), today);
  return rows.map((row) => ({
    ...lineOf(row, today),
    kelurahan: kelurahan.get(row.kelurahanCode ?? '') ?? null,
    unit: units.get(row.unitId ?? '') ?? null,
    officer: officers.get(row.officerId ?? '') ?? null,
    isEscalated: escalated.has(row.caseId),
    reportCount: counts.get(row.caseId) ?? 0,
  }));
}

const given = (rows: readonly CaseRow[], name: 'unitId' | 'officerId' | 'kelurahanCode'): string[] => [
  ...new Set(rows.flatMap((row) => row[name] ?? [])),
];

/** What stands in the row of a case itself. */
const lineOf = (
  row: CaseRow,
  today: string,
): Omit<CaseLine, 'kelurahan' | 'unit' | 'officer' | 'isEscalated' | 'reportCount'> => ({
  caseId: row.caseId,
  ticket: row.ticket,
  track: row.track,
  category: row.category,
  serviceClass: row.serviceClass,
  state: row.state,
  isPaused: row.isPaused,
  pauseReason: row.pauseReason,
  pauseUntil: row.pauseUntil,
  outcome: row.outcome,
  closing: row.closing,
  revision: row.revision,
  place: row.place === null ? null : [row.place[0], row.place[1]],
  kelurahanCode: row.kelurahanCode,
  isDemo: row.isDemo,
  openedAt: minuteOf(row.openedAt),
  endedAt: row.endedAt?.toISOString() ?? null,
  dueOn: row.dueOn,
  isOverdue: row.endedAt === null && isPastDue(row.dueOn, today),
  isWithheld: row.isWithheld,
});

/** One case as one person of the office sees it. Who reported stands elsewhere. */
export async function tellCase(deps: CaseWorkDeps, actor: Actor, row: CaseRow): Promise<StaffCase> {
  const { sql } = deps;
  const basis = await readBasis(deps, sql);
  const moves = await movesOf(sql, [row.caseId]);
  const clocks = await clocksOf(deps, sql, row.caseId, moves, basis);
  const settings = caseSettingsFor(
    await heldSettings(sql),
    row.isDemo || (await deps.holdsDemo(basis.today)),
  );
  const possible = caseStepsFrom(row).filter((rule) => mayTake(actor, row, rule));
  const missing = missingOf(settings);
  const sanctions = await tellSanctions(sql, row.caseId, basis);
  const mayHear = answersReporters(actor, row);
  // What is hidden from who asks is not shown by its neighbours either.
  const closed = await casesClosedTo(sql, actor.accountId);
  const isOpen = ({ caseId }: { readonly caseId: string }): boolean => !closed.has(caseId);
  const reports = await deps.reports.of(sql, [row.caseId]);
  const awaiting = awaitingReply(clocks, moves, reports);
  const [line] = await tellLines(deps, [row], basis);
  if (line === undefined) throw new Error('a case has no line');
  const goesOn = row.joinedInto === null ? undefined : await findCase(sql, row.joinedInto);
  return {
    ...line,
    clocks: clocks.map(({ stage, isOwed, reading }) => ({
      stage,
      isOwed,
      clock: { ...reading, missingYears: [...reading.missingYears] },
    })),
    recomputedOn: row.recomputedOn,
    forwardTo: row.forwardTo,
    sp4nTicket: row.sp4nTicket,
    recommended: row.recommended,
    joinedInto:
      goesOn === undefined || !isOpen(goesOn) ? null : { caseId: goesOn.caseId, ticket: goesOn.ticket },
    joined: (await joinedInto(sql, row.caseId)).filter(isOpen),
    reports: reports.map((report) => tellReport(report, isOpen, awaiting.has(report.reportId))),
    moves: await tellMoves(sql, moves, mayHear),
    escalations: (await escalationsOf(sql, row.caseId)).map((one) => ({ ...one, at: one.at.toISOString() })),
    disputes: (await disputesOf(sql, row.caseId)).map((one) => ({
      ...one,
      at: one.at.toISOString(),
      words: mayHear ? one.words : null,
    })),
    assessments: (await assessmentsOf(sql, row.caseId)).map((one) => ({
      ...one,
      facts: { ...one.facts, earlier: one.facts.earlier.filter(isOpen) },
      at: one.at.toISOString(),
    })),
    objections: (await objectionsOf(sql, row.caseId)).map((one) => ({
      ...one,
      at: one.at.toISOString(),
      isLate: isLateObjection(one, sanctions),
    })),
    sanctions,
    letters: (await lettersOf(sql, row.caseId)).map(
      ({ letterId, kind, number, isTrial, madeAt, reservedAt }) => ({
        letterId,
        kind,
        number,
        isTrial,
        madeAt: (madeAt ?? reservedAt).toISOString(),
      }),
    ),
    inspections: (await closedRounds(sql, row.caseId)).map((one) => ({
      ...one,
      closedAt: one.closedAt.toISOString(),
    })),
    photos: (await casePhotosOf(sql, row.caseId)).map(({ sha256: _, at, ...photo }) => ({
      ...photo,
      at: at.toISOString(),
    })),
    conflicts: await tellConflicts(sql, actor, row),
    mayDisclose: row.isWithheld && may(actor, 'report.supervise', { kelurahanCode: row.kelurahanCode }),
    steps: possible.map(({ step }) => step),
    missingSettings: Object.fromEntries(
      missing.length === 0 ? [] : LETTER_STEPS.map((step) => [step, [...missing]]),
    ),
  };
}

/** Steps that send a letter. */
const LETTER_STEPS: readonly CaseStep[] = [
  'impose',
  'enforce',
  'handOver',
  'grantObjection',
  'dismissObjection',
];

/** Whether an objection was written behind the last day to object to what had been given by then, also what fell away since. */
function isLateObjection(
  { datedOn }: { readonly datedOn: string },
  sanctions: readonly Pick<CaseSanction, 'servedOn' | 'objectUntil'>[],
): boolean {
  const served = sanctions.filter(({ servedOn }) => servedOn !== null && servedOn <= datedOn);
  return (
    served.length > 0 && served.every(({ objectUntil }) => objectUntil !== null && objectUntil < datedOn)
  );
}

/** Whether somebody reads what reporters write beside their reports, and what they are answered. */
export const answersReporters = (actor: Actor, { kelurahanCode }: CaseRow): boolean =>
  OPENED_BY.dispute.some((action) => may(actor, action, { kelurahanCode }));

/** Conflicts of a case but those about who asks: nobody is warned. */
async function tellConflicts(sql: Queryable, actor: Actor, row: CaseRow): Promise<StaffCase['conflicts']> {
  const conflicts = (await conflictsOf(sql, row.caseId)).filter(
    ({ accountId }) => accountId !== actor.accountId,
  );
  const name = await namesOf(
    sql,
    conflicts.map(({ notedBy }) => notedBy),
  );
  const isMine = ({ notedBy }: ConflictRow): boolean => notedBy === `account:${actor.accountId}`;
  return conflicts.map((one) => ({
    conflictId: one.conflictId,
    kind: one.kind,
    name: one.name,
    reason: one.reason,
    by: name(one.notedBy),
    at: one.at.toISOString(),
    holds: one.holds,
    mayAgree: !one.holds && !isMine(one) && answersReporters(actor, row),
    mayTakeBack: may(actor, 'report.supervise', { kelurahanCode: row.kelurahanCode }),
  }));
}

/** The table, the table of rights and four eyes together. */
const mayTake = (actor: Actor, row: CaseRow, rule: CaseRule): boolean =>
  rule.by !== 'reporter' &&
  rule.by !== 'system' &&
  rule.through === 'button' &&
  may(actor, rule.by, { kelurahanCode: row.kelurahanCode, closedTo: caseClosedTo(rule, row) });

async function tellSanctions(
  sql: Queryable,
  caseId: string,
  { today }: Pick<ClockBasis, 'today'>,
): Promise<CaseSanction[]> {
  return (await sanctionsOf(sql, caseId)).map(({ letterId, number, isTrial, imposedAt, ...one }) => ({
    ...one,
    imposedAt: imposedAt.toISOString(),
    isOverdue: !one.isCancelled && one.fulfilledOn === null && one.dueOn !== null && one.dueOn < today,
    letter: { letterId, number, isTrial },
  }));
}

/** Reports that are owed an answer, while one is owed at all. */
function awaitingReply(
  clocks: Awaited<ReturnType<typeof clocksOf>>,
  moves: readonly MoveRow[],
  reports: readonly CaseReport[],
): ReadonlySet<string> {
  if (!clocks.some(({ stage, isOwed }) => stage === 'reply' && isOwed)) return new Set();
  const ids = reports.map(({ reportId }) => reportId);
  return new Set(unansweredIn(moves, ids));
}

const tellReport = (
  { caseId: _, receivedAt, place, photos, supports, consentAskedAt, ...report }: CaseReport,
  isOpen: (of: { readonly caseId: string }) => boolean,
  isAwaitingReply: boolean,
): StaffCase['reports'][number] => ({
  ...report,
  isAwaitingReply,
  supports: supports !== null && isOpen(supports) ? supports.ticket : null,
  receivedAt: minuteOf(receivedAt),
  consentAskedAt: consentAskedAt?.toISOString() ?? null,
  place: place === null ? null : [place[0], place[1]],
  photos: photos.map(({ photoId, widthPx, heightPx, byteCount }) => ({
    photoId,
    widthPx,
    heightPx,
    byteCount,
  })),
});
