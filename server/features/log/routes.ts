import { Hono } from 'hono';
import { toBase64 } from '#domain/log/bytes';
import { problem } from '#domain/problem';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import { proveConsistency, proveLeaf } from './prove.ts';
import { openPublicCheckpoint } from './publish-checkpoint.ts';
import { consistencyQuerySchema, proofQuerySchema } from './schema.ts';
import { writeLogKeys } from './sign-checkpoint.ts';

/** The log as everybody sees it: hashes and signatures as of this hour, nothing of what was written. */
export function logRoutes(deps: Deps) {
  const shown = openPublicCheckpoint(deps);
  return new Hono()
    .get('/api/v1/log/checkpoint', cachePolicy('noStore'), withoutQuery, async (c) =>
      c.text((await shown()).note),
    )
    .get('/api/v1/log/proof', cachePolicy('noStore'), validateQuery(proofQuerySchema), async (c) => {
      const { index } = c.req.valid('query');
      const proof = index < (await shown()).size ? await proveLeaf(deps, index) : undefined;
      return proof === undefined ? problemResponse(c, problem('notFound')) : c.text(proof);
    })
    .get(
      '/api/v1/log/consistency',
      cachePolicy('noStore'),
      validateQuery(consistencyQuerySchema),
      async (c) => {
        const { size } = await shown();
        const { from, to = size } = c.req.valid('query');
        const proof = await proveConsistency(deps, from, to, size);
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
