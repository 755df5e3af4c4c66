import { Hono } from 'hono';
import type * as z from 'zod/mini';
import { problem } from '#domain/problem';
import type { Deps } from '../../platform/deps.ts';
import { CACHE_POLICIES, cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateParams, withoutQuery } from '../../platform/http/validate.ts';
import { makePack, type PackPlan } from './make-pack.ts';
import { PackShelf } from './pack-shelf.ts';
import { planPacks, registerToday } from './plan-packs.ts';
import { type packEntrySchema, packParamsSchema } from './schema.ts';

type PackEntry = z.infer<typeof packEntrySchema>;
const FILE = /^([a-z0-9]+(?:[-.][a-z0-9]+){0,12})\/([0-9a-f]{16})\.omod$/;

/**
 * Offline packs: `GET /api/v1/packs` lists them, `GET /api/v1/packs/<pack>` makes one and tells its length,
 * `/packs/<pack>/<state>.omod` is the file. The key that proves them is public at `/.well-known/`.
 */
export function packRoutes(deps: Deps) {
  const { dataDirectory } = deps;
  const shelf =
    dataDirectory === undefined ? null : new PackShelf(dataDirectory, (plan) => makePack(deps, plan));
  const describe = async (plan: PackPlan): Promise<PackEntry> => {
    const { packId, kind, title, state, inForceFrom, validUntil, recordedAt, isDemo, bbox } = plan;
    return {
      packId,
      kind,
      title,
      state,
      href: `/packs/${packId}/${state}.omod`,
      bytes: (await shelf?.sizeOf(plan)) ?? null,
      inForceFrom,
      validUntil,
      recordedAt,
      isDemo,
      bbox,
    };
  };

  return new Hono()
    .get('/api/v1/packs', cachePolicy('revalidate'), withoutQuery, async (c) => {
      const register = await registerToday(deps);
      const plans = shelf === null ? [] : await planPacks(deps, register);
      const { inForce, ...days } = register;
      const versions = inForce.map(({ fact }) => ({ layerId: fact.layer_id, versionId: fact.version_id }));
      return c.json({
        inForce: { ...days, versions },
        packs: await Promise.all(plans.map(describe)),
      });
    })
    .all('/api/v1/packs', methodNotAllowed('GET'))
    .get(
      '/api/v1/packs/:pack',
      cachePolicy('revalidate'),
      validateParams(packParamsSchema),
      withoutQuery,
      async (c) => {
        const { pack } = c.req.valid('param');
        const plans = shelf === null ? [] : await planPacks(deps, await registerToday(deps));
        const plan = plans.find((one) => one.packId === pack);
        if (shelf === null || plan === undefined) return problemResponse(c, problem('notFound'));
        if (!(await shelf.ensure(plan))) return problemResponse(c, problem('busy'));
        return c.json(await describe(plan));
      },
    )
    .all('/api/v1/packs/:pack', methodNotAllowed('GET'))
    .get('/packs/*', async (c) => {
      const [, packId, state] = FILE.exec(c.req.path.slice('/packs/'.length)) ?? [];
      const file = packId === undefined || state === undefined ? null : await shelf?.read(packId, state);
      if (file == null) return problemResponse(c, problem('notFound'));
      c.header('content-type', 'application/octet-stream');
      c.header('content-length', String(file.length));
      c.header('cache-control', CACHE_POLICIES.immutable);
      return c.body(new Uint8Array(file));
    })
    .get('/.well-known/one-map-pack-keys.json', cachePolicy('publicShort'), (c) => {
      const keys = dataDirectory === undefined ? [] : deps.keys.signingKeys('pack');
      return c.json({
        keys: keys.map(({ kid, publicKey }) => {
          const x = Buffer.from(publicKey).toString('base64url');
          return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' };
        }),
      });
    });
}
