import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { Actor } from '#domain/accounts/actor';
import { may, reachOf } from '#domain/accounts/rights';
import { problem } from '#domain/problem';
import { newUploadSchema, type Upload } from '#domain/release/upload';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { hasMediaType } from '../../platform/http/read-body.ts';
import { validateJson, withoutQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import { readOnceKey } from '../once/index.ts';
import { type EarlierRow, findEarlier, findUpload, type UploadRow } from './queries.ts';
import { createReceiver, type Receiver, type UploadDeps } from './receive-upload.ts';

const PATH = '/api/v1/staff/uploads';
const BYTES = 'application/offset+octet-stream';
/** What one request should carry; more is taken as long as it arrives within the time that a request has. */
const CHUNK_BYTES = 1_048_576;

/**
 * A file comes in: announced with POST, its bytes with PATCH and `Upload-Offset`, as many times as the line breaks.
 * `HEAD` says how many are there. The last PATCH answers with what was stored, and whether it was there before.
 * Everybody reaches the own uploads only.
 */
export function uploadRoutes(deps: UploadDeps, { needs }: Pick<Access, 'needs'>) {
  const receiver = createReceiver(deps);
  return new Hono<AccessEnv>()
    .use(`${PATH}/*`, cachePolicy('noStore'))
    .post(
      PATH,
      needs('release.prepare'),
      withoutQuery,
      validateJson(newUploadSchema, { limitBytes: 4_000 }),
      async (c) => {
        const once = readOnceKey(c, c.var.actor, c.req.valid('json'));
        if (!once.ok) return problemResponse(c, once.problem);
        const announced = await receiver.announce(c.var.actor, c.req.valid('json'), once.value);
        if (!announced.ok) return problemResponse(c, announced.problem);
        const upload = await findUpload(deps.sql, announced.value);
        if (upload === undefined) return problemResponse(c, problem('notFound'));
        c.header('location', `${PATH}/${upload.uploadId}`);
        return c.json(await describe(deps, receiver, upload, c.var.actor), 201);
      },
    )
    .all(PATH, methodNotAllowed('POST'))
    .get(`${PATH}/:id`, needs('release.prepare'), withoutQuery, async (c) => {
      const upload = await findOwn(deps, c);
      if (upload === undefined) return problemResponse(c, problem('notFound'));
      const { offset } = await tellOffset(c, receiver, upload);
      // Hono answers HEAD with the headers of GET.
      return c.json({ ...(await describe(deps, receiver, upload, c.var.actor)), offset });
    })
    .patch(`${PATH}/:id`, needs('release.prepare'), withoutQuery, async (c) => {
      const upload = await findOwn(deps, c);
      if (upload === undefined) return problemResponse(c, problem('notFound'));
      if (!hasMediaType(c, [BYTES])) return refuse(c, problem('unsupportedMediaType', { accepted: [BYTES] }));
      const offset = offsetSchema.safeParse(c.req.header('upload-offset'));
      if (!offset.success)
        return refuse(c, problem('invalidParameter', { name: 'Upload-Offset', reason: '0 …' }));
      const received = await receiver.receive(upload, offset.data, bodyOf(c));
      await tellOffset(c, receiver, (await findUpload(deps.sql, upload.uploadId)) ?? upload);
      if (!received.ok) return refuse(c, received.problem);
      if (received.value.state !== 'stored') return c.body(null, 204);
      return c.json(await describe(deps, receiver, received.value, c.var.actor));
    })
    .all(`${PATH}/:id`, methodNotAllowed('GET', 'HEAD', 'PATCH'));
}

const offsetSchema = z.pipe(z.string().check(z.regex(/^\d{1,10}$/)), z.transform(Number));

async function findOwn(deps: UploadDeps, c: Context<AccessEnv, string>): Promise<UploadRow | undefined> {
  const id = z.uuid().safeParse(c.req.param('id'));
  const upload = id.success ? await findUpload(deps.sql, id.data) : undefined;
  return upload?.accountId === c.var.actor.accountId ? upload : undefined;
}

async function tellOffset(c: Context, receiver: Receiver, upload: UploadRow): Promise<{ offset: number }> {
  const offset = await receiver.offsetOf(upload);
  c.header('upload-offset', String(offset));
  c.header('upload-length', String(upload.byteCount));
  return { offset };
}

/** A refusal may come before all bytes have: the line is closed, so that the rest is not read as a request. */
const refuse = (c: Context, failure: Parameters<typeof problemResponse>[1]): Response =>
  problemResponse(c, failure, {
    headers: {
      connection: 'close',
      ...(c.res.headers.has('upload-offset')
        ? { 'upload-offset': c.res.headers.get('upload-offset') ?? '' }
        : {}),
    },
  });

async function* bodyOf(c: Context): AsyncGenerator<Uint8Array> {
  const reader = c.req.raw.body?.getReader();
  if (reader === undefined) return;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function describe(
  deps: UploadDeps,
  receiver: Receiver,
  upload: UploadRow,
  actor: Actor,
): Promise<Upload> {
  const earlier =
    upload.sha256 === null || upload.state !== 'stored'
      ? undefined
      : await findEarlier(deps.sql, upload.uploadId, upload.sha256);
  return {
    uploadId: upload.uploadId,
    fileName: upload.fileName,
    byteCount: upload.byteCount,
    offset: await receiver.offsetOf(upload),
    chunkBytes: CHUNK_BYTES,
    state: upload.state,
    sha256: upload.state === 'stored' ? upload.sha256 : null,
    by: { accountId: actor.accountId, name: actor.name },
    startedAt: upload.startedAt.toISOString(),
    storedAt: upload.storedAt?.toISOString() ?? null,
    earlier: earlier === undefined ? null : tellEarlier(earlier, actor),
  };
}

/** That the bytes came before, in full to who sent them or may see everything; to others without another agency's names. */
function tellEarlier(
  { uploadId, accountId, fileName, storedAt, versions }: EarlierRow,
  actor: Actor,
): NonNullable<Upload['earlier']> {
  const isOpen = accountId === actor.accountId || reachOf(actor, 'layer.read').includes('any');
  return {
    uploadId: isOpen ? uploadId : null,
    fileName: isOpen ? fileName : null,
    storedAt: storedAt.toISOString(),
    versions: versions
      .filter((one) => one.accessClass === 'terbuka' || may(actor, 'layer.read', one))
      .map(({ layerId, versionId }) => ({ layerId, versionId })),
  };
}
