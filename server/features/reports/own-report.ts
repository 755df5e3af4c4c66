import { type Problem, problem } from '#domain/problem';
import { cleanText } from '#domain/publication/clean-text';
import { MOST_PHOTOS_LATER, type NewMessage } from '#domain/report/report';
import type { ErasedReporter, ExportedReport, OwnReport, PublicReport } from '#domain/report/report-answers';
import { fail, ok, type Result } from '#domain/result';
import { allOrNothing } from '../../platform/all-or-nothing.ts';
import { hashSecret, isSecret, makeSecret } from '../../platform/secret-link.ts';
import { spendTryOf } from '../accounts/index.ts';
import { audit, proveLeafToHolder } from '../log/index.ts';
import { pushSubscriptionSchema } from '../outbox/index.ts';
import { keepBrowser } from './browsers/browsers.ts';
import { deleteBrowsersOf } from './browsers/queries.ts';
import { exportReport } from './export-report.ts';
import { countWritten, insertMessage } from './messages/queries.ts';
import { erasePerson } from './people/person.ts';
import { attachPhotos, claimPhotos } from './photos/keep-photo.ts';
import { findPhoto, type PhotoRow } from './photos/queries.ts';
import { leafOfReport, type ReportRow, setMayPassOn, setSecret } from './queries.ts';
import type { ReportDeps } from './report-deps.ts';
import { reportByTicket, tellOwn, tellPublic } from './tell-report.ts';

/** Messages of a reporter in all: a report is no place to write a book. */
const MOST_MESSAGES = 100;
const DAY_SECONDS = 86_400;
/** Copies of a report in an hour, before each further one waits. */
const FREE_EXPORTS = 5;
/** Changes of its secret in an hour, before each further one waits. */
const FREE_SECRETS = 5;

/** Changes of mind about the Ombudsman in an hour, before each further one waits. */
const FREE_CONSENTS = 10;

/** A report in the hands of whoever holds its secret. */
export interface OwnHandle {
  readonly ticket: string;
  read(): Promise<OwnReport | undefined>;
  /** Sent twice, it is kept once. */
  write(message: NewMessage): Promise<Result<null, Problem>>;
  dispute(words: string): Promise<Result<null, Problem>>;
  /** Agrees that what was written goes to the Ombudsman, or takes that back: what has gone out already stays there. */
  consent(mayPassOn: boolean): Promise<Result<null, Problem>>;
  photo(photoId: string): Promise<PhotoRow | undefined>;
  /** The proof of its entry in the log, with what the entry says; undefined where there is none yet. */
  receipt(): Promise<string | undefined>;
  /** Everything that is kept; each time is an entry of the log, so that not everybody fills it who can ask. */
  export(): Promise<Result<ExportedReport, Problem>>;
  /** From now on a browser is told that there is something to read; as its script gives it. */
  tellBrowser(subscription: unknown): Promise<Result<null, Problem>>;
  /** No browser is told any more. */
  tellNoBrowser(): Promise<Result<null, Problem>>;
  /** Forgets who sent it and what they wrote beside it; at any time, also while its case is open. @returns what there was */
  erase(): Promise<Result<ErasedReporter, Problem>>;
  /** Gives it another secret: from now on the old link opens nothing. @returns the new one, told once */
  changeSecret(): Promise<Result<string, Problem>>;
}

/** A report by its number, for everybody. */
export async function readPublic(deps: ReportDeps, ticket: string): Promise<PublicReport | undefined> {
  const row = await reportByTicket(deps.sql, ticket);
  return row === undefined ? undefined : await tellPublic(deps, row);
}

/** @returns undefined when there is no such report, or the secret is another's: nobody learns which */
export async function openOwn(
  deps: ReportDeps,
  ticket: string,
  secret: string,
): Promise<OwnHandle | undefined> {
  const row = await reportByTicket(deps.sql, ticket);
  return row !== undefined && isSecret(secret, row.secretHash) ? handle(deps, row) : undefined;
}

function handle(deps: ReportDeps, row: ReportRow): OwnHandle {
  const { reportId, ticket } = row;
  return {
    ticket,
    read: () => tellOwn(deps, row),
    write: (message) => writeMessage(deps, row, message),
    async dispute(words) {
      const said = { reportId, words: cleanText(words).text.trim() };
      const refused = await allOrNothing(
        (work) => deps.sql.begin(work),
        (tx) => deps.cases.dispute(tx, row.caseId, said),
      );
      return refused === null ? ok(null) : fail(refused);
    },
    async consent(mayPassOn) {
      const spent = spendTryOf(deps, 'reportConsent', reportId, FREE_CONSENTS);
      if (!spent.ok) return spent;
      await deps.sql.begin(async (tx) => {
        if (!(await setMayPassOn(tx, reportId, mayPassOn))) return;
        const facts = { reportId, mayPassOn };
        await audit(tx, { kind: 'report.consentChanged', actor: 'public', facts }, deps.clock);
      });
      return ok(null);
    },
    async photo(photoId) {
      const found = await findPhoto(deps.sql, photoId);
      return found?.reportId === reportId ? found : undefined;
    },
    async receipt() {
      const leaf = await leafOfReport(deps.sql, reportId);
      return leaf === null ? undefined : await proveLeafToHolder(deps, leaf);
    },
    async export() {
      const spent = spendTryOf(deps, 'reportData', reportId, FREE_EXPORTS);
      if (!spent.ok) return spent;
      const data = await exportReport(deps, row, 'public');
      return data === undefined ? fail(problem('notFound')) : ok(data);
    },
    async tellBrowser(subscription) {
      const given = pushSubscriptionSchema.safeParse(subscription);
      return given.success
        ? await keepBrowser(deps, reportId, given.data)
        : fail(problem('pushServiceUnknown'));
    },
    async tellNoBrowser() {
      await deleteBrowsersOf(deps.sql, reportId);
      return ok(null);
    },
    erase: async () => ok(await deps.sql.begin((tx) => erasePerson(deps, tx, reportId, 'public', 'person'))),
    async changeSecret() {
      const spent = await spendTryOf(deps, 'reportSecret', reportId, FREE_SECRETS);
      if (!spent.ok) return spent;
      const secret = makeSecret();
      const isChanged = await deps.sql.begin(async (tx) => {
        if (!(await setSecret(tx, reportId, { from: row.secretHash, to: hashSecret(secret) }))) return false;
        await audit(tx, { kind: 'report.secretChanged', actor: 'public', facts: { reportId } }, deps.clock);
        return true;
      });
      return isChanged ? ok(secret) : fail(problem('reportSecretWrong'));
    },
  };
}

/** Words and photos that follow a report. They move no clock: only the office does. */
async function writeMessage(
  deps: ReportDeps,
  { reportId }: ReportRow,
  { messageId, text, photos = [] }: NewMessage,
): Promise<Result<null, Problem>> {
  const words = cleanText(text).text.trim();
  if (words === '' && photos.length === 0) return fail(problem('messageEmpty'));
  const refused = await allOrNothing<Problem>(
    (work) => deps.sql.begin(work),
    async (tx) => {
      const row = { reportId, messageId, sender: 'reporter', accountId: null, text: words } as const;
      if (!(await insertMessage(tx, { ...row, sentAt: deps.clock.now() }))) return null;
      const written = await countWritten(tx, reportId);
      if (written.messages > MOST_MESSAGES) return problem('tooManyTries', { waitSeconds: DAY_SECONDS });
      if (written.photos + photos.length > MOST_PHOTOS_LATER)
        return problem('reportPhotosFull', { most: MOST_PHOTOS_LATER });
      const claimed = photos.length === 0 ? ok([]) : await claimPhotos(tx, photos);
      if (!claimed.ok) return claimed.problem;
      await attachPhotos(tx, { reportId, messageId }, photos);
      const facts = { reportId, messageId, photos: photos.length };
      await audit(tx, { kind: 'report.messageAdded', actor: 'public', facts }, deps.clock);
      return null;
    },
  );
  return refused === null ? ok(null) : fail(refused);
}
