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
import { guardedPage, ownPageStatus } from './own-page.ts';
import { originOnPaper } from './page-origin.ts';
import { readLanguage } from './read-language.ts';
import { readPlace } from './read-place.ts';
import type { ReadingSenderDeps, SendReading } from './send-reading.ts';

/** How pages open and follow cases: server/features/corrections. */
export interface CorrectionDoor {
  readonly rowsAt: (place: LngLat, on: string) => Promise<{ answer: Answer; rows: readonly CaseRow[] }>;
  /** Path of the page that follows the case that was opened. */
  readonly open: (c: Context, asked: NewCorrection) => Promise<Result<string, Problem>>;
  readonly tell: (ticket: string, secret: string | null) => Promise<PublicCase | undefined>;
}

const FORM_BYTES = 20_000;
const FORM = ['application/x-www-form-urlencoded'] as const;
type Content = Extract<ReadingContent, { page: 'correction' }>;

/** “Data ini keliru” without a script: the form about a place, what it sends, and the page that follows the case. */
export function correctionPages(
  deps: ReadingSenderDeps & { readonly corrections: CorrectionDoor },
  send: SendReading,
) {
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
        return opened.ok ? c.redirect(`${opened.value}&baru=1`, 303) : form(c, on, { given }, opened.problem);
      }),
    )
    .get('/keliru/:ticket', (c) =>
      guard(c, async () => {
        const ticket = c.req.param('ticket').slice(0, 40);
        const secret = c.req.query('kunci')?.slice(0, 60) ?? null;
        const told = (await deps.corrections.tell(ticket, secret)) ?? null;
        const path = `/keliru/${ticket}?kunci=${encodeURIComponent(secret ?? '')}`;
        const isNew = told?.detail != null && c.req.query('baru') === '1';
        const link = isNew ? originOnPaper(c, deps.http) + path : null;
        const response = await send(c, { page: 'case', told, link }, null, told === null ? 404 : 200);
        response.headers.set('cache-control', 'no-store');
        return response;
      }),
    );
}
