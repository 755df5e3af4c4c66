import type { OverlayEffect, RuleSet } from '../rules/rule-set.ts';
import type { Facts, VersionFact, ZoneFact } from './facts.ts';
import { isNamed, isSameLevel } from './overlay-on-part.ts';

/** What ground is cut along: where an overlay lies, where it speaks at all, where polygons were set aside. */
export interface GroundSource {
  /** Written on each piece that lies in it. */
  readonly mark: string;
  readonly versionId: string;
  /** `unnamed`: an overlay of levels that a rule set does not name, though it names others. */
  readonly from: 'overlay' | 'unnamed' | 'coverage' | 'set_aside';
  /** Overlay: only these levels; null = every level. */
  readonly levels: readonly string[] | null;
  /** Of every level: one that no other source stands for. */
  readonly rest?: string;
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
  /** The levels of an overlay's areas. */
  readonly levels: readonly string[];
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
  return versions.flatMap(({ kind, theme, version_id: versionId, special_fields: fields }) => {
    const of = limits.find((row) => row.versionId === versionId);
    const levels =
      kind === 'overlay' && theme !== null ? sourcesOfLevels(versionId, theme, ruleSets, of) : [];
    const beside = (from: 'coverage' | 'set_aside'): GroundSource => ({
      mark: markOf(from, versionId),
      versionId,
      from,
      levels: null,
    });
    const isRuled = kind === 'overlay' && ruleSets.some((set) => rulingOf(set, theme).length > 0);
    const isLimiting = kind === 'zones' && fields.length > 0;
    return [
      ...levels,
      ...(isRuled && of?.hasCoverage ? [beside('coverage')] : []),
      ...((isRuled || isLimiting) && of?.hasSetAside ? [beside('set_aside')] : []),
    ];
  });
}

const rulingOf = (ruleSet: RuleSet, theme: string | null): OverlayEffect[] =>
  (theme === null ? [] : (ruleSet.overlayEffects.get(theme) ?? [])).filter(isRuling);

/** All of a layer, where a rule is for every level; each level of its own rules; and those that some rule set leaves open. */
function sourcesOfLevels(
  versionId: string,
  theme: string,
  ruleSets: readonly RuleSet[],
  limits: VersionLimits | undefined,
): GroundSource[] {
  const ruling = ruleSets.flatMap((set) => rulingOf(set, theme));
  const named: GroundSource[] = [];
  const open = new Map<string, [string, ...string[]]>();
  const rest: string[] = [];
  for (const level of [...(limits?.levels ?? [])].sort()) {
    const leavingOpen = ruleSets.filter(
      (set) => rulingOf(set, theme).length > 0 && !isNamed({ theme, levelCode: level }, set),
    );
    const key = leavingOpen.map((set) => set.layerId).join(' ');
    const alike = open.get(key);
    if (ruling.some((effect) => effect.levelCode !== '' && isSameLevel(effect.levelCode, level)))
      named.push({ mark: markOf('overlay', versionId, level), versionId, from: 'overlay', levels: [level] });
    else if (leavingOpen.length === 0) rest.push(level);
    else if (alike === undefined) open.set(key, [level]);
    else alike.push(level);
  }
  const isForAll = ruling.some((effect) => effect.levelCode === '');
  const [other] = rest;
  return [
    ...(isForAll
      ? [
          {
            mark: markOf('overlay', versionId),
            versionId,
            from: 'overlay' as const,
            levels: null,
            ...(other !== undefined && { rest: other }),
          },
        ]
      : []),
    ...named,
    ...[...open.values()].map((levels) => ({
      mark: markOf('unnamed', versionId, levels[0]),
      versionId,
      from: 'unnamed' as const,
      levels,
    })),
  ];
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
      .filter((source) => isLevel(source) && !isTold(source, here))
      .map(({ versionId, levels, rest }) => ({
        version_id: versionId,
        theme: themeOf(versionId),
        level_code: levels?.[0] ?? rest ?? '',
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
    parcelGaps: [],
    roads: [],
    utilities: [],
    sum: null,
    failed: new Set(),
  };
}

const isLevel = ({ from }: GroundSource): boolean => from === 'overlay' || from === 'unnamed';

/** Ground of a level with a source of its own: rules for every level hold for that one. */
const isTold = (source: GroundSource, here: readonly GroundSource[]): boolean =>
  source.levels === null &&
  here.some((other) => isLevel(other) && other.levels !== null && other.versionId === source.versionId);

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
