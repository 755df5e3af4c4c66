import type { CaseRow } from '#domain/correction/correction';
import type { LngLat } from '#domain/geo/lng-lat';
import { type Problem, problem } from '#domain/problem';
import type { CategoryCode } from '#domain/report/category';
import { guessJurisdiction, type Jurisdiction } from '#domain/report/jurisdiction';
import type { ReportPlace } from '#domain/report/report';
import type { PlaceOfReport } from '#domain/report/report-answers';
import { cellOf, cellsOfBlock, FEWEST_OFFERED, RECENT_DAYS, type SimilarOffer } from '#domain/report/similar';
import { fail, ok, type Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';
import { calendarDay } from '../../platform/clock.ts';
import { degreesProblem } from '../lookup/index.ts';
import { findKelurahan, namesNear, offeredInCells } from './queries.ts';
import type { ReportDeps } from './report-deps.ts';

const DAY_MS = 86_400_000;
/** How far a road and a known place may be from a point to say where it is. */
const NEAR = { streetM: 200, placeM: 1_000 };
/** The purpose that is bound to a token of a similar report. */
const SIMILAR = 'report.similar';

export const todayOf = ({ clock, city }: Pick<ReportDeps, 'clock' | 'city'>): string =>
  calendarDay(clock.now(), city.timeZone);

/** The kelurahan that a place lies in. */
const kelurahanOf = ({ admin }: Answer) => admin.find(({ level }) => level === 'kelurahan');

/** Where a report is about, as it is kept. */
export interface FoundPlace {
  readonly point: LngLat | null;
  readonly cell: string | null;
  readonly from: string | null;
  readonly accuracyM: number | null;
  readonly landmark: string | null;
  readonly kelurahan: string | null;
  readonly kelurahanCode: string | null;
  readonly jurisdiction: Jurisdiction;
  readonly rows: readonly CaseRow[];
  readonly isDemo: boolean;
}

/**
 * Finds the place of a report. The answer is made anew here: what a report says about the plan is what the register says.
 * @returns why the city takes no report there, and who does
 */
export async function findPlace(
  deps: ReportDeps,
  place: ReportPlace,
  category: CategoryCode,
): Promise<Result<FoundPlace, Problem>> {
  const today = todayOf(deps);
  if (place.kind === 'landmark') {
    const found = await findKelurahan(deps.sql, place.kelurahan.trim(), today);
    if (found === undefined)
      return fail(problem('invalidField', { name: 'place.kelurahan', reason: place.kelurahan.slice(0, 60) }));
    return ok({
      point: null,
      cell: null,
      from: null,
      accuracyM: null,
      landmark: place.landmark,
      kelurahan: found.name,
      kelurahanCode: found.code,
      jurisdiction: { whose: 'unknown', why: null, evidence: null, authority: null },
      rows: [],
      isDemo: await deps.holdsDemo(today),
    });
  }
  const point: LngLat = [place.lon, place.lat];
  const wrong = degreesProblem(place.lon, place.lat, deps.city);
  if (wrong !== null) return fail(wrong);
  const { answer, rows } = await deps.rowsAt(point, today);
  const refusal = refuseOutside(answer);
  if (refusal !== null) return fail(refusal);
  const kelurahan = kelurahanOf(answer);
  return ok({
    point,
    cell: cellOf(point),
    from: place.from,
    accuracyM: place.accuracyM ?? null,
    landmark: null,
    kelurahan: kelurahan?.name ?? null,
    kelurahanCode: kelurahan?.code ?? null,
    jurisdiction: guessJurisdiction(answer, deps.city.province, category),
    rows,
    isDemo: answer.isDemo,
  });
}

/**
 * A place that is not of the city is never written down as one. Borders that cannot be read say so at another time; ground
 * whose outline could not go in is taken as it is: nobody knows better.
 */
function refuseOutside(answer: Answer): Problem | null {
  if (answer.coverage === 'unknown' && !answer.isComplete) return problem('sourceUnavailable');
  if (answer.coverage !== 'outsideCity') return null;
  if (answer.swapOffer !== null) {
    const [lon, lat] = answer.swapOffer;
    return problem('reportPlaceSwapped', { lon, lat });
  }
  return problem('reportOutsideCity', { whose: answer.neighbour ?? 'kabupaten atau kota lain' });
}

/**
 * What is known about a place before anything is sent: the plan, for whom it is, and whether something like it is open.
 * @param isAsked false: similar reports are not looked for
 */
export async function tellPlace(
  deps: ReportDeps,
  point: LngLat,
  category: CategoryCode | null,
  isAsked: boolean,
): Promise<{ readonly told: PlaceOfReport; readonly answer: Answer }> {
  const { answer, rows } = await deps.rowsAt(point, todayOf(deps));
  const isInCity = answer.coverage === 'inside' || answer.coverage === 'partlyOutside';
  const told: PlaceOfReport = {
    isInCity,
    kelurahan: kelurahanOf(answer)?.name ?? null,
    ...(await namesNear(deps.sql, point, todayOf(deps), NEAR)),
    zones: answer.parts.map(({ zone }) => ({ code: zone.code, name: zone.subzoneName ?? zone.zoneName })),
    jurisdiction: guessJurisdiction(answer, deps.city.province, category),
    rules: [...rows],
    similar: isInCity && isAsked ? await findSimilar(deps, point) : isInCity ? null : [],
    swapOffer: answer.swapOffer === null ? null : [answer.swapOffer[0], answer.swapOffer[1]],
    isDemo: answer.isDemo,
  };
  return { told, answer };
}

/**
 * Open reports around a place as the public is told. What came today, or was only sent, is not: whoever builds without a permit would
 * ask for their own plot and learn within seconds that a neighbour has reported it.
 */
async function findSimilar(deps: ReportDeps, point: LngLat): Promise<SimilarOffer[]> {
  const { timeZone } = deps.city;
  const since = calendarDay(new Date(deps.clock.now().getTime() - RECENT_DAYS * DAY_MS), timeZone);
  const found = await offeredInCells(deps.sql, cellsOfBlock(point), {
    since,
    today: todayOf(deps),
    timeZone,
    fewest: FEWEST_OFFERED,
  });
  return found.map(({ category, reportId }) => ({
    category,
    token: deps.keys.encrypt('personal', reportId, SIMILAR),
  }));
}

/** The report that a token stands for; null for one that is none: a hint that cannot be read is no reason to refuse a report. */
export function readToken({ keys }: Pick<ReportDeps, 'keys'>, token: string | undefined): string | null {
  if (token === undefined) return null;
  try {
    return keys.decrypt('personal', token, SIMILAR);
  } catch {
    return null;
  }
}
