import type { Actor } from '#domain/accounts/actor';
import { may } from '#domain/accounts/rights';
import type { Building } from '#domain/building/building';
import type { Draft } from '#domain/krk/application';
import type {
  DrawnGround,
  OwnApplication,
  PublicStatus,
  Queue,
  QueueRow,
  StaffApplication,
} from '#domain/krk/application-answers';
import { missingSettings } from '#domain/krk/settings';
import { blockersOf, isAsked, openBlockers } from '#domain/krk/sheet';
import { closedTo, isOver, stepsFrom } from '#domain/krk/states';
import type { UsesSaid } from '#domain/krk/use-verdicts';
import type { ClockReading } from '#domain/work-days/read-clock';
import type { Answer } from '#domain/zoning/answer';
import { partKey } from '#domain/zoning/part-key';
import { dayAt, today } from '../../platform/city-day.ts';
import { colleagues } from '../accounts/index.ts';
import { kbliTitles } from '../rules/index.ts';
import { readWorkCalendar } from '../service/index.ts';
import type { ApplicationDeps, StepDeps } from './application-deps.ts';
import { findNumber, type NumberRow } from './numbers/queries.ts';
import { type PaperRow, papersOf } from './papers/queries.ts';
import { type ApplicationRow, findByTicket, type MoveRow, movesOf } from './queries.ts';
import { type ClockBasis, clockOf } from './read-clock.ts';
import { findReplacing } from './replacing/queries.ts';
import { tellReplaced } from './replacing/replace-application.ts';
import { heldSettings } from './settings/held-settings.ts';
import { TICKET } from './ticket.ts';

/** What every reading of a clock needs, read once for all of them. */
export async function readBasis(deps: StepDeps): Promise<ClockBasis> {
  const [calendar, { settings }] = await Promise.all([readWorkCalendar(deps.sql), heldSettings(deps)]);
  return { calendar, settings, today: today(deps) };
}

/** What everybody may know who has the ticket; undefined for a draft, and for a ticket that nobody was given. */
export async function readStatus(deps: StepDeps, ticket: string): Promise<PublicStatus | undefined> {
  const row = TICKET.test(ticket) ? await findByTicket(deps.sql, ticket) : undefined;
  if (row === undefined || row.state === 'draf') return undefined;
  const moves = await movesOf(deps.sql, [row.applicationId]);
  return statusOf(deps, row, clockOf(deps, row.state, moves, await readBasis(deps)));
}

const statusOf = (deps: StepDeps, row: ApplicationRow, clock: ClockReading): PublicStatus => ({
  ticket: row.ticket,
  state: row.state,
  isHeld: row.isHeld,
  submittedOn: row.submittedAt === null ? null : dayAt(row.submittedAt, deps),
  clock: { ...clock, missingYears: [...clock.missingYears] },
  isTrial: row.isTrial,
});

/** What the holder of an application sees of it. */
export async function tellOwn(deps: StepDeps, row: ApplicationRow, content: Draft): Promise<OwnApplication> {
  const { applicationId } = row;
  const [moves, papers, number, basis, replaces] = await Promise.all([
    movesOf(deps.sql, [applicationId]),
    papersOf(deps.sql, [applicationId]),
    findNumber(deps.sql, applicationId),
    readBasis(deps),
    tellReplaced(deps.sql, row),
  ]);
  return {
    ...statusOf(deps, row, clockOf(deps, row.state, moves, basis)),
    revision: row.revision,
    content,
    kbliTitles: kbliTitles(content.plannedUse?.kbli ?? []),
    papers: papers.map((paper) => tellPaper(paper, basis)),
    moves: moves.map(tellMove),
    steps: stepsFrom(row)
      .filter(({ by }) => by === 'applicant')
      .map(({ step }) => step),
    document: documentOf(row, number),
    replaces,
    mayReplace: row.state === 'terbit' && (await findReplacing(deps.sql, applicationId)) === undefined,
  };
}

const signerName = ({ name, asksPassphrase }: StaffApplication['signer']): StaffApplication['signer'] => ({
  name,
  asksPassphrase,
});

const tellMove = ({ step, from, to, isHeld, at, reason, article }: MoveRow) => ({
  step,
  from,
  to,
  isHeld,
  at: at.toISOString(),
  reason,
  article,
});

const tellPaper = (paper: PaperRow, { settings }: ClockBasis): OwnApplication['papers'][number] => ({
  paperId: paper.paperId,
  kind: paper.kind,
  name: settings.papers?.find(({ id }) => id === paper.kind)?.name ?? paper.kind,
  byteCount: paper.byteCount,
  sha256: paper.sha256,
  check: paper.verdict,
  note: paper.note,
});

const documentOf = (row: ApplicationRow, number: NumberRow | undefined): OwnApplication['document'] =>
  row.documentId === null || row.issuedAt === null || number === undefined
    ? null
    : {
        number: number.number,
        issuedAt: row.issuedAt.toISOString(),
        verificationPath: `/krk/verifikasi/${row.documentId}`,
      };

/** The plot as it is drawn beside the sheet. */
export const tellDrawnGround = ({ ground, parts, roads }: Building): DrawnGround => ({
  outline: ground.outline,
  parts: parts.map((part) => ({
    key: partKey(part),
    zone: part.zone.code,
    color: part.zone.color,
    outline: part.outline,
  })),
  roads: roads.map(({ name, axis }) => ({ name, axis })),
});

const queueRow = (
  deps: ApplicationDeps,
  row: ApplicationRow,
  clock: ClockReading,
  day: string,
): QueueRow => ({
  applicationId: row.applicationId,
  ticket: row.ticket,
  state: row.state,
  isHeld: row.isHeld,
  revision: row.revision,
  submittedAt: row.submittedAt?.toISOString() ?? null,
  kelurahan: row.kelurahan,
  areaM2: row.areaM2,
  clock: statusOf(deps, row, clock).clock,
  isOverdue: !isOver(row.state) && clock.dueOn !== null && clock.dueOn < day,
  isTrial: row.isTrial,
});

/** Lines of the queue, in the order given. */
export async function tellQueue(
  deps: ApplicationDeps,
  rows: readonly ApplicationRow[],
  basis: ClockBasis,
): Promise<Queue['applications']> {
  const moves = await movesOf(
    deps.sql,
    rows.map(({ applicationId }) => applicationId),
  );
  return rows.map((row) => {
    const own = moves.filter(({ applicationId }) => applicationId === row.applicationId);
    return queueRow(deps, row, clockOf(deps, row.state, own, basis), basis.today);
  });
}

/** What the plan says about the ground of an application and about each use that it is for. */
export interface Said extends UsesSaid {
  readonly answer: Answer;
}

/**
 * One application as one person of the office sees it, with what that person can do with it now.
 * @param said null where the plan could not be asked
 */
export async function tellStaff(
  deps: ApplicationDeps,
  actor: Actor,
  row: ApplicationRow,
  said: Said | null,
): Promise<StaffApplication> {
  const { applicationId } = row;
  const [moves, papers, number, basis, replaces] = await Promise.all([
    movesOf(deps.sql, [applicationId]),
    papersOf(deps.sql, [applicationId]),
    findNumber(deps.sql, applicationId),
    readBasis(deps),
    tellReplaced(deps.sql, row),
  ]);
  const { resolutions } = row.sheet;
  const accounts = [
    ...moves.flatMap(({ actor: by }) => (by.startsWith('account:') ? [by.slice(8)] : [])),
    ...resolutions.flatMap(({ by }) => by ?? []),
  ];
  const names = new Map(
    (await colleagues(deps.sql, accounts)).map(({ accountId, name }) => [accountId, name]),
  );
  const open = new Set(
    said === null ? [] : openBlockers(said.answer, row.sheet, said.uses).map(({ name }) => name),
  );
  const steps = stepsFrom(row).filter(
    (one) =>
      one.by !== 'applicant' &&
      one.by !== 'system' &&
      one.through === 'button' &&
      may(actor, one.by, { closedTo: [...closedTo(one, row)] }),
  );
  return {
    ...queueRow(deps, row, clockOf(deps, row.state, moves, basis), basis.today),
    ground: row.ground,
    plannedUse: row.plannedUse,
    kbliTitles: kbliTitles(row.plannedUse?.kbli ?? []),
    landProofKind: row.landProofKind,
    papers: papers.map((paper) => tellPaper(paper, basis)),
    sheet: row.sheet,
    said: said === null ? null : { uses: said.uses, sources: said.sources },
    blockers: (said === null
      ? []
      : blockersOf(said.answer, said.uses).filter((one) => isAsked(one, row.sheet))
    ).map((one) => {
      const resolution = resolutions.find(({ blocker }) => blocker === one.name);
      return {
        ...one,
        isResolved: !open.has(one.name),
        resolvedBy: names.get(resolution?.by ?? '') ?? null,
        resolvedOn: resolution?.on ?? null,
      };
    }),
    moves: moves.map((move) => ({ ...tellMove(move), by: names.get(move.actor.slice(8)) ?? null })),
    steps: steps.map(({ step }) => step),
    missingSettings: Object.fromEntries(
      steps
        .map(({ step }) => [step, [...missingSettings(step, basis.settings)] as string[]] as const)
        .filter(([, list]) => list.length > 0),
    ),
    mayReadPerson: may(actor, 'person.read', {}),
    mayEditSheet: row.state === 'analisis' && !row.isHeld && may(actor, 'application.analyse', {}),
    reservedNumber: number?.state === 'reserved' ? number.number : null,
    signer: signerName(deps.documents.signer(row.isTrial)),
    document: documentOf(row, number),
    replaces,
  };
}
