import { groupBy } from '../group-by.ts';
import type { OverlayEffect, RuleSet } from '../rules/rule-set.ts';
import type { Answer, NoDataReason, Part, ThemeRow } from './answer.ts';
import { type Facts, rulesFound, type VersionFact } from './facts.ts';
import { type Finding, failed, findOverlay, type Theme, versionOf } from './find-overlay.ts';
import { effectsOf, type OverlayHere, unregistered } from './overlay-on-part.ts';
import { hasRoadAside } from './road-aside.ts';
import { isThemeCode, THEMES } from './theme.ts';
import { THEME_TITLES_ID } from './theme-titles-id.ts';

type Partition = Answer['themes'];
export interface ThemeInput {
  readonly coverage: Answer['coverage'];
  readonly sliverThresholdM2: number;
  readonly facts: Facts;
  readonly overlays: readonly OverlayHere[];
  readonly parts: readonly Part[];
  readonly ruleSets: readonly RuleSet[];
  readonly day: string;
  /** Area of the asked polygon, m²; null for a point. */
  readonly areaM2: number | null;
  readonly activityName: (effect: OverlayEffect) => string | null;
}

/**
 * Puts every theme of the registry in exactly one of concerned, not concerned, no data.
 * "Not concerned" needs a published layer (or an official field of the plan itself) that speaks about this ground.
 */
export function decideThemes(input: ThemeInput): Partition {
  const partition: Partition = { concerned: [], notConcerned: [], noData: [] };
  for (const theme of THEMES) {
    const found =
      theme.field === null ? findBase(theme, input) : findOverlay(theme, input.facts, input.overlays);
    const finding = withinCity(found, input);
    partition[finding.state].push(
      toRow(theme.code, THEME_TITLES_ID[theme.code], theme.order, finding, input),
    );
  }
  // Hundreds of rows of a plan may carry one code: a name is told once.
  const others = groupBy(unregistered(input.overlays), ({ theme, name }) => `${theme} ${name}`);
  for (const overlays of others.values()) {
    const [overlay] = overlays;
    if (overlay === undefined) continue;
    const version = versionOf(overlay, input.facts);
    const finding: Finding = { state: 'concerned', reason: null, version, overlays };
    partition.concerned.push(toRow(overlay.theme, overlay.name, 900, finding, input));
  }
  return partition;
}

function findBase(theme: Theme, input: ThemeInput): Finding {
  const { facts, parts } = input;
  const of = (kind: VersionFact['kind']) => facts.versions.filter((version) => version.kind === kind);
  const rules = rulesFound(facts);
  const isRule = theme.code === 'intensitas' || theme.code === 'tata-bangunan' || theme.code === 'kegiatan';
  if (isRule && (facts.failed.has('rules') || facts.failed.has('zone'))) return failed(rules[0]);
  switch (theme.code) {
    case 'pola-ruang':
      if (facts.failed.has('zone')) return failed(of('zones')[0]);
      return present(facts.zones.length > 0, of('zones'), facts, 'outsideCoverage');
    case 'rtrw':
      if (facts.failed.has('zone')) return failed(of('rtrw')[0]);
      return present(facts.rtrw.length > 0, of('rtrw'), facts, 'outsideCoverage');
    case 'intensitas':
      return present(
        parts.some((part) => part.figures.some((figure) => figure.status !== 'notSet')),
        rules,
        facts,
        'notMapped',
      );
    case 'tata-bangunan':
      return present(
        parts.some((part) => part.setbacks.some((setback) => setback.status !== 'notSet')),
        rules,
        facts,
        'notMapped',
      );
    case 'kegiatan':
      return present(
        parts.some((part) => part.itbx.length > 0),
        rules,
        facts,
        'notMapped',
      );
    case 'jaringan-jalan':
      return facts.failed.has('road')
        ? failed(of('road')[0])
        : network(facts.roads.length > 0 && !hasRoadAside(facts), of('road'), facts);
    case 'jaringan-utilitas':
      if (facts.notCarried?.has('utility')) return notCarried(of('utility')[0]);
      return facts.failed.has('utility')
        ? failed(of('utility')[0])
        : network(facts.utilities.length > 0, of('utility'), facts);
    default:
      if (facts.notCarried?.has('parcel')) return notCarried(of('parcel')[0]);
      return facts.failed.has('parcel')
        ? failed(of('parcel')[0])
        : network(facts.parcels.length > 0, of('parcel'), facts);
  }
}

/**
 * Layers of this city say nothing about ground outside it, and on a day without any version nothing speaks at all:
 * neither is "not concerned".
 */
function withinCity(finding: Finding, { coverage, facts }: ThemeInput): Finding {
  if (finding.state === 'noData' && facts.versions.length === 0) return { ...finding, reason: 'notInForce' };
  const isOutside = coverage === 'outsideCity' || coverage === 'partlyOutside';
  if (!isOutside || finding.state === 'concerned') return finding;
  if (finding.state === 'noData' && coverage === 'partlyOutside') return finding;
  return { state: 'noData', reason: 'outsideCity', version: finding.version, overlays: [] };
}

/** What an offline pack leaves out; where the city has no such layer at all, that is the reason. */
const notCarried = (version: VersionFact | undefined): Finding => ({
  state: 'noData',
  reason: version === undefined ? 'notMapped' : 'notCarried',
  version: version ?? null,
  overlays: [],
});

/** Base rules: without a row there is no data; their absence is never "no restriction". */
function present(
  found: boolean,
  versions: readonly VersionFact[],
  facts: Facts,
  absent: NoDataReason,
): Finding {
  const version = versions[0] ?? null;
  if (found) return { state: 'concerned', reason: null, version, overlays: [] };
  const aside = facts.setAside.some((row) =>
    versions.some((candidate) => candidate.version_id === row.version_id),
  );
  return {
    state: 'noData',
    reason: aside ? 'invalidGeometry' : version === null ? 'notMapped' : absent,
    version,
    overlays: [],
  };
}

function network(found: boolean, versions: readonly VersionFact[], facts: Facts): Finding {
  const version = versions.find((one) => one.covers) ?? versions[0] ?? null;
  if (found) return { state: 'concerned', reason: null, version, overlays: [] };
  if (version !== null && facts.failed.has('set_aside')) return failed(version);
  const aside = facts.setAside.some((row) => versions.some((one) => one.version_id === row.version_id));
  if (aside) return { state: 'noData', reason: 'invalidGeometry', version, overlays: [] };
  if (version === null) return { state: 'noData', reason: 'notMapped', version, overlays: [] };
  if (!version.covers) return { state: 'noData', reason: 'outsideCoverage', version, overlays: [] };
  return { state: 'notConcerned', reason: null, version, overlays: [] };
}

/** Rows of themes that nothing lies on say the same for every place, as long as the version is in force. */
const plainRows = new WeakMap<VersionFact, Map<string, ThemeRow>>();

/** The result may be shared between answers: it must not be changed. */
function toRow(code: string, title: string, order: number, finding: Finding, input: ThemeInput): ThemeRow {
  const { version, overlays, reason } = finding;
  if (version === null || overlays.length > 0) return makeRow(code, title, order, finding, input);
  const ofVersion = plainRows.get(version) ?? new Map<string, ThemeRow>();
  plainRows.set(version, ofVersion);
  const key = `${code} ${reason}`;
  const row = ofVersion.get(key) ?? makeRow(code, title, order, finding, input);
  ofVersion.set(key, row);
  return row;
}

function makeRow(code: string, title: string, order: number, finding: Finding, input: ThemeInput): ThemeRow {
  const { areaM2 } = input;
  return {
    code,
    title,
    order,
    layerId: finding.version?.layer_id ?? null,
    versionId: finding.version?.version_id ?? null,
    reason: finding.reason,
    areas: finding.overlays.map((overlay) => {
      const part = overlay.fact?.part_m2 ?? overlay.zone?.part_m2 ?? null;
      return {
        name: overlay.name,
        levelCode: overlay.levelCode,
        areaM2: part,
        sharePct: part === null || areaM2 === null ? null : (part / areaM2) * 100,
        lengthM: null,
        isSliver: part !== null && part < input.sliverThresholdM2,
      };
    }),
    effects: effectsOf(finding.overlays, input.ruleSets, input.day).map((effect) =>
      tellEffect(effect, input.activityName),
    ),
  };
}

/** An effect of an overlay as answers tell it. */
export const tellEffect = (
  effect: OverlayEffect,
  activityName: ThemeInput['activityName'],
): ThemeRow['effects'][number] => ({
  effect: effect.effect,
  levelCode: effect.levelCode,
  measure: effect.measure,
  value: effect.value,
  unitAsPrinted: effect.unitAsPrinted,
  activityName: activityName(effect),
  body: effect.body,
  sourceId: effect.sourceId,
});

/** A theme's title in Indonesian; a theme outside the registry is called by its own overlay. */
export const titleOf = (theme: string, name: string): string =>
  isThemeCode(theme) ? THEME_TITLES_ID[theme] : name;
