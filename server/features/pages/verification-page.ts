import type { Context } from 'hono';
import { type DocumentGround, type DocumentRecord, documentIdSchema } from '#domain/document/document';
import type { PlaceComparison } from '#domain/zoning/history';
import type { ReadingContent } from '../../../web/entry-server.tsx';
import type { ReadingSenderDeps, SendReading } from './send-reading.ts';

/** What the register says of documents. */
export interface DocumentRegister {
  /** A document as it is today; null when there is none of this id. */
  readonly find: (
    documentId: string,
  ) => Promise<{ readonly document: DocumentRecord; readonly ground: DocumentGround } | null>;
  /** Keys of the log, one in a line, the one in use first. */
  readonly logKeys: () => Promise<string>;
  /** What the plan of today says differently; null while it cannot be told. */
  readonly compare: (document: DocumentRecord) => Promise<PlaceComparison | null>;
}

/** Longest text that is repeated in the field. */
const CODE_LENGTH = 80;

/**
 * `GET /krk/verifikasi/<id>`: what a document is worth. `/krk/verifikasi?kode=` is the form for who has only the paper;
 * with `?banding=ya` the plan of today is compared with it.
 */
export const sendVerification =
  (deps: ReadingSenderDeps & { readonly documents: DocumentRegister }, send: SendReading) =>
  async (c: Context): Promise<Response> => {
    const query = new URL(c.req.url).searchParams;
    const typed = (query.get('kode') ?? '').trim().slice(0, CODE_LENGTH);
    const code = (c.req.param('document') ?? '').slice(0, CODE_LENGTH);
    // What somebody types may be the whole address that stands below the code.
    const written = typed.split('/').at(-1) ?? '';
    if (code === '' && documentIdSchema.safeParse(written).success)
      return c.redirect(`/krk/verifikasi/${written}`, 303);
    const { timeZone, timeZoneLabel: label } = deps.city;
    const bare: Extract<ReadingContent, { page: 'verification' }> = {
      page: 'verification',
      code: code || typed,
      document: null,
      ground: null,
      isCompared: false,
      comparison: null,
      zone: { timeZone, label },
      logKey: '',
    };
    try {
      if (!documentIdSchema.safeParse(code).success)
        return await send(c, bare, null, bare.code === '' ? 200 : 404);
      const found = await deps.documents.find(code);
      if (found === null) return await send(c, bare, null, 404);
      const [logKey = ''] = (await deps.documents.logKeys()).split('\n');
      const isCompared = query.get('banding') === 'ya';
      const comparison = isCompared ? await deps.documents.compare(found.document) : null;
      return await send(c, { ...bare, ...found, isCompared, comparison, logKey }, null);
    } catch (error) {
      deps.log.error({ err: error }, 'a page for reading has no content');
      return send(c, { page: 'missing', what: 'server', asked: '', offers: [] }, null);
    }
  };
