import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { LANGUAGES, type Language } from '#domain/language';
import { PROBLEM_CODES, type ProblemCode, problem } from '#domain/problem';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { buildOpenApi } from '../../platform/http/openapi.ts';
import type { Operation } from '../../platform/http/operation.ts';
import { methodNotAllowed, problemResponse, readerLanguage } from '../../platform/http/problem-json.ts';
import { withoutQuery } from '../../platform/http/validate.ts';
import { findProjectRoot } from '../../platform/project-root.ts';
import { type Html, renderProblem } from './render-page.ts';
import { renderReference } from './render-reference.ts';

const isProblemCode = z.enum(PROBLEM_CODES);

/** `/api` for people, `/api/v1/openapi.json` for machines, `/api/problems/<code>` behind every problem's `type`. */
export function apiReferenceRoutes(operations: readonly Operation[]) {
  const document = perLanguage((language) => buildOpenApi(operations, language));
  const page = perLanguage((language) => renderReference(operations, language));
  const style = once(() =>
    readFileSync(join(findProjectRoot(), 'server', 'features', 'api-reference', 'reference.css'), 'utf8'),
  );
  const onlyGet = methodNotAllowed('GET');
  const sendHtml = async (c: Context, body: Html) => {
    c.header('vary', 'Accept-Language');
    return c.html(await body);
  };
  return new Hono()
    .use('/api', cachePolicy('publicShort'))
    .use('/api/v1/openapi.json', cachePolicy('publicShort'))
    .use('/api/problems/*', cachePolicy('publicShort'))
    .use('/api/reference.css', cachePolicy('publicShort'))
    .get('/api', withoutQuery, (c) => sendHtml(c, page(readerLanguage(c))))
    .all('/api', onlyGet)
    .get('/api/v1/openapi.json', withoutQuery, (c) => {
      c.header('vary', 'Accept-Language');
      return c.json(document(readerLanguage(c)));
    })
    .all('/api/v1/openapi.json', onlyGet)
    .get('/api/reference.css', (c) => c.body(style(), 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/api/problems/:code', withoutQuery, (c) => {
      const code = isProblemCode.safeParse(c.req.param('code'));
      if (!code.success) return problemResponse(c, problem('notFound'));
      return sendHtml(c, renderProblem(code.data satisfies ProblemCode, readerLanguage(c)));
    });
}

/** Made at the first request in each language, then kept: it changes only with the program. */
function perLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map(LANGUAGES.map((language) => [language, once(() => make(language))]));
  return (language) => made.get(language)?.() ?? make(language);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
