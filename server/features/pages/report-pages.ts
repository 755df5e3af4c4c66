import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { type Problem, problem } from '#domain/problem';
import { problemDetail } from '#domain/problem-text';
import { MESSAGE_LENGTH, MOST_PHOTOS, REPORT_TICKET, readTicket } from '#domain/report/report';
import type { ReportReach } from '#domain/report/report-answers';
import { fail, type Result } from '#domain/result';
import type { ReadingContent } from '../../../web/entry-server.tsx';
import { problemOfError, retryAfter } from '../../platform/http/problem-json.ts';
import { type OwnHandle, type ReportDesk, sendPhoto } from '../reports/index.ts';
import { erasedIn, erasedWords } from './erased-words.ts';
import { photoKeeper } from './keep-form-photos.ts';
import { guardedPage, keptPrivate, ownPageStatus } from './own-page.ts';
import { originOnPaper } from './page-origin.ts';
import { readJson } from './read-json.ts';
import { readLanguage } from './read-language.ts';
import { pointOf, readReportForm, withPin } from './read-report-form.ts';
import { openReportReader, photosBefore, photoWords, type SentReport, secretIn } from './read-sent-report.ts';
import { secretCookie } from './secret-cookie.ts';
import type { ReadingSenderDeps, SendReading } from './send-reading.ts';

/** How pages take reports in and follow them: server/features/reports. */
export interface ReportDoor {
  readonly desk: ReportDesk;
  readonly dataDirectory: string;
  /** Names of the kelurahan in force, for who knows the place by its name. */
  readonly kelurahan: () => Promise<readonly string[]>;
}

/** A browser forgets so soon who opened a report: on a shared telephone its history leads back to the page. */
const OPEN_SECONDS = 1_800;
type FormPage = Extract<ReadingContent, { page: 'reportForm' }>;
type OnePage = Extract<ReadingContent, { page: 'report' }>;

/**
 * Reporting without a script and without an account, and following a report. The secret comes in a field that is sent, never
 * in an address that a server writes down, and stays in a cookie of that page alone.
 */
export function reportPages(
  deps: ReadingSenderDeps & { readonly reports: ReportDoor | null },
  send: SendReading,
): Hono {
  const { reports } = deps;
  if (reports === null) return new Hono();
  const { desk } = reports;
  const keepPhotos = photoKeeper(desk);
  const secrets = secretCookie('lapor', '/laporan', {
    sameSite: 'Strict',
    isHttps: deps.http?.isHttps === true,
    seconds: OPEN_SECONDS,
  });
  const read = openReportReader(reports.dataDirectory, deps.http?.publicUrl, (c) => desk.neighbourhood(c));
  const words = (c: Context, failure: Problem | null): string | null =>
    failure === null ? null : problemDetail(failure, readLanguage(c));

  const showForm = async (c: Context, change: Partial<FormPage>, failure: Problem | null = null) => {
    const fields = change.fields ?? {};
    const point = pointOf(fields);
    const kelurahan = await orElse(failure, reports.kelurahan(), []);
    const reach = await orElse(failure, desk.reach(), UNKNOWN_REACH);
    const place = point === null ? null : await orElse(failure, desk.place(c, point, null), null);
    const content: FormPage = {
      page: 'reportForm',
      key: randomUUID(),
      fields,
      faults: [],
      place: place?.told ?? null,
      kelurahan,
      reach,
      problem: words(c, failure),
      ...change,
    };
    const isWrong = content.faults.length > 0;
    return retried(await send(c, content, null, isWrong ? 422 : ownPageStatus(failure)), failure);
  };

  const showOne = async (
    c: Context,
    ticket: string,
    own: OwnHandle | undefined,
    change: Partial<OnePage> = {},
    failure: Problem | null = null,
  ) => {
    const [told, all, reach] = await Promise.all([desk.read(ticket), own?.read(), desk.reach()]);
    const secret = secrets.read(c, ticket);
    // As long as somebody reads, and half an hour more.
    if (all !== undefined && secret !== undefined) secrets.remember(c, ticket, secret);
    const isOpen = all !== undefined && secret !== undefined;
    const shown = isOpen ? linkFor(c.req.query('baru')) : null;
    const content: OnePage = {
      page: 'report',
      asked: ticket,
      told: told ?? null,
      own: all ?? null,
      link: shown === null ? null : `${originOnPaper(c, deps.http)}/laporan/${ticket}#${secret}`,
      linkFor: shown,
      messageId: randomUUID(),
      reach,
      typed: '',
      isSaved: c.req.query('tersimpan') === '1',
      erased: isOpen ? erasedIn(c.req.query('terhapus')) : null,
      problem: words(c, failure),
      ...change,
    };
    return retried(await send(c, content, null, told === undefined ? 404 : ownPageStatus(failure)), failure);
  };

  const open = async (c: Context, ticket: string): Promise<OwnHandle | undefined> => {
    const secret = secrets.read(c, ticket);
    return secret === undefined ? undefined : await desk.open(ticket, secret);
  };

  const guard = guardedPage(deps, send, 'a report');
  const ticketOf = (c: Context): string => (c.req.param('ticket') ?? '').slice(0, 40);

  return new Hono()
    .get('/lapor', (c) => guard(c, async () => showForm(c, {})))
    .post('/lapor', (c) => guard(c, () => read(c, (sent) => takeIn(c, sent))))
    .get('/laporan', async (c) => {
      const typed = (c.req.query('tiket') ?? '').trim().toUpperCase().slice(0, 40);
      return typed === ''
        ? await guard(c, async () => keptPrivate(await send(c, { page: 'reportLookup' }, null)))
        : c.redirect(`/laporan/${encodeURIComponent(readTicket(typed) ?? typed)}`, 303);
    })
    .get('/laporan/:ticket', (c) => guard(c, async () => showOne(c, ticketOf(c), await open(c, ticketOf(c)))))
    .get('/laporan/:ticket/data', (c) =>
      guard(c, async () => {
        const own = await open(c, ticketOf(c));
        if (own === undefined) return showOne(c, ticketOf(c), undefined);
        const data = await own.export();
        if (!data.ok) return showOne(c, ticketOf(c), own, {}, data.problem);
        return file(c, `${own.ticket}.json`, 'application/json', JSON.stringify(data.value, null, 2));
      }),
    )
    .get('/laporan/:ticket/tanda-terima', (c) =>
      guard(c, async () => {
        const own = await open(c, ticketOf(c));
        const proof = await own?.receipt();
        if (own === undefined || proof === undefined) return showOne(c, ticketOf(c), own);
        return file(c, `${own.ticket}.tlog-proof`, 'text/plain; charset=utf-8', proof);
      }),
    )
    .get('/laporan/:ticket/foto/:photo', (c) =>
      guard(c, async () => {
        const photoId = z.uuid().safeParse(c.req.param('photo')).data;
        const photo = photoId === undefined ? undefined : await (await open(c, ticketOf(c)))?.photo(photoId);
        if (photo === undefined) return showOne(c, ticketOf(c), undefined);
        c.header('cache-control', 'no-store');
        return sendPhoto(c, reports.dataDirectory, photo);
      }),
    )
    .post('/laporan/:ticket', (c) => guard(c, () => read(c, (sent) => takeStep(c, sent))));

  /** A form that was sent: its report, or the form again with what is wrong. */
  async function takeIn(c: Context, sent: Result<SentReport, Problem>): Promise<Response> {
    if (!sent.ok) return showForm(c, {}, sent.problem);
    const key = z.uuid().safeParse(sent.value.fields.kunci).data ?? randomUUID();
    const { tempat, bahasa } = sent.value.fields;
    try {
      // The form is opened at a pin, goes on at another one, or in the other language: nothing is sent yet.
      if (tempat !== undefined) {
        const [lon = '', lat = ''] = tempat.split(',');
        return await goOn(c, sent.value, key, { lon, lat });
      }
      if (bahasa !== undefined) return await goOn(c, sent.value, key, {});
      return await submit(c, sent.value, key);
    } catch (error) {
      // What was typed is not lost by a fault of ours, and the same form is sent again.
      deps.log.error({ err: error }, 'a report could not be taken in');
      return showForm(c, { key, fields: withPin(sent.value.fields) }, problemOfError(error));
    }
  }

  /** The form again with all that is in it; a browser fills no field of files, so the photos are kept here. */
  async function goOn(
    c: Context,
    { fields, files }: SentReport,
    key: string,
    change: { readonly lon?: string; readonly lat?: string },
  ): Promise<Response> {
    const photos = await keepPhotos(c, key, files);
    if (!photos.ok) return showForm(c, { key, fields: { ...fields, ...change } }, photos.problem);
    const fotoAda = photoWords([...photosBefore(fields), ...photos.value]);
    return showForm(c, { key, fields: { ...fields, ...change, fotoAda } });
  }

  async function submit(c: Context, { fields, files }: SentReport, key: string): Promise<Response> {
    const kept = photosBefore(fields);
    const photos = await keepPhotos(c, key, files);
    if (!photos.ok) return showForm(c, { key, fields }, photos.problem);
    const all = [...kept, ...photos.value].slice(0, MOST_PHOTOS);
    const again = { ...fields, fotoAda: photoWords(all) };
    const asked = readReportForm(fields, all, readLanguage(c), deps.city);
    if (!asked.ok) return showForm(c, { key, fields: again, faults: asked.problem });
    const received = await desk.send(c, asked.value, key);
    if (!received.ok) {
      // What was sent under this key is another report: this one is new.
      const isOther = received.problem.code === 'keyUsedOtherwise';
      return showForm(c, { key: isOther ? randomUUID() : key, fields: again }, received.problem);
    }
    const { ticket, secret } = received.value;
    secrets.remember(c, ticket, secret);
    return c.redirect(`/laporan/${ticket}?baru=1`, 303);
  }

  /** A form on the page of a report: a key, or what whoever holds it wants. */
  async function takeStep(c: Context, sent: Result<SentReport, Problem>): Promise<Response> {
    const ticket = ticketOf(c);
    // Before anything of it goes into a cookie or an address.
    if (!REPORT_TICKET.test(ticket)) return showOne(c, '', undefined, {}, problem('reportSecretWrong'));
    if (!sent.ok) return showOne(c, ticket, undefined, {}, sent.problem);
    const { fields } = sent.value;
    const typed = (fields.pesan ?? '').slice(0, MESSAGE_LENGTH);
    if (fields.aksi === 'buka') {
      const secret = secretIn(fields.kunci ?? '');
      if ((await desk.open(ticket, secret)) === undefined)
        return showOne(c, ticket, undefined, { typed }, problem('reportSecretWrong'));
      secrets.remember(c, ticket, secret);
      if (typed !== '') return showOne(c, ticket, await desk.open(ticket, secret), { typed });
      return c.redirect(`/laporan/${ticket}`, 303);
    }
    if (fields.aksi === 'tutup') {
      secrets.forget(c, ticket);
      return c.redirect(`/laporan/${ticket}`, 303);
    }
    const own = await open(c, ticket);
    if (own === undefined) return showOne(c, ticket, undefined, { typed }, problem('reportClosedMeanwhile'));
    const needsSure = fields.aksi === 'ganti' || fields.aksi === 'hapus';
    if (needsSure && fields.yakin !== 'ya') return showOne(c, ticket, own, {}, problem('notSure'));
    if (fields.aksi === 'ganti') {
      const changed = await own.changeSecret();
      if (!changed.ok) return showOne(c, ticket, own, {}, changed.problem);
      secrets.remember(c, ticket, changed.value);
      return c.redirect(`/laporan/${ticket}?baru=kunci`, 303);
    }
    if (fields.aksi === 'hapus') {
      const erased = await own.erase();
      return erased.ok
        ? c.redirect(`/laporan/${ticket}?terhapus=${erasedWords(erased.value)}`, 303)
        : showOne(c, ticket, own, {}, erased.problem);
    }
    const done = await act(c, own, sent.value);
    return done.ok
      ? c.redirect(`/laporan/${ticket}?tersimpan=1`, 303)
      : showOne(c, ticket, own, { typed }, done.problem);
  }

  /** What the pressed button asks for, by whoever holds the secret. */
  async function act(
    c: Context,
    own: OwnHandle,
    { fields, files }: SentReport,
  ): Promise<Result<unknown, Problem>> {
    const text = (fields.pesan ?? '').slice(0, MESSAGE_LENGTH);
    if (fields.aksi === 'kabari') return await own.tellBrowser(readJson(fields.langganan ?? ''));
    if (fields.aksi === 'henti') return await own.tellNoBrowser();
    if (fields.aksi === 'setuju' || fields.aksi === 'tarik')
      return await own.consent(fields.aksi === 'setuju');
    if (fields.aksi === 'belum')
      return text.trim().length < 10 ? fail(problem('disputeTooShort')) : await own.dispute(text);
    const messageId = z.uuid().safeParse(fields.pesanId).data ?? randomUUID();
    const photos = await keepPhotos(c, messageId, files);
    return photos.ok ? await own.write({ messageId, text, photos: photos.value }) : photos;
  }
}

/** Why the link is shown: the report came in just now, or has another secret. */
const linkFor = (asked: string | undefined): OnePage['linkFor'] =>
  asked === '1' ? 'new' : asked === 'kunci' ? 'changed' : null;

/** What the form shows where nothing can be asked for: it promises nothing. */
const UNKNOWN_REACH: ReportReach = { pushKey: null, tellsPhones: false, keepReporterDays: 365 };

/** Around a form that failed already, what else cannot be read is left out: the form itself comes back. */
async function orElse<T>(failure: Problem | null, asked: Promise<T>, otherwise: T): Promise<T> {
  return failure === null ? await asked : await asked.catch(() => otherwise);
}

/** Kept by no cache; whoever is turned away is told when to come again. */
function retried(response: Response, failure: Problem | null): Response {
  const headers = failure === null ? {} : retryAfter(failure);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return keptPrivate(response);
}

function file(c: Context, name: string, mediaType: string, text: string): Response {
  c.header('content-disposition', `attachment; filename="${name}"`);
  c.header('cache-control', 'no-store');
  return c.body(text, 200, { 'content-type': mediaType });
}
