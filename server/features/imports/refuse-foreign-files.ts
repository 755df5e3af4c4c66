import type { MiddlewareHandler } from 'hono';
import { problem } from '#domain/problem';
import { problemResponse } from '../../platform/http/problem-json.ts';
import { type Confinement, confinement, maySeeForeignFiles } from './gdal/confinement.ts';

/** Answers a POST with `fileReadingUnavailable` (503) on a machine where files of strangers cannot be read safely. */
export function refuseForeignFiles(readState: () => Confinement = confinement): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'POST' || maySeeForeignFiles(readState())) return next();
    return problemResponse(c, problem('fileReadingUnavailable'), { headers: { connection: 'close' } });
  };
}
