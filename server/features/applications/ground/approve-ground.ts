import type { Sheet, SheetEntry } from '#domain/krk/sheet';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';
import { partKey } from '#domain/zoning/part-key';
import { today } from '../../../platform/city-day.ts';
import { polygonSchema, readPolygon } from '../../lookup/index.ts';
import type { ApplicationDeps } from '../application-deps.ts';
import { groundOf } from '../sign-application.ts';
import { cutApproved } from './queries.ts';

type Coordinates = NonNullable<Sheet['approved']>['coordinates'];

/**
 * The ground that is approved in part: taken from parts of the answer or drawn, cut at the border of the plot and
 * measured here, so that no area is believed that somebody wrote.
 */
export async function approveGround(
  deps: ApplicationDeps,
  applicationId: string,
  answer: Answer,
  wanted: NonNullable<SheetEntry['approved']>,
): Promise<Result<NonNullable<Sheet['approved']>, Problem>> {
  const parts = 'parts' in wanted ? [...new Set(wanted.parts)].sort((one, other) => one - other) : [];
  const drawn =
    'parts' in wanted ? await outlineOfParts(deps, applicationId, answer, parts) : ok(wanted.coordinates);
  if (!drawn.ok) return drawn;
  const polygon = polygonSchema.safeParse({ type: 'MultiPolygon', coordinates: drawn.value });
  if (!polygon.success) return fail(problem('invalidField', { name: 'approved', reason: 'MultiPolygon' }));
  // Neighbouring parts share edges, which one polygon must not: they are joined, only a drawing is checked as it is.
  const checked = parts.length > 0 ? ok(JSON.stringify(polygon.data)) : await readPolygon(deps, polygon.data);
  if (!checked.ok) return checked;
  const cut = await cutApproved(deps.sql, applicationId, checked.value);
  if (cut === undefined || !cut.isInside) return fail(problem('approvedOutsideGround'));
  return ok({ coordinates: cut.coordinates as Coordinates, areaM2: cut.areaM2, parts });
}

async function outlineOfParts(
  deps: ApplicationDeps,
  applicationId: string,
  answer: Answer,
  parts: readonly number[],
): Promise<Result<Coordinates, Problem>> {
  const found = await deps.drawGround(await groundOf(deps, applicationId), today(deps));
  if (!found.ok) return found;
  const outlines = new Map(found.value.parts.map((part) => [partKey(part), part.outline]));
  const wanted: Coordinates[] = [];
  for (const number of parts) {
    const part = answer.parts[number - 1];
    const outline = part === undefined ? undefined : outlines.get(partKey(part));
    if (outline === undefined || outline.length === 0)
      return fail(problem('invalidField', { name: 'approved', reason: String(number) }));
    wanted.push(outline as Coordinates);
  }
  return ok(wanted.flat());
}
