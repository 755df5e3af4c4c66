import type { Actor } from '#domain/accounts/actor';
import { may } from '#domain/accounts/rights';
import type { Round, RoundItem, RoundList } from '#domain/field-round/round';
import { SUBJECTS } from '#domain/field-round/subject-kind';
import { type ItemRow, itemsOf, openRounds, type RoundRow } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';
import type { RoundSubjects, Subject } from './subject.ts';

/** One round as one person sees it, with everything that was brought home. */
export async function tellRound(
  { sql }: Pick<RoundDeps, 'sql'>,
  subjects: RoundSubjects,
  actor: Actor,
  row: RoundRow,
): Promise<Round> {
  const items = await itemsOf(sql, row.roundId);
  const thing = await subjects.thingOf(row.subjectId);
  const subject = row.applied === null ? await subjects.find(row.subjectId) : undefined;
  return {
    schema: 'field-round/1',
    roundId: row.roundId,
    subject: { kind: row.subjectKind, id: row.subjectId, title: row.title, kelurahan: row.kelurahan },
    state: row.state,
    revision: row.revision,
    applied: row.applied as Round['applied'],
    place: placeOf(subject),
    brief: subject?.brief ?? null,
    tasks: row.tasks,
    openedAt: row.openedAt.toISOString(),
    openedBy: row.openedByName,
    items: items.map(tellItem),
    closing: row.closing,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedByName,
    mayWork:
      row.state === 'open' && thing !== undefined && may(actor, SUBJECTS[subjects.kind].workAction, thing),
    isDemo: row.isDemo,
  };
}

const placeOf = (subject: Subject | undefined): Round['place'] =>
  subject?.place == null ? null : [...subject.place];

const tellItem = (item: ItemRow): RoundItem => ({
  itemId: item.itemId,
  recordedAt: item.recordedAt.toISOString(),
  receivedAt: item.receivedAt.toISOString(),
  by: item.byName,
  content: item.content,
  photo:
    item.widthPx === null || item.heightPx === null || item.byteCount === null || item.sha256 === null
      ? null
      : { widthPx: item.widthPx, heightPx: item.heightPx, byteCount: item.byteCount, sha256: item.sha256 },
});

/** What can be gone on, the own first, and what waits for somebody to begin. */
export async function listRounds(
  { sql }: Pick<RoundDeps, 'sql'>,
  subjects: RoundSubjects,
  actor: Actor,
): Promise<RoundList> {
  const [all, waiting] = await Promise.all([
    openRounds(sql, subjects.kind, actor.accountId),
    subjects.waiting(actor),
  ]);
  const things = await subjects.thingsOf(all.map(({ subjectId }) => subjectId));
  const { workAction } = SUBJECTS[subjects.kind];
  const open = all.filter(({ subjectId }) => {
    const thing = things.get(subjectId);
    return thing !== undefined && may(actor, workAction, thing);
  });
  const begun = open.map((round) => {
    const subject = waiting.find(({ subjectId }) => subjectId === round.subjectId);
    return {
      subject: subjectOf(subjects, subject ?? round),
      areaM2: subject?.areaM2 ?? null,
      roundId: round.roundId,
      openedBy: round.openedByName,
      isMine: round.isMine,
      itemCount: round.itemCount,
      waitingSince: subject?.waitingSince ?? round.openedAt.toISOString(),
    };
  });
  const unbegun = waiting
    .filter(({ subjectId }) => open.every((round) => round.subjectId !== subjectId))
    .map((subject) => ({
      subject: subjectOf(subjects, subject),
      areaM2: subject.areaM2,
      roundId: null,
      openedBy: null,
      isMine: false,
      itemCount: 0,
      waitingSince: subject.waitingSince,
    }));
  return {
    rounds: [...begun.filter(({ isMine }) => isMine), ...begun.filter(({ isMine }) => !isMine), ...unbegun],
  };
}

const subjectOf = (
  { kind }: RoundSubjects,
  { subjectId, title, kelurahan }: Pick<Subject, 'subjectId' | 'title' | 'kelurahan'>,
) => ({ kind, id: subjectId, title, kelurahan });
