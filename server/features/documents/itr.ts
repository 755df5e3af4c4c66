import { createHash } from 'node:crypto';
import { type AskedGround, composeExtract, extractText, type Outline } from '#domain/extract/compose-extract';
import type { Extract } from '#domain/extract/extract';
import { type LngLat, roundLngLat } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';
import { calendarDay } from '../../platform/clock.ts';
import { parcelOutline } from '../building/index.ts';
import {
  answerParcel,
  answerPoint,
  answerPolygon,
  degreesProblem,
  type LookupDeps,
  type PolygonInput,
  polygonSchema,
  refuseParcelNumber,
} from '../lookup/index.ts';
import { issueDocument } from './issue-document.ts';
import type { DocumentDeps, IssuedDocument } from './order.ts';

/** The ground that an ITR is asked for. */
export type ItrGround =
  | { readonly point: LngLat }
  | { readonly nib: string }
  | { readonly drawing: PolygonInput };

export type ItrDeps = DocumentDeps & LookupDeps;

/**
 * The extract of a piece of ground as the plan is on a day.
 * @returns `sourceUnavailable` when a source failed: no document is made with a hole in it; `groundOutsideCity`, and the
 * problems of a lookup
 */
export async function extractOf(
  deps: LookupDeps,
  ground: ItrGround,
  on: string,
): Promise<Result<Extract, Problem>> {
  const answered = await answerOf(deps, ground, on);
  if (!answered.ok) return answered;
  const { answer, asked } = answered.value;
  const composed = composeExtract(answer, asked, deps.city.name);
  if (composed.ok) return composed;
  return fail(problem(composed.problem === 'outsideCity' ? 'groundOutsideCity' : 'sourceUnavailable'));
}

/**
 * An ITR of today. The same ground on the same day under the same plan is one document, however often it is asked for.
 * @param mayMake asked before a new one is made
 * @param origin where it is verified: the configured address of the product, never what a request calls it
 */
export async function issueItr(
  deps: ItrDeps,
  ground: ItrGround,
  language: Language,
  origin: string,
  mayMake: () => Result<void, Problem>,
): Promise<Result<IssuedDocument & { readonly extract: Extract }, Problem>> {
  const today = calendarDay(deps.clock.now(), deps.city.timeZone);
  const extract = await extractOf(deps, ground, today);
  if (!extract.ok) return extract;
  const question = [extractText(extract.value), language, today, origin].join('\n');
  const order = {
    orderId: `itr:${createHash('sha256').update(question).digest('hex')}`,
    kind: 'itr',
    language,
    extract: extract.value,
    number: null,
    validUntil: null,
    approved: null,
    sections: [],
    changes: [],
    closingText: null,
    origin,
    actor: 'public',
  } as const;
  const issued = await issueDocument(deps, order, mayMake);
  return issued.ok ? ok({ ...issued.value, extract: extract.value }) : issued;
}

async function answerOf(
  deps: LookupDeps,
  ground: ItrGround,
  on: string,
): Promise<Result<{ answer: Answer; asked: AskedGround }, Problem>> {
  const question = { on, activity: undefined };
  if ('point' in ground) {
    const wrong = degreesProblem(ground.point[0], ground.point[1], deps.city);
    if (wrong !== null) return fail(wrong);
    const { answer } = await answerPoint(deps, roundLngLat(ground.point), question);
    return ok({ answer, asked: { kind: 'point' } });
  }
  if ('nib' in ground) {
    const { nib } = ground;
    const refused = await refuseParcelNumber(deps.sql, nib, on);
    if (refused !== null) return fail(refused);
    const outline = await parcelOutline(deps.sql, nib, on);
    if (outline === null) return fail(problem('parcelUnknown', { nib, on }));
    const answer = await answerParcel(deps, nib, question);
    if (!answer.ok) return answer;
    const asked = {
      kind: 'parcel',
      nib,
      outline: outlineOf(polygonSchema.parse(JSON.parse(outline))),
    } as const;
    return ok({ answer: answer.value, asked });
  }
  const drawing = rounded(ground.drawing);
  const answer = await answerPolygon(deps, drawing, question);
  if (!answer.ok) return answer;
  return ok({ answer: answer.value, asked: { kind: 'drawing', outline: outlineOf(drawing) } });
}

/** A drawing as its document keeps it: asking for it again gives the same areas. */
function rounded(polygon: PolygonInput): PolygonInput {
  const round = (rings: [number, number][][]): [number, number][][] =>
    rings.map((ring) => ring.map((corner): [number, number] => [...roundLngLat(corner)]));
  return polygon.type === 'Polygon'
    ? { type: 'Polygon', coordinates: round(polygon.coordinates) }
    : { type: 'MultiPolygon', coordinates: polygon.coordinates.map(round) };
}

const outlineOf = (polygon: PolygonInput): Outline =>
  polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates;
