import { type Context, Hono } from 'hono';
import {
  type CaseRow,
  type NewCorrection,
  newCorrectionSchema,
  type PublicCase,
} from '#domain/correction/correction';
import type { LngLat } from '#domain/geo/lng-lat';
import { type Problem, problem } from '#domain/problem';
import { problemDetail } from '#domain/problem-text';
import type { Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';
import type { ReadingContent } from '../../../web/entry-server.tsx';
import { calendarDay } from '../../platform/clock.ts';
import { isDay } from '../../platform/http/parameters.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { isOfThisOrigin } from '../accounts/index.ts';
import { guardedPage, keptPrivate, ownPageStatus } from './own-page.ts';
import { originOnPaper } from './page-origin.ts';
import { readLanguage } from './read-language.ts';
import { readPlace } from './read-place.ts';
import { secretCookie } from './secret-cookie.ts';
import type { ReadingSenderDeps, SendReading } from './send-reading.ts';

/** How pages open and follow cases: server/features/corrections. */
export interface CorrectionDoor {
  readonly rowsAt: (place: LngLat, on: string) => Promise<{ answer: Answer; rows: readonly CaseRow[] }>;
  readonly open: (
    c: Context,
    asked: NewCorrection,
  ) => Promise<Result<{ readonly ticket: string; readonly secret: string }, Problem>>;
  readonly tell: (ticket: string, secret: string | null) => Promise<PublicCase | undefined>;
}

const FORM_BYTES = 20_000;
/** A browser forgets so soon who opened a case: on a shared telephone its history leads back to the page. */
const OPEN_SECONDS = 1_800;
const FORM = ['application/x-www-form-urlencoded'] as const;
type Content = Extract<ReadingContent, { page: 'correction' }>;

/**
 * “Data ini keliru” without a script: the form about a place, what it sends, and the page that follows the case. The secret
 * stays in a cookie of that page alone.
 */
export function correctionPages(
  deps: ReadingSenderDeps & { readonly corrections: CorrectionDoor },
  send: SendReading,
) {
  const secrets = secretCookie('keliru', '/keliru', {
    // A link of before is opened from a mail, and its redirect must bring the key along.
    sameSite: 'Lax',
    isHttps: deps.http?.isHttps === true,
    seconds: OPEN_SECONDS,
  });
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const dayOf = (written: string): string | null => (isDay(written) && written !== today() ? written : null);

  /** The form; null when the answer could not be made. */
  const form = async (
    c: Context,
    on: string | null,
    change: Partial<Content>,
    failure: Problem | null = null,
  ): Promise<Response> => {
    const place = readPlace(c.req.param('place') ?? '');
    if (place === null)
      return send(c, { page: 'missing', what: 'place', asked: c.req.param('place') ?? '', offers: [] }, null);
    const { answer, rows } = await deps.corrections.rowsAt(place, on ?? today());
    const content: Content = {
      page: 'correction',
      answer,
      rows,
      given: { row: '', message: '', contact: '' },
      wrong: [],
      problem: failure === null ? null : problemDetail(failure, readLanguage(c)),
      part: null,
      ...change,
    };
    const isRefused = content.wrong.length > 0;
    const status = failure === null ? (isRefused ? 422 : 200) : ownPageStatus(failure);
    return await send(c, content, on, status);
  };

  const guard = guardedPage(deps, send, 'wrong data');
  return new Hono()
    .get('/lokasi/:place/keliru', (c) =>
      guard(c, () =>
        form(c, dayOf(c.req.query('on') ?? ''), {
          part: c.req.query('bagian') ?? null,
          given: { row: (c.req.query('baris') ?? '').slice(0, 400), message: '', contact: '' },
        }),
      ),
    )
    .post('/lokasi/:place/keliru', (c) =>
      guard(c, async () => {
        if (!hasMediaType(c, FORM))
          return form(c, null, {}, problem('unsupportedMediaType', { accepted: FORM }));
        const body = await readBody(c, FORM_BYTES);
        if (!body.ok) return form(c, null, {}, body.problem);
        const entries = new URLSearchParams(new TextDecoder().decode(body.value));
        const read = (name: string): string => (entries.get(name) ?? '').trim();
        const given = { row: read('baris'), message: read('pesan'), contact: read('kontak') };
        const on = dayOf(read('on'));
        const place = readPlace(c.req.param('place'));
        const asked = newCorrectionSchema.safeParse({
          lon: place?.[0],
          lat: place?.[1],
          ...(on === null ? {} : { on }),
          ...given,
          website: read('situs'),
        });
        if (!asked.success) {
          const fields = new Set(asked.error.issues.map(({ path }) => path[0]));
          const wrong = (['row', 'message', 'contact'] as const).filter((field) => fields.has(field));
          return form(c, on, { given, wrong }, wrong.length === 0 ? problem('badRequest') : null);
        }
        const opened = await deps.corrections.open(c, asked.data);
        if (!opened.ok) return form(c, on, { given }, opened.problem);
        const { ticket, secret } = opened.value;
        secrets.remember(c, ticket, secret);
        return c.redirect(`/keliru/${ticket}?baru=1`, 303);
      }),
    )
    .get('/keliru/:ticket', (c) =>
      guard(c, async () => {
        const ticket = c.req.param('ticket').slice(0, 40);
        const inAddress = c.req.query('kunci')?.slice(0, 60);
        // Links of before bring the key in the address: it goes on without it.
        return inAddress === undefined ? follow(c, ticket) : unlock(c, ticket, inAddress);
      }),
    )
    .post('/keliru/:ticket', (c) =>
      guard(c, async () => {
        const ticket = c.req.param('ticket').slice(0, 40);
        if (!isOfThisOrigin(c, deps.http?.publicUrl) || !hasMediaType(c, FORM)) return follow(c, ticket);
        const body = await readBody(c, FORM_BYTES);
        const sent = new URLSearchParams(body.ok ? new TextDecoder().decode(body.value) : '');
        return unlock(c, ticket, keyIn(sent.get('kunci') ?? ''));
      }),
    );

  /** The key goes into a cookie of the page, and out of every address. */
  async function unlock(c: Context, ticket: string, secret: string): Promise<Response> {
    const told = await deps.corrections.tell(ticket, secret);
    if (told === undefined) return follow(c, ticket, true);
    secrets.remember(c, told.ticket, secret);
    return keptPrivate(c.redirect(`/keliru/${told.ticket}`, 303));
  }

  async function follow(c: Context, ticket: string, isKeyWrong = false): Promise<Response> {
    const secret = secrets.read(c, ticket) ?? null;
    const own = secret === null ? undefined : await deps.corrections.tell(ticket, secret);
    // As long as somebody reads, and half an hour more.
    if (own !== undefined && secret !== null) secrets.remember(c, ticket, secret);
    const told = own ?? (await deps.corrections.tell(ticket, null)) ?? null;
    const isNew = own !== undefined && c.req.query('baru') === '1';
    const link = isNew ? `${originOnPaper(c, deps.http)}/keliru/${ticket}#${secret}` : null;
    const status = told === null || isKeyWrong ? 404 : 200;
    return keptPrivate(await send(c, { page: 'case', told, link, isKeyWrong }, null, status));
  }
}

/** The key as it was written down: alone, or as the link that ends in it. */
const keyIn = (typed: string): string => (typed.split(/#|kunci=/).at(-1) ?? '').trim().slice(0, 60);
