import type { Context } from 'hono';
import type { LngLat } from '#domain/geo/lng-lat';
import { type Problem, problem } from '#domain/problem';
import type { CategoryCode } from '#domain/report/category';
import type { NewReport, ReceivedReport } from '#domain/report/report';
import type { PlaceOfReport, PublicReport, ReportReach } from '#domain/report/report-answers';
import { fail, type Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import { isOfThisOrigin, neighbourhoodOf, spendPublicTry } from '../accounts/index.ts';
import { countMegapixels } from '../photos/index.ts';
import { subscriptionKey } from './browsers/browsers.ts';
import { answerAgain, makeReport } from './make-report.ts';
import { reportKey } from './once/report-key.ts';
import { type OwnHandle, openOwn, readPublic } from './own-report.ts';
import { openFirstMessages } from './people/first-messages.ts';
import { keepPhoto } from './photos/keep-photo.ts';
import type { PhotoRow } from './photos/queries.ts';
import { openWaitingRoom } from './photos/waiting-room.ts';
import { tellPlace } from './read-place.ts';
import type { ReportDeps } from './report-deps.ts';

/**
 * Reports, photos and questions from one place in an hour before each further one waits: behind one address of a telephone
 * network stand many people. Of the place only a keyed hash is kept, for an hour, and nothing of it beside a report.
 */
const FREE = { report: 20, reportAround: 100, photo: 150, photoAround: 450, place: 120 } as const;
/**
 * Millions of pixels from one place in an hour: a photo costs what it takes to write it anew. 150 as a browser sends them have
 * some 450, a hundred as a telephone takes them 1,200; of the largest that is opened twenty take some ten seconds.
 */
const FREE_MEGAPIXELS = 1_500;
const FREE_MEGAPIXELS_AROUND = 4_500;

/** Reports that are written down at once, and those that wait for it: a rush ends in quick refusals, not in a pile. */
const WRITING = { running: 4, waiting: 60 };

/** Where reports come in: with JavaScript through the API, without it through pages. */
export interface ReportDesk {
  /** @param key the UUID under which it can be sent again */
  send(c: Context, asked: NewReport, key: string): Promise<Result<ReceivedReport, Problem>>;
  keepPhoto(c: Context, photoId: string, bytes: Uint8Array): Promise<Result<PhotoRow, Problem>>;
  /** Whether a photo is taken from there now: asked before its bytes are read. */
  mayKeepPhoto(c: Context): Promise<Result<void, Problem>>;
  /** A word for the networks around a sender, in memory alone: nothing of it stands beside a report. */
  neighbourhood(c: Context): string;
  place(
    c: Context,
    point: LngLat,
    category: CategoryCode | null,
  ): Promise<{ readonly told: PlaceOfReport; readonly answer: Answer }>;
  /** By what people can be told here, and how long it is known who they are. */
  reach(): Promise<ReportReach>;
  read(ticket: string): Promise<PublicReport | undefined>;
  open(ticket: string, secret: string): Promise<OwnHandle | undefined>;
}

export function openReportDesk(deps: ReportDeps): ReportDesk {
  const writing = limitConcurrency(WRITING);
  const room = openWaitingRoom();
  const mayTell = openFirstMessages();
  const ofHere = (c: Context): boolean => isOfThisOrigin(c, deps.http?.publicUrl);
  return {
    async send(c, asked, key) {
      if (!ofHere(c)) return fail(problem('otherOrigin'));
      const once = reportKey(key, asked);
      const done = await writing(async () => {
        // Sent again, because the answer was lost: that is no further report.
        const again = await answerAgain(deps, once);
        if (again !== undefined) return again;
        const spent = spendPublicTry(deps, c, 'report', FREE.report, FREE.reportAround);
        return spent.ok ? await makeReport(deps, asked, once, mayTell) : spent;
      });
      return done.ok ? done.value : fail(problem('busy'));
    },
    async mayKeepPhoto(c) {
      if (!ofHere(c)) return fail(problem('otherOrigin'));
      return spendPublicTry(deps, c, 'reportPhoto', FREE.photo, FREE.photoAround);
    },
    async keepPhoto(c, photoId, bytes) {
      const cost = countMegapixels(bytes);
      const free = [FREE_MEGAPIXELS, FREE_MEGAPIXELS_AROUND] as const;
      const spent = spendPublicTry(deps, c, 'reportMegapixels', ...free, cost);
      return spent.ok
        ? await keepPhoto(deps, photoId, bytes, { room, sender: neighbourhoodOf(deps, c) })
        : spent;
    },
    neighbourhood: (c) => neighbourhoodOf(deps, c),
    async place(c, point, category) {
      const spent = spendPublicTry(deps, c, 'reportPlace', FREE.place);
      return await tellPlace(deps, point, category, spent.ok);
    },
    reach: async () => ({
      pushKey: subscriptionKey(deps),
      tellsPhones: deps.reach?.gateway !== undefined,
      keepReporterDays: await deps.cases.keepReporterDays(deps.sql),
    }),
    read: (ticket) => readPublic(deps, ticket),
    open: (ticket, secret) => openOwn(deps, ticket, secret),
  };
}
