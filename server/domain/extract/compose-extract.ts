import type { LngLat } from '../geo/lng-lat.ts';
import { roundLngLat } from '../geo/lng-lat.ts';
import { canonicalJson, type Json } from '../log/canonical-json.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Answer, Part } from '../zoning/answer.ts';
import { DOCUMENT_TEMPLATE, EXTRACT_SCHEMA, type Extract, type ExtractGround } from './extract.ts';

/** The ground of an answer, as it was asked for. */
export type AskedGround =
  | { readonly kind: 'point' }
  | { readonly kind: 'parcel'; readonly nib: string; readonly outline: Outline }
  | { readonly kind: 'drawing'; readonly outline: Outline };
/** Polygons, their rings, closed; longitude first. */
export type Outline = readonly (readonly (readonly LngLat[])[])[];

/** Why an answer is no extract: a source failed, so it says less than the plan; or it lies where the plan does not reach. */
export type ExtractProblem = 'sourceFailed' | 'outsideCity';

/**
 * The extract of an answer. Two answers of the same ground and versions give the same extract, on whatever day they were asked.
 * @returns `sourceFailed` rather than an extract with a hole in it
 */
export function composeExtract(
  answer: Answer,
  asked: AskedGround,
  cityName: string,
): Result<Extract, ExtractProblem> {
  if (!answer.isComplete || answer.plan === 'sourceFailed' || answer.coverage === 'unknown')
    return fail('sourceFailed');
  if (answer.coverage === 'outsideCity') return fail('outsideCity');
  const ground = groundOf(answer, asked);
  return ok({
    schema: EXTRACT_SCHEMA,
    template: DOCUMENT_TEMPLATE,
    city: { id: answer.cityId, name: cityName },
    ground,
    shares: sharesOf(answer),
    coverage: answer.coverage,
    plan: answer.plan,
    parts: answer.parts.map(withoutQuestion),
    remainder: answer.remainder,
    themes: answer.themes,
    nearBorder: answer.nearBorder,
    nearOverlays: answer.nearOverlays,
    parcelZones: answer.parcelZones,
    ...(answer.parcelGaps === undefined ? {} : { parcelGaps: answer.parcelGaps }),
    borderToleranceM: answer.borderToleranceM,
    rtrw: answer.rtrw,
    roads: answer.roads,
    utilities: answer.utilities,
    sources: answer.sources,
    versions: [...answer.versions].sort((a, b) => compare(a.layerId + a.versionId, b.layerId + b.versionId)),
    revisions: answer.revisions,
    isDemo: answer.isDemo,
  });
}

/** Texts that were written already: a document asks several times for that of its extract. */
const written = new WeakMap<Extract, string>();

/** The bytes that a certificate signs: RFC 8785, UTF-8. */
export function extractText(extract: Extract): string {
  let text = written.get(extract);
  if (text === undefined) {
    text = canonicalJson(asJson(extract));
    written.set(extract, text);
  }
  return text;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same value as JSON has it: what is undefined is left out. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));

function withoutQuestion(part: Part): Extract['parts'][number] {
  const { verdict: _verdict, otherVerdicts: _otherVerdicts, ...rest } = part;
  return rest;
}

function groundOf(answer: Answer, asked: AskedGround): ExtractGround {
  const { point, areaM2, perimeterM } = answer.place;
  const outline = asked.kind === 'point' ? null : asked.outline.map((rings) => rings.map(ringOf));
  const nib = asked.kind === 'parcel' ? asked.nib : null;
  const corners = (outline ?? []).flat().flatMap((ring) => ring.slice(0, -1));
  const [lng, lat] = roundLngLat(point);
  return {
    kind: asked.kind,
    nib,
    point: [lng, lat],
    outline,
    corners: corners.map(([cornerLng, cornerLat], index) => ({
      number: index + 1,
      lng: cornerLng,
      lat: cornerLat,
    })),
    areaM2,
    perimeterM,
    registeredAreaM2: answer.parcels.find((parcel) => parcel.nib === nib)?.areaM2 ?? null,
    admin: answer.admin,
  };
}

const ringOf = (ring: readonly LngLat[]): [number, number][] =>
  ring.map((corner) => {
    const [lng, lat] = roundLngLat(corner);
    return [lng, lat];
  });

function sharesOf(answer: Answer): Extract['shares'] {
  const { areaM2 } = answer.place;
  if (areaM2 === null) return null;
  return {
    denominator: 'geodesicArea',
    denominatorM2: areaM2,
    sliverThresholdM2: answer.sliverThresholdM2,
    partsM2: answer.parts.reduce((total, part) => total + (part.areaM2 ?? 0), 0),
    remainderM2: answer.remainder?.areaM2 ?? null,
    overlapM2: answer.remainder?.overlapM2 ?? null,
  };
}
