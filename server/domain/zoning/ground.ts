import type { OverlayEffect, RuleSet } from '../rules/rule-set.ts';
import type { Facts, VersionFact, ZoneFact } from './facts.ts';

/** What ground is cut along: where an overlay lies, where it speaks at all, where polygons were set aside. */
export interface GroundSource {
  /** Written on each piece that lies in it. */
  readonly mark: string;
  readonly versionId: string;
  readonly from: 'overlay' | 'coverage' | 'set_aside';
  /** Overlay: only these levels; null = every level. */
  readonly levels: readonly string[] | null;
}

/** Ground of one zone code in one kelurahan that lies in the same sources. */
export interface GroundShare {
  readonly areaNo: number;
  readonly versionId: string;
  readonly code: string;
  /** Key of the polygon, where the matrix has a column for it; otherwise null. */
  readonly kodunk: string | null;
  /** Overlay codes of the zone rows. */
  readonly special: Readonly<Record<string, string>>;
  readonly marks: readonly string[];
  /** Geodesic, m². */
  readonly areaM2: number;
}

/** One kelurahan in force; `areaM2` is null in a city without borders, which is one area without a name. */
export interface GroundArea {
  readonly areaNo: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly kecamatan: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly areaM2: number | null;
  /** Ground with at least one zone. */
  readonly zonedM2: number;
}

export interface GroundOutline {
  readonly mark: string;
  readonly geojson: { readonly type: string; readonly coordinates: unknown[] };
}

export interface Ground {
  readonly areas: readonly GroundArea[];
  readonly shares: readonly GroundShare[];
  readonly outlines: readonly GroundOutline[];
}

/** Which versions speak about a part of the city only, and of which polygons were set aside. */
export interface VersionLimits {
  readonly versionId: string;
  readonly hasCoverage: boolean;
  readonly hasSetAside: boolean;
}

/** Whether an effect can change a verdict at all. */
export const isRuling = (effect: OverlayEffect): boolean =>
  effect.effect === 'prohibition' || (effect.effect === 'override' && effect.itbxCodes.length > 0);

const markOf = (from: GroundSource['from'], versionId: string, level: string | null = null): string =>
  [from, versionId, level ?? '*'].join(' ');

/**
 * What the ground must be cut along so that every piece has one verdict for every activity: only overlays that some rule
 * set lets forbid or change something. Levels without such a rule are left out, because they would only cost time.
 */
export function sourcesOfGround(
  versions: readonly VersionFact[],
  ruleSets: readonly RuleSet[],
  limits: readonly VersionLimits[],
): GroundSource[] {
  const limitsOf = (versionId: string) => limits.find((row) => row.versionId === versionId);
  const sources: GroundSource[] = [];
  for (const { kind, theme, version_id: versionId, special_fields: fields } of versions) {
    const isLimiting = kind === 'zones' && fields.length > 0;
    const ruling =
      kind !== 'overlay' || theme === null
        ? []
        : ruleSets.flatMap((set) => set.overlayEffects.get(theme) ?? []).filter(isRuling);
    const levels = [...new Set(ruling.map((effect) => effect.levelCode))].sort();
    for (const level of levels) {
      const one = level === '' ? null : level;
      sources.push({
        mark: markOf('overlay', versionId, one),
        versionId,
        from: 'overlay',
        levels: one === null ? null : [one],
      });
    }
    if (levels.length > 0 && limitsOf(versionId)?.hasCoverage)
      sources.push({ mark: markOf('coverage', versionId), versionId, from: 'coverage', levels: null });
    if ((levels.length > 0 || isLimiting) && limitsOf(versionId)?.hasSetAside)
      sources.push({ mark: markOf('set_aside', versionId), versionId, from: 'set_aside', levels: null });
  }
  return sources;
}

/**
 * The facts of any point on this ground, as far as verdicts ask for them: so that the same functions decide here and at
 * a place.
 */
export function factsOnGround(
  share: GroundShare,
  versions: readonly VersionFact[],
  sources: readonly GroundSource[],
): Facts {
  const here = sources.filter((source) => share.marks.includes(source.mark));
  const isLimited = (versionId: string): boolean =>
    sources.some((source) => source.from === 'coverage' && source.versionId === versionId);
  const themeOf = (versionId: string): string =>
    versions.find((version) => version.version_id === versionId)?.theme ?? '';
  return {
    versions: versions.map((version) => ({
      ...version,
      covers:
        !isLimited(version.version_id) ||
        here.some((source) => source.from === 'coverage' && source.versionId === version.version_id),
    })),
    zones: [zoneOn(share)],
    overlays: here
      .filter((source) => source.from === 'overlay')
      .map(({ versionId, levels }) => ({
        version_id: versionId,
        theme: themeOf(versionId),
        level_code: levels?.[0] ?? '',
        name: themeOf(versionId),
        is_demo: false,
      })),
    setAside: here
      .filter((source) => source.from === 'set_aside')
      .map(({ versionId }) => ({ version_id: versionId, feature_no: 0, reason: 'setAside' })),
    rtrw: versions
      .filter((version) => version.kind === 'rtrw')
      .map((version) => ({ ...zoneOn(share), version_id: version.version_id })),
    admin: [],
    nearZones: [],
    nearOverlays: [],
    zonePieces: [],
    parcels: [],
    parcelZones: [],
    parcelOverlays: [],
    roads: [],
    utilities: [],
    sum: null,
    failed: new Set(),
  };
}

/** The zone of a piece, as far as it is known. */
export const zoneOn = ({ versionId, code, kodunk, special }: GroundShare): ZoneFact => ({
  version_id: versionId,
  feature_no: 0,
  code,
  special: { ...special },
  kodzon: null,
  namzon: null,
  kodszn: null,
  namszn: null,
  namobj: null,
  kodwp: null,
  kodswp: null,
  kodblk: null,
  kodsbl: null,
  wadmkc: null,
  wadmkd: null,
  remark: null,
  kodunk,
  stated_area_ha: null,
  is_demo: false,
  interior: true,
});
