import { Hono } from 'hono';
import { problem } from '#domain/problem';
import type { Deps } from '../../platform/deps.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { POLICY_REPORTS } from '../../platform/http/security-headers.ts';
import { spendPublicTry } from '../accounts/index.ts';
import { readPolicyReport } from './read-report.ts';

const MEDIA_TYPE = 'application/csp-report';
const LIMIT_BYTES = 10_000;
/** Reports from one place in an hour, and from all around it: a broken page tells the same with every look at it. */
const FREE = 30;
const FREE_AROUND = 100;

/** Where browsers tell that a page tried what its policy forbids: a script that a template let through, or somebody's attempt. */
export function policyReportRoutes(deps: Pick<Deps, 'log' | 'keys' | 'http' | 'clock'>): Hono {
  return new Hono()
    .post(POLICY_REPORTS, async (c) => {
      if (!hasMediaType(c, [MEDIA_TYPE]))
        return problemResponse(c, problem('unsupportedMediaType', { accepted: [MEDIA_TYPE] }));
      // Whoever sends more is answered like everybody: there is nothing to learn, and nobody waits for it.
      if (!spendPublicTry(deps, c, 'policyReport', FREE, FREE_AROUND).ok) return c.body(null, 204);
      const body = await readBody(c, LIMIT_BYTES);
      if (!body.ok) return problemResponse(c, body.problem);
      const report = readPolicyReport(parsed(body.value));
      if (report === null) return problemResponse(c, problem('badRequest'));
      deps.log.warn(report, 'a page tried what its policy forbids');
      return c.body(null, 204);
    })
    .all(POLICY_REPORTS, methodNotAllowed('POST'));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
