import { type Context, Hono } from 'hono';
import type { LngLat } from '#domain/geo/lng-lat';
import { type FormFields, readForm } from '#domain/krk/application-form';
import { FORM_PARTS, type FormPart, isOfPart, partAfter } from '#domain/krk/form-parts';
import { type Problem, problem } from '#domain/problem';
import { problemDetail } from '#domain/problem-text';
import { ok, type Result } from '#domain/result';
import type { ReadingContent } from '../../../web/entry-server.tsx';
import type { ApplicantDesk, ApplicantStep, OwnHandle } from '../applications/index.ts';
import { krkDocumentPages } from './krk-document-pages.ts';
import { guardedPage, keptPrivate, ownPageStatus } from './own-page.ts';
import { originOnPaper } from './page-origin.ts';
import { readLanguage } from './read-language.ts';
import { readPlace } from './read-place.ts';
import { readSent, type SentForm } from './read-sent-form.ts';
import { secretCookie } from './secret-cookie.ts';
import type { ReadingSenderDeps, SendReading } from './send-reading.ts';

/** What applicants come through, and what is known about the ground that they come from. */
export interface KrkDoor {
  readonly desk: ApplicantDesk;
  /** The one parcel at a point; null where there is none, or more. */
  readonly parcelAt: (place: LngLat) => Promise<string | null>;
}

const STEPS: readonly ApplicantStep[] = ['submit', 'resubmit', 'withdraw', 'object'];
const STEPS_OF_FORM = [...FORM_PARTS, 'periksa'] as const;

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
  const guard = guardedPage(deps, send, 'an application');
  const secrets = secretCookie('krk', '/krk/permohonan', {
    sameSite: 'Lax',
    isHttps: deps.http?.isHttps === true,
  });

  const showForm = async (c: Context, change: Partial<FormPage>, failure: Problem | null = null) => {
    const { settings } = await desk.settings();
    const content: FormPage = {
      page: 'krkForm',
      fields: {},
      problem: failure === null ? null : problemDetail(failure, readLanguage(c)),
      settings,
      ...change,
    };
    return keptPrivate(await send(c, content, null, ownPageStatus(failure)));
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
    const step = STEPS_OF_FORM.find((one) => one === c.req.query('langkah')) ?? null;
    const ground = step === 'tanah' || step === 'periksa' ? await own?.ground() : null;
    const content: OnePage = {
      page: 'krkApplication',
      asked: ticket,
      status: told ?? status ?? null,
      own: told ?? null,
      fields: fields ?? null,
      step,
      ground:
        ground == null
          ? null
          : ground.ok
            ? { seen: ground.value, problem: null }
            : { seen: null, problem: problemDetail(ground.problem, readLanguage(c)) },
      isSaved: c.req.query('tersimpan') === '1',
      wrongPaper: null,
      problem: failure === null ? null : problemDetail(failure, readLanguage(c)),
      link: null,
      settings,
      ...change,
    };
    return keptPrivate(await send(c, content, null, content.status === null ? 404 : ownPageStatus(failure)));
  };
  const open = (c: Context, ticket: string) => desk.open(c, ticket, secrets.read(c, ticket) ?? null);

  return new Hono()
    .route('/', krkDocumentPages(deps, { open, remember: secrets.remember }))
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
        const form = await readSent(c, deps.http);
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
        secrets.remember(c, ticket, secret);
        const saved = await desk.open(c, ticket, secret);
        const next = saved === undefined ? 'tanah' : await stepAfter(saved, 'tanah', fields);
        return c.redirect(`/krk/permohonan/${ticket}?langkah=${next}&baru=1`, 303);
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
        const secret = secrets.read(c, ticket);
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
        secrets.remember(c, ticket, secret);
        c.header('cache-control', 'no-store');
        return c.redirect(`/krk/permohonan/${ticket}`, 303);
      }),
    )
    .post('/krk/permohonan/:ticket', (c) =>
      guard(c, async () => {
        const ticket = c.req.param('ticket').slice(0, 40);
        const form = await readSent(c, deps.http);
        const own = await open(c, ticket);
        if (!form.ok || own === undefined) return showOne(c, ticket, own, {}, form.ok ? null : form.problem);
        const done = await act(own, form.value, () => open(c, ticket));
        if (done.ok) return c.redirect(`/krk/permohonan/${ticket}${done.value}`, 303);
        // What was typed comes back, whoever else has changed the application meanwhile.
        const typed = { ...((await own.fields()) ?? {}), ...form.value.fields };
        const { part, wrongPaper } = { part: form.value.part, wrongPaper: done.wrongPaper ?? null };
        const change = { wrongPaper, ...(part === null ? {} : { step: part, fields: typed }) };
        return showOne(c, ticket, await open(c, ticket), change, done.problem);
      }),
    );

  /** What the pressed button asks for. @returns what the address continues with */
  async function act(
    own: OwnHandle,
    { fields, papers, revision, action, reason, part }: SentForm,
    again: () => Promise<OwnHandle | undefined>,
  ): Promise<Result<string, Problem> & { readonly wrongPaper?: string }> {
    const told = (outcome: Result<unknown, Problem>, address = ''): Result<string, Problem> =>
      outcome.ok ? ok(address) : outcome;
    if (action === 'erase') return told(await own.erase());
    if (action.startsWith('hapus:'))
      return told(await own.dropPaper(revision, action.slice(6)), '?langkah=berkas&tersimpan=1');
    const step = STEPS.find((one) => one === action);
    if (step === 'withdraw' || step === 'object')
      return told(await own.step(revision, step, reason === '' ? {} : { reason }));
    if (step !== undefined && Object.keys(fields).length === 0)
      return told(await own.step(revision, step, {}));
    const all = { ...((await own.fields()) ?? {}), ...fields };
    const kept = await own.keep(revision, all);
    if (!kept.ok) return kept;
    let now = await again();
    for (const { kind, bytes } of papers) {
      const added = await now?.addPaper(now.row.revision, kind, bytes);
      if (added?.ok === false) return { ...added, wrongPaper: kind };
      now = await again();
    }
    if (now === undefined) return ok('');
    if (step !== undefined && kept.value.length === 0)
      return told(await now.step(now.row.revision, step, {}));
    if (action === 'later') return ok('?tersimpan=1');
    return ok(`?langkah=${part === null ? 'periksa' : await stepAfter(now, part, all)}&tersimpan=1`);
  }

  /** Where the form goes on behind a part; a part that is not right comes again. */
  async function stepAfter(own: OwnHandle, part: FormPart, fields: FormFields): Promise<string> {
    if (readForm(fields).faults.some((fault) => isOfPart(fault, part))) return part;
    if (part === 'tanah' && (await own.ground())?.ok === false) return part;
    return partAfter(part) ?? 'periksa';
  }
}
