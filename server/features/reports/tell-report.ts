import { REPORT_TICKET } from '#domain/report/report';
import {
  CONTACT_WAYS,
  type ContactWay,
  type OwnPhoto,
  type OwnReport,
  type PublicReport,
} from '#domain/report/report-answers';
import { calendarDay } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import { unreachedBy } from '../outbox/index.ts';
import { browsersOf } from './browsers/queries.ts';
import { messagesIn } from './messages/queries.ts';
import { knownPerson, messagesOf, readPerson } from './people/person.ts';
import { type PhotoRow, photosOf } from './photos/queries.ts';
import { findByTicket, type ReportRow } from './queries.ts';
import type { ReportDeps } from './report-deps.ts';

export const reportByTicket = async (sql: Queryable, ticket: string): Promise<ReportRow | undefined> =>
  REPORT_TICKET.test(ticket) ? await findByTicket(sql, ticket) : undefined;

/** What everybody may know who has the number; undefined for a number that nobody was given. */
export async function tellPublic(
  deps: Pick<ReportDeps, 'sql' | 'city' | 'cases'>,
  row: ReportRow,
): Promise<PublicReport | undefined> {
  const standing = await deps.cases.standing(deps.sql, row.caseId, row.reportId);
  if (standing === undefined) return undefined;
  const receivedOn = calendarDay(row.receivedAt, deps.city.timeZone);
  return { ticket: row.ticket, receivedOn, kelurahan: row.kelurahan, isDemo: row.isDemo, standing };
}

/** What is told of a photo; the picture itself is asked for by its id. */
export const tellPhoto = (photo: PhotoRow): OwnPhoto => ({
  photoId: photo.photoId,
  widthPx: photo.widthPx,
  heightPx: photo.heightPx,
  takenAt: photo.takenAt?.toISOString() ?? null,
  position: photo.takenLng === null || photo.takenLat === null ? null : [photo.takenLng, photo.takenLat],
});

const CHANNELS = { email: 'email', phone: 'whatsapp', browser: 'webpush' } as const satisfies Record<
  ContactWay,
  string
>;

/** A report as whoever holds its secret reads it. */
export async function tellOwn(
  deps: Pick<ReportDeps, 'sql' | 'city' | 'keys' | 'cases' | 'reach'>,
  row: ReportRow,
): Promise<OwnReport | undefined> {
  const [open, photos, messages, person, browsers, unreached] = await Promise.all([
    tellPublic(deps, row),
    photosOf(deps.sql, [row.reportId]),
    messagesIn(deps.sql, row.reportId),
    readPerson(deps, deps.sql, row.reportId),
    browsersOf(deps.sql, row.reportId),
    unreachedBy(deps.sql, messagesOf(row.reportId)),
  ]);
  if (open === undefined) return undefined;
  const known = knownPerson(person);
  const contactBy = [
    ...(known?.email == null ? [] : (['email'] as const)),
    ...(known?.phone == null || deps.reach?.gateway === undefined ? [] : (['phone'] as const)),
    ...(browsers.length === 0 ? [] : (['browser'] as const)),
  ];
  return {
    ...open,
    category: row.category,
    track: row.track,
    description: row.description,
    place: {
      point: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
      accuracyM: row.accuracyM,
      landmark: row.landmark,
    },
    seenOn: row.seenOn,
    ongoing: row.ongoing,
    brokenRule: row.rule,
    about: row.about,
    isAboutOffice: row.isAboutOffice,
    jurisdiction: row.jurisdiction,
    mayPassOn: row.mayPassOn,
    isAskedToPassOn: row.consentAskedAt !== null,
    receivedAt: row.receivedAt.toISOString(),
    photos: photos.filter(({ messageId }) => messageId === null).map(tellPhoto),
    messages: messages.map(({ messageId, sender, text, sentAt }) => ({
      messageId,
      from: sender,
      text,
      sentAt: sentAt.toISOString(),
      photos: photos.filter((photo) => photo.messageId === messageId).map(tellPhoto),
    })),
    identity: typeof person === 'object' ? 'confidential' : person,
    contactBy,
    unreachedBy: CONTACT_WAYS.filter((way) =>
      contactBy.includes(way) ? unreached.includes(CHANNELS[way]) : way === 'phone' && known?.phone != null,
    ),
  };
}
