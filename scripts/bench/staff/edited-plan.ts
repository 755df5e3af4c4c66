import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Colleague, Told } from './colleague.ts';

const featureSchema = z.object({
  properties: z.record(z.string(), z.unknown()),
  geometry: z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(z.array(z.number())))),
  }),
});
type Feature = z.infer<typeof featureSchema>;

const layerSchema = z.object({ inForce: z.object({ versionId: z.string() }) });
const featuresSchema = z.object({ features: z.array(featureSchema) });
const submittedSchema = z.object({ items: z.array(z.object({ versionId: z.string() })) });

export interface EditedPlan {
  readonly releaseId: string;
  readonly versionId: string;
  /** What the polygon is from now on. */
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
}

export interface Plan {
  readonly layerId: string;
  readonly rulesLayerId: string;
  readonly regulationId: string;
}

const PATIENCE_MS = 180_000;

/** A field as plan files call it. */
const official = (name: string): string => (name === 'stated_area_ha' ? 'LUASHA' : name.toUpperCase());

/**
 * Edits the published plan as staff do: takes it away as a file, gives one polygon another code of the same plan, uploads
 * it, has it checked and compared, and submits it.
 * @param turn another polygon each time
 */
export async function submitEdited(
  maker: Colleague,
  plan: Plan,
  origin: string,
  turn: number,
): Promise<EditedPlan> {
  const { inForce } = layerSchema.parse(await maker.ask('GET', `layers/${plan.layerId}`));
  const { features } = featuresSchema.parse(
    await maker.ask('GET', `layers/${plan.layerId}/features/${inForce.versionId}`),
  );
  const wide = features.filter(({ geometry }) => squareInside(geometry) !== undefined);
  const chosen = wide[(turn * 397 + 101) % wide.length];
  const place = chosen === undefined ? undefined : squareInside(chosen.geometry);
  if (chosen === undefined || place === undefined) throw new Error('no polygon of the plan is wide enough');
  const code = await otherCode(origin, features, chosen, place);
  const lines = features.map((one) => {
    const fields = Object.entries(one.properties).flatMap(([name, value]) =>
      name === 'code' ? [] : [[official(name), value]],
    );
    const isEdited = one === chosen;
    const properties = {
      ...Object.fromEntries(fields),
      KODSZN: isEdited ? code : one.properties.code,
      // What the old code was called is no name of the new one.
      ...(isEdited ? { NAMSZN: code, NAMOBJ: code } : {}),
    };
    return JSON.stringify({ type: 'Feature', properties, geometry: one.geometry });
  });
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  // Writing the file has held this process for seconds: first it has to see that the server closed the line that stood idle.
  await wait(100);
  const upload = await maker.ask('POST', 'uploads', {
    fileName: 'suntingan.geojsonl',
    byteCount: bytes.length,
  });
  const chunk = Number(upload.chunkBytes);
  for (let at = 0; at < bytes.length; at += chunk)
    await maker.ask('PATCH', `uploads/${upload.uploadId}`, bytes.slice(at, at + chunk), {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(at),
    });
  const { rulesLayerId, regulationId, layerId } = plan;
  const made = await maker.ask('POST', 'releases', {
    title: `Suntingan ${turn}`,
    items: [{ layerId, uploadId: upload.uploadId, reading: { rulesLayerId, regulationId } }],
  });
  const releaseId = String(made.releaseId);
  const checked = await comesTo(maker, releaseId, (one) => one.state === 'diperiksa');
  const submitted = await maker.ask('POST', `releases/${releaseId}/submit`, undefined, {
    'if-match': `"r${checked.revision}"`,
  });
  const [item] = submittedSchema.parse(submitted).items;
  return { releaseId, versionId: item?.versionId ?? '', code, lon: place[0], lat: place[1] };
}

/** Asks until a release is as wanted. */
async function comesTo(
  maker: Colleague,
  releaseId: string,
  isThere: (release: Told) => boolean,
): Promise<Told> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const release = await maker.ask('GET', `releases/${releaseId}`);
    if (isThere(release)) return release;
    const job = release.job as { state: string; failure: unknown } | null;
    if (job?.state === 'failed' || performance.now() > end)
      throw new Error(`the release did not come on: ${JSON.stringify(release.job)}`);
    await wait(200);
  }
}

/** A code of the plan that has rules of its own where this polygon lies: one of the same kind nearby. */
async function otherCode(
  origin: string,
  features: readonly Feature[],
  chosen: Feature,
  [lon, lat]: readonly [number, number],
): Promise<string> {
  const before = (await (await fetch(`${origin}/api/v1/lookup?lon=${lon}&lat=${lat}`)).text()) ?? '';
  const codes = new Map<string, number>();
  for (const { properties } of features) {
    const code = String(properties.code);
    codes.set(code, (codes.get(code) ?? 0) + (properties.kodblk === chosen.properties.kodblk ? 1_000 : 1));
  }
  codes.delete(String(chosen.properties.code));
  const [best] = [...codes]
    .filter(([code]) => !before.includes(`"${code}"`))
    .sort((one, other) => other[1] - one[1]);
  if (best === undefined) throw new Error('the plan has one code only');
  return best[0];
}

/** The middle of a polygon whose outer ring is a box of at least 40 m, roughly: a point that is surely inside. */
function squareInside({ coordinates }: Feature['geometry']): [number, number] | undefined {
  const [ring, ...holes] = coordinates[0] ?? [];
  if (ring === undefined || holes.length > 0 || coordinates.length > 1) return undefined;
  const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (east - west < 0.0004 || north - south < 0.0004) return undefined;
  // As places are written in addresses: a page takes no more than seven decimals.
  const point: [number, number] = [rounded((west + east) / 2), rounded((south + north) / 2)];
  const twice = ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = x, nextY = y] = ring[at + 1] ?? [];
    return sum + (x - west) * (nextY - south) - (nextX - west) * (y - south);
  }, 0);
  const fills = Math.abs(twice) / 2 / ((east - west) * (north - south));
  return fills > 0.85 ? point : undefined;
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
