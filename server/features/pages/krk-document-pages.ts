import { type Context, Hono } from 'hono';
import { problem } from '#domain/problem';
import { problemResponse } from '../../platform/http/problem-json.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { isOfThisOrigin } from '../accounts/index.ts';
import type { OwnHandle } from '../applications/index.ts';
import type { ReadingSenderDeps } from './send-reading.ts';

const FORM_BYTES = 2_000;

/** How the page of an application knows whose it is. */
interface OwnDoor {
  readonly open: (c: Context, ticket: string) => Promise<OwnHandle | undefined>;
  readonly remember: (c: Context, ticket: string, secret: string) => void;
}

/**
 * What who asked for a document has of it: `GET /krk/permohonan/:ticket/dokumen.pdf` the signed file, `POST …/ganti` an
 * application for another one in its place. With the secret of the application alone.
 */
export function krkDocumentPages(
  { http }: Pick<ReadingSenderDeps, 'http'>,
  { open, remember }: OwnDoor,
): Hono {
  const openOwn = (c: Context): Promise<OwnHandle | undefined> =>
    open(c, (c.req.param('ticket') ?? '').slice(0, 40));
  return new Hono()
    .get('/krk/permohonan/:ticket/dokumen.pdf', async (c) => {
      const own = await openOwn(c);
      const file = (await own?.file()) ?? null;
      if (own === undefined || file === null) return problemResponse(c, problem('notFound'));
      return c.body(new Uint8Array(file), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${own.row.ticket}.pdf"`,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
    })
    .post('/krk/permohonan/:ticket/ganti', async (c) => {
      if (!isOfThisOrigin(c, http?.publicUrl)) return problemResponse(c, problem('otherOrigin'));
      if (!hasMediaType(c, ['application/x-www-form-urlencoded']))
        return problemResponse(c, problem('badRequest'));
      const body = await readBody(c, FORM_BYTES);
      if (!body.ok) return problemResponse(c, body.problem);
      const as = new URLSearchParams(new TextDecoder().decode(body.value)).get('as');
      if (as !== 'correction' && as !== 'extension') return problemResponse(c, problem('badRequest'));
      const own = await openOwn(c);
      if (own === undefined) return problemResponse(c, problem('notFound'));
      const made = await own.replace(as);
      if (!made.ok) return problemResponse(c, made.problem);
      const { ticket, secret } = made.value;
      remember(c, ticket, secret);
      return c.redirect(`/krk/permohonan/${ticket}?baru=1`, 303);
    });
}
