import { assignZones } from './assign-zones.ts';
import type { CitySource } from './city-source.ts';
import { classifyFaces, type Tract } from './classify-faces.ts';
import type { Point } from './curves.ts';
import { cutParcels, PARCEL_STYLES } from './cut-parcels.ts';
import type { DemoAdmin, DemoCity, DemoParcel, DemoZone, ReportProgress } from './demo-city.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Frame, frameOf } from './frame.ts';
import { type GeometryEngine, type Polygon, startGeometryEngine } from './geos.ts';
import { sketchLandscape } from './landscape.ts';
import { layCover } from './lay-cover.ts';
import { numberBlocks } from './number-blocks.ts';
import { type Outlines, snapOutlines } from './outlines.ts';
import { drawOverlays } from './overlays.ts';
import { areaM2, cutIntoFaces } from './partition.ts';
import { flat, planRoads } from './plan-roads.ts';
import { ROAD_WIDTH_M } from './road-class.ts';
import { drawRtrw } from './rtrw.ts';
import { nameStreets } from './street-names.ts';
import { layUtilities } from './utilities.ts';

export type GenerateOptions = { source: CitySource; seed?: number; onProgress?: ReportProgress };

/** The frame of a city: its metric grid in whole centimetres. */
export const frameOfCity = (source: CitySource): Frame =>
  frameOf(source.profile.crs.utmZone, source.profile.crs.utmHemisphere === 'S', source.profile.bbox);

function adminOf(engine: GeometryEngine, source: CitySource, tracts: readonly Tract[]): DemoAdmin[] {
  const faces = source.kelurahan.map((_, index) =>
    engine.joinFaces(tracts.filter(({ kelurahan }) => kelurahan === index).map(({ polygon }) => polygon)),
  );
  const { profile } = source;
  const kelurahan = source.kelurahan.map(
    (item, index): DemoAdmin => ({
      level: 'kelurahan',
      code: item.code,
      name: item.name,
      parent: item.kecamatan,
      aliases: source.aliases[item.code] ?? [],
      polygons: faces[index] as Polygon[],
    }),
  );
  const codes = [...new Set(source.kelurahan.map(({ kecamatanCode }) => kecamatanCode))].sort();
  const kecamatan = codes.map((code): DemoAdmin => {
    const members = source.kelurahan
      .map((item, index) => ({ item, index }))
      .filter(({ item }) => item.kecamatanCode === code);
    return {
      level: 'kecamatan',
      code,
      name: members[0]?.item.kecamatan ?? code,
      parent: profile.name,
      aliases: source.aliases[code] ?? [],
      polygons: engine.joinFaces(members.flatMap(({ index }) => faces[index] as Polygon[])),
    };
  });
  const kota: DemoAdmin = {
    level: 'kota',
    code: profile.code,
    name: profile.name,
    parent: profile.province,
    aliases: [],
    polygons: engine.joinFaces(faces.flat()),
  };
  return [kota, ...kecamatan, ...kelurahan];
}

/** Number of the land mass (connected part of the city) at a place, by the outlines' own faces. */
function landMasses(engine: GeometryEngine, outlines: Outlines): (point: Point) => number {
  const faces = engine.facesOf(
    outlines.kelurahan.flatMap(({ rings }) => rings.map((ring) => Float64Array.from(ring.flat()))),
  );
  const masses = engine.dissolve(faces);
  const locators = masses.map((polygon) => engine.locator([[polygon[0] as Float64Array]]));
  return ([x, y]) =>
    Math.max(
      0,
      locators.findIndex((locator) => locator.contains(x, y)),
    );
}

/** Ground larger than this (an airport) has one owner and stays one parcel. */
const LARGEST_CUT_M2 = 500_000;

function cutAllParcels(
  engine: GeometryEngine,
  source: CitySource,
  zones: readonly DemoZone[],
  seed: number,
): DemoParcel[] {
  const counts = new Map<number, number>();
  const parcels: DemoParcel[] = [];
  zones.forEach((zone, index) => {
    const style = PARCEL_STYLES[zone.code];
    if (style === undefined) return;
    const isWhole = areaM2(zone.polygon) > LARGEST_CUT_M2;
    for (const polygon of isWhole ? [zone.polygon] : cutParcels(zone.polygon, style, seed)) {
      const m2 = areaM2(polygon);
      if (!isWhole && (m2 < style.leastM2 || m2 > style.mostM2 || !engine.isValid([polygon]))) continue;
      const serial = (counts.get(zone.kelurahan) ?? 0) + 1;
      counts.set(zone.kelurahan, serial);
      // Province 99 does not exist: the number has the form of a NIB and can never be one.
      const digits = (source.kelurahan[zone.kelurahan]?.code ?? '').replaceAll('.', '');
      const nib = `99${digits.slice(2, 6)}${digits.slice(8, 10)}${String(serial).padStart(5, '0')}`;
      parcels.push({ polygon, nib, kelurahan: zone.kelurahan, kodblk: zone.kodblk, zone: index });
    }
  });
  return parcels;
}

/**
 * Makes the demo city: real outlines and place names, everything else invented and reproducible.
 * @returns geometry in integer centimetres of `frameOfCity(source)`; the same seed gives the same bytes on any machine
 */
export async function generateDemoCity(options: GenerateOptions): Promise<DemoCity> {
  const { source } = options;
  const seed = options.seed ?? source.recipe.seed;
  const progress = options.onProgress ?? (() => undefined);
  const frame = frameOfCity(source);
  const engine = await startGeometryEngine();
  progress('outlines', 0);
  const outlines = snapOutlines(source, frame);
  const landMassOf = landMasses(engine, outlines);
  progress('landscape', 0.04);
  const land = sketchLandscape({ ...source, recipe: { ...source.recipe, seed } }, frame, outlines);
  progress('roads', 0.18);
  const edges = planRoads(engine, land, outlines, seed, landMassOf);
  const cover = layCover(engine, land, outlines, edges);
  progress('blocks', 0.42);
  const shapes = [cover.roads, cover.water, cover.banks, cover.shore].flat(2);
  const faces = cutIntoFaces(
    engine,
    outlines.kelurahan.map(({ rings }) => rings),
    [...shapes, ...land.edges.map(({ line }) => flat(line))],
  );
  const tracts = classifyFaces(engine, land, faces, cover);
  progress('zones', 0.6);
  const kecamatanOf = (kelurahan: number) => source.kelurahan[kelurahan]?.kecamatan ?? '';
  const codes = assignZones(
    { ...source, recipe: { ...source.recipe, seed } },
    frame,
    land,
    tracts,
    edges,
    kecamatanOf,
  );
  const { kodswp, kodblk } = numberBlocks(source, tracts, codes);
  const zones = tracts.map(
    ({ polygon, kelurahan }, index): DemoZone => ({
      polygon,
      kelurahan,
      code: codes[index] as string,
      kodswp: kodswp[index] as string,
      kodblk: kodblk[index] as string,
      remark: '',
    }),
  );
  progress('parcels', 0.72);
  const parcels = cutAllParcels(engine, source, zones, seed);
  progress('overlays', 0.82);
  const admin = adminOf(engine, source, tracts);
  const city = admin[0]?.polygons ?? [];
  const overlays = drawOverlays(engine, source, frame, land, outlines, city, tracts, codes);
  const rtrw = drawRtrw(engine, land, city, seed);
  progress('names', 0.96);
  const names = nameStreets(edges, seed);
  const content: Omit<DemoCity, 'sha256'> = {
    seed,
    zones,
    parcels,
    overlays,
    rtrw,
    admin,
    roads: edges.map((edge, index) => ({
      line: edge.line,
      class: edge.class,
      rowWidthM: ROAD_WIDTH_M[edge.class],
      name: names[index] as string,
    })),
    utilities: layUtilities(land, edges),
    places: source.places,
    coverage: source.recipe.noCoverage.map(({ theme, kelurahan }) => ({
      theme,
      kelurahan: source.kelurahan.flatMap(({ code }, index) => (code === kelurahan ? [] : [index])),
    })),
    kelurahanCodes: source.kelurahan.map(({ code }) => code),
    kelurahanNames: source.kelurahan.map(({ name }) => name),
    kecamatanNames: source.kelurahan.map(({ kecamatan }) => kecamatan),
  };
  return { ...content, sha256: fingerprintOf(content) };
}
