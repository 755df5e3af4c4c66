import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { LngLat } from '#domain/geo/lng-lat';
import { type FormFields, writeCorners } from '#domain/krk/application-form';
import { type Problem, problem } from '#domain/problem';
import { problemDetail } from '#domain/problem-text';
import { fail, ok, type Result } from '#domain/result';
import type { ReadingContent } from '../../../web/entry-server.tsx';
import { PROBLEM_STATUS } from '../../platform/http/problem-status.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { isOfThisOrigin } from '../accounts/index.ts';
import type { ApplicantDesk, ApplicantStep, OwnHandle } from '../applications/index.ts';
import { readOutline } from '../lookup/index.ts';
import { originOnPaper } from './page-origin.ts';
import { readLanguage } from './read-language.ts';
import { readPlace } from './read-place.ts';
import { pageStatusOf } from './send-html.ts';
import type { ReadingSenderDeps, SendReading } from './send-reading.ts';

/** What applicants come through, and what is known about the ground that they come from. */
export interface KrkDoor {
  readonly desk: ApplicantDesk;
  /** The one parcel at a point; null where there is none, or more. */
  readonly parcelAt: (place: LngLat) => Promise<string | null>;
}

/** A form with one paper of each kind. */
const FORM_BYTES = 24_000_000;
const FORMS = ['multipart/form-data', 'application/x-www-form-urlencoded'] as const;
const COOKIE_SECONDS = 86_400;
const STEPS: readonly ApplicantStep[] = ['submit', 'resubmit', 'withdraw', 'object'];

type FormPage = Extract<ReadingContent, { page: 'krkForm' }>;
type OnePage = Extract<ReadingContent, { page: 'krkApplication' }>;

/**
 * Asking for a KRK without a script and without an account: the form, its ticket with a secret link, and the page that
 * follows it. The secret comes once in the address and stays in a cookie of that page alone.
 */
export function krkPages(
  deps: ReadingSenderDeps & { readonly krk: KrkDoor | null },
  send: SendReading,
): Hono {
  const { krk } = deps;
  if (krk === null) return new Hono();
  const { desk } = krk;

  const showForm = async (c: Context, change: Partial<FormPage>, failure: Problem | null = null) => {
    const { settings } = await desk.settings();
    const content: FormPage = {
      page: 'krkForm',
      fields: {},
      faults: [],
      problem: failure === null ? null : problemDetail(failure, readLanguage(c)),
      settings,
      ...change,
    };
    return keptPrivate(await send(c, content, null, statusOf(failure)));
  };
  const showOne = async (
    c: Context,
    ticket: string,
    own: OwnHandle | undefined,
    change: Partial<OnePage> = {},
    failure: Problem | null = null,
  ) => {
    const [{ settings }, status, told, fields] = await Promise.all([
      desk.settings(),
      desk.status(ticket),
      own?.read(),
      own?.fields(),
    ]);
    const content: OnePage = {
      page: 'krkApplication',
      asked: ticket,
      status: told ?? status ?? null,
      own: told ?? null,
      fields: fields ?? null,
      faults: [],
      problem: failure === null ? null : problemDetail(failure, readLanguage(c)),
      link: null,
      settings,
      ...change,
    };
    return keptPrivate(await send(c, content, null, content.status === null ? 404 : statusOf(failure)));
  };
  const open = (c: Context, ticket: string) => desk.open(c, ticket, getCookie(c, cookieOf(ticket)) ?? null);
  const remember = (c: Context, ticket: string, secret: string): void =>
    setCookie(c, cookieOf(ticket), secret, {
      path: `/krk/permohonan/${ticket}`,
      httpOnly: true,
      sameSite: 'Lax',
      secure: deps.http?.isHttps === true,
      maxAge: COOKIE_SECONDS,
    });

  return new Hono()
    .get('/krk/ajukan', (c) =>
      guard(c, async () => {
        const place = readPlace(c.req.query('lokasi') ?? '');
        const nib =
          (c.req.query('bidang') ?? '').slice(0, 40) || (place && (await krk.parcelAt(place))) || '';
        const corners = (c.req.query('tanah') ?? '').slice(0, 100_000).replaceAll(';', '\n');
        const fields: FormFields =
          corners === ''
            ? { 'ground.from': 'parcel', 'ground.nib': nib }
            : { 'ground.from': 'drawing', 'ground.corners': corners };
        return showForm(c, { fields });
      }),
    )
    .post('/krk/ajukan', (c) =>
      guard(c, async () => {
        const form = await readForm(c);
        if (!form.ok) return showForm(c, {}, form.problem);
        const { fields } = form.value;
        const made = await desk.make(c, readLanguage(c));
        if (!made.ok) return showForm(c, { fields }, made.problem);
        const { ticket, secret } = made.value;
        const own = await desk.open(c, ticket, secret);
        if (own === undefined) return showForm(c, { fields }, problem('internal'));
        await own.keep(own.row.revision, fields);
        for (const paper of form.value.papers) {
          const again = await desk.open(c, ticket, secret);
          await again?.addPaper(again.row.revision, paper.kind, paper.bytes);
        }
        remember(c, ticket, secret);
        return c.redirect(`/krk/permohonan/${ticket}?baru=1`, 303);
      }),
    )
    .get('/krk/permohonan', async (c) => {
      const asked = (c.req.query('tiket') ?? '').trim().toUpperCase().slice(0, 40);
      return asked === ''
        ? await guard(c, async () => keptPrivate(await send(c, { page: 'krkLookup' }, null)))
        : c.redirect(`/krk/permohonan/${encodeURIComponent(asked)}`, 303);
    })
    .get('/krk/permohonan/:ticket', (c) =>
      guard(c, async () => {
        const ticket = c.req.param('ticket').slice(0, 40);
        const own = await open(c, ticket);
        const secret = getCookie(c, cookieOf(ticket));
        const isNew = own !== undefined && secret !== undefined && c.req.query('baru') === '1';
        const link = isNew ? `${originOnPaper(c, deps.http)}/krk/permohonan/${ticket}/${secret}` : null;
        return showOne(c, ticket, own, { link });
      }),
    )
    .get('/krk/permohonan/:ticket/data', (c) =>
      guard(c, async () => {
        const own = await open(c, c.req.param('ticket').slice(0, 40));
        if (own === undefined) return showOne(c, c.req.param('ticket'), undefined);
        c.header('content-disposition', `attachment; filename="${own.row.ticket}.json"`);
        c.header('cache-control', 'no-store');
        return c.json(await own.export());
      }),
    )
    .get('/krk/permohonan/:ticket/:secret', (c) =>
      guard(c, async () => {
        const [ticket, secret] = [c.req.param('ticket').slice(0, 40), c.req.param('secret').slice(0, 60)];
        const own = await desk.open(c, ticket, secret);
        if (own === undefined) return showOne(c, ticket, undefined);
        remember(c, ticket, secret);
        c.header('cache-control', 'no-store');
        return c.redirect(`/krk/permohonan/${ticket}`, 303);
      }),
    )
    .post('/krk/permohonan/:ticket', (c) =>
      guard(c, async () => {
        const ticket = c.req.param('ticket').slice(0, 40);
        const form = await readForm(c);
        const own = await open(c, ticket);
        if (!form.ok || own === undefined) return showOne(c, ticket, own, {}, form.ok ? null : form.problem);
        const done = await act(own, form.value, () => open(c, ticket));
        if (!done.ok) return showOne(c, ticket, await open(c, ticket), {}, done.problem);
        if (done.value.length > 0) return showOne(c, ticket, await open(c, ticket), { faults: done.value });
        return c.redirect(`/krk/permohonan/${ticket}`, 303);
      }),
    );

  /** What the pressed button asks for. @returns the fields that are not right */
  async function act(
    own: OwnHandle,
    { fields, papers, revision, action, reason }: SentForm,
    again: () => Promise<OwnHandle | undefined>,
  ): Promise<Result<readonly string[], Problem>> {
    if (action === 'erase') return none(await own.erase());
    const step = STEPS.find((one) => one === action);
    if (step === 'withdraw' || step === 'object')
      return none(await own.step(revision, step, reason === '' ? {} : { reason }));
    const kept = await own.keep(revision, fields);
    if (!kept.ok) return kept;
    let now = await again();
    for (const { kind, bytes } of papers) {
      const added = await now?.addPaper(now.row.revision, kind, bytes);
      if (added?.ok === false) return added;
      now = await again();
    }
    if (kept.value.length > 0 || step === undefined || now === undefined) return kept;
    return none(await now.step(now.row.revision, step, {}));
  }

  async function readForm(c: Context): Promise<Result<SentForm, Problem>> {
    if (!isOfThisOrigin(c, deps.http?.publicUrl)) return fail(problem('otherOrigin'));
    if (!hasMediaType(c, FORMS)) return fail(problem('unsupportedMediaType', { accepted: [...FORMS] }));
    const body = await readBody(c, FORM_BYTES);
    if (!body.ok) return body;
    const sent = await new Response(new Uint8Array(body.value), {
      headers: { 'content-type': c.req.header('content-type') ?? '' },
    })
      .formData()
      .catch(() => null);
    if (sent === null) return fail(problem('badRequest'));
    const fields: Record<string, string> = {};
    const papers: { kind: string; bytes: Uint8Array }[] = [];
    let outline: File | null = null;
    for (const [name, value] of sent) {
      if (typeof value === 'string') fields[name] = value;
      else if (value.size === 0) continue;
      else if (name === 'groundFile') outline = value;
      else if (name.startsWith('paper:'))
        papers.push({ kind: name.slice(6), bytes: new Uint8Array(await value.arrayBuffer()) });
    }
    if (outline !== null) {
      const read = await readOutline(
        { name: outline.name, crs: null, bytes: new Uint8Array(await outline.arrayBuffer()) },
        readLanguage(c),
        c.req.raw.signal,
      );
      if (!read.ok) return read;
      const polygons = read.value.type === 'Polygon' ? [read.value.coordinates] : read.value.coordinates;
      const [rings, other] = polygons;
      const [ring, hole] = rings ?? [];
      // Which of several is meant, nobody but the applicant knows.
      if (ring === undefined || other !== undefined || hole !== undefined)
        return fail(problem('fileWithoutPolygon', { name: outline.name.slice(0, 60) }));
      fields['ground.from'] = 'file';
      fields['ground.corners'] = writeCorners(ring);
    }
    const { action = 'save', reason = '', revision = '0', ...rest } = fields;
    return ok({ fields: rest, papers, action, reason: reason.trim(), revision: Number(revision) });
  }

  async function guard(c: Context, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      deps.log.error({ err: error }, 'a page about an application has no content');
      return send(c, { page: 'missing', what: 'server', asked: '', offers: [] }, null);
    }
  }
}

interface SentForm {
  readonly fields: FormFields;
  readonly papers: readonly { readonly kind: string; readonly bytes: Uint8Array }[];
  readonly action: string;
  readonly reason: string;
  readonly revision: number;
}

const cookieOf = (ticket: string): string => `krk-${ticket.replace(/[^A-Z0-9-]/g, '')}`;
const none = (outcome: Result<null, Problem>): Result<readonly string[], Problem> =>
  outcome.ok ? ok([]) : outcome;
const statusOf = (failure: Problem | null) =>
  failure === null ? 200 : pageStatusOf(PROBLEM_STATUS[failure.code]);

/** What somebody typed about themselves is kept by no cache, and its address is told to no other site. */
function keptPrivate(response: Response): Response {
  response.headers.set('cache-control', 'no-store');
  response.headers.set('referrer-policy', 'no-referrer');
  return response;
}
