import type { Language } from '#domain/language';
import { type Problem, problem, quoteInput } from '#domain/problem';
import { problemText } from '#domain/publication/problem-texts';
import { fail, ok, type Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import { type PolygonFile, readPolygonFile } from '../imports/index.ts';
import { type Asked, answerPolygon, type LookupDeps } from './answer-location.ts';
import type { PolygonInput } from './polygon.ts';

/** Every file is a child process; two of them are what a small machine can spare. */
const limited = limitConcurrency({ running: 2, waiting: 6 });

/**
 * The answer for the polygons of an uploaded file (any format that a plan may come in). Nothing of it is stored.
 *
 * @param signal of the request: who hangs up, ends the reading too
 * @returns `polygonFileUnreadable` with the reader's reason, `fileWithoutPolygon`, `busy`, or a problem of the polygon
 */
export async function answerFile(
  deps: LookupDeps,
  file: PolygonFile,
  asked: Asked,
  language: Language,
  signal: AbortSignal,
): Promise<Result<Answer, Problem>> {
  const outline = await readOutline(file, language, signal);
  return outline.ok ? answerPolygon(deps, outline.value, asked) : outline;
}

/** The polygons of a file as one outline, with the problems of {@link answerFile} but those of the polygon. */
export async function readOutline(
  file: PolygonFile,
  language: Language,
  signal: AbortSignal,
): Promise<Result<PolygonInput, Problem>> {
  const read = await limited(() => readPolygonFile(file, signal));
  if (!read.ok) return fail(problem('busy'));
  if (!read.value.ok) {
    const refused = read.value.problem;
    return fail(
      problem('polygonFileUnreadable', { reason: problemText(refused)[language], cause: refused.code }),
    );
  }
  const polygons = read.value.value;
  if (polygons.length === 0) return fail(problem('fileWithoutPolygon', { name: quoteInput(file.name) }));
  return ok({ type: 'MultiPolygon', coordinates: polygons });
}
