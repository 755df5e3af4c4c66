import { Hono } from 'hono';
import { toBase64 } from '#domain/log/bytes';
import { problem } from '#domain/problem';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import { proveConsistency, proveLeaf } from './prove.ts';
import { consistencyQuerySchema, proofQuerySchema } from './schema.ts';
import { currentCheckpoint, writeLogKeys } from './sign-checkpoint.ts';

/** The log as everybody sees it: hashes and signatures, nothing of what was written. */
export function logRoutes(deps: Deps) {
  return new Hono()
    .get('/api/v1/log/checkpoint', cachePolicy('noStore'), withoutQuery, async (c) =>
      c.text((await currentCheckpoint(deps)).note),
    )
    .get('/api/v1/log/proof', cachePolicy('noStore'), validateQuery(proofQuerySchema), async (c) => {
      const proof = await proveLeaf(deps, c.req.valid('query').index);
      return proof === undefined ? problemResponse(c, problem('notFound')) : c.text(proof);
    })
    .get(
      '/api/v1/log/consistency',
      cachePolicy('noStore'),
      validateQuery(consistencyQuerySchema),
      async (c) => {
        const { from, to } = c.req.valid('query');
        const proof = await proveConsistency(deps, from, to);
        if (proof === undefined) return problemResponse(c, problem('notFound'));
        return c.json({ ...proof, path: proof.path.map(toBase64) });
      },
    )
    .get('/.well-known/tlog-keys', cachePolicy('noStore'), withoutQuery, async (c) =>
      c.text(await writeLogKeys(deps)),
    )
    .all('/api/v1/log/*', (c) =>
      c.req.method === 'GET' || c.req.method === 'HEAD' ? c.notFound() : methodNotAllowed('GET')(c),
    );
}
