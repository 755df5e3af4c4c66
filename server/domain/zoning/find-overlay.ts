import type { NoDataReason } from './answer.ts';
import type { Facts, VersionFact } from './facts.ts';
import type { OverlayHere } from './overlay-on-part.ts';
import type { THEMES } from './theme.ts';

export type Theme = (typeof THEMES)[number];

/** What is known of one theme at the place. */
export interface Finding {
  readonly state: 'concerned' | 'notConcerned' | 'noData';
  readonly reason: NoDataReason | null;
  readonly version: VersionFact | null;
  readonly overlays: readonly OverlayHere[];
}

/** Whether an overlay theme lies on the place, by the layers of its own and by the official field of zone rows. */
export function findOverlay(theme: Theme, facts: Facts, overlays: readonly OverlayHere[]): Finding {
  const here = overlays.filter((overlay) => overlay.theme === theme.code);
  const layers = layersOf(theme, facts);
  const [first] = here;
  if (first !== undefined)
    return { state: 'concerned', reason: null, version: versionOf(first, facts), overlays: here };
  // Zone rows may carry the theme too, so a failed zone source leaves it as open as a failed overlay source.
  if (hasFailed(facts) || (facts.failed.has('zone') && layers.length === 0)) return failed(layers[0]);
  const silent = silencedLayer(theme, facts);
  if (silent !== undefined)
    return { state: 'noData', reason: 'invalidGeometry', version: silent, overlays: [] };
  const speaking = layers.find((layer) => layer.covers);
  if (speaking !== undefined) return { state: 'notConcerned', reason: null, version: speaking, overlays: [] };
  const plan = planThatSpeaks(theme, facts);
  if (plan !== undefined) return { state: 'notConcerned', reason: null, version: plan, overlays: [] };
  const reason = layers.length > 0 ? 'outsideCoverage' : 'notMapped';
  return { state: 'noData', reason, version: layers[0] ?? null, overlays: [] };
}

/** The layers in force that are made for this theme. */
export const layersOf = (theme: Theme, facts: Facts): VersionFact[] =>
  facts.versions.filter((version) => version.kind === 'overlay' && version.theme === theme.code);

/** Whether overlays, or what was set aside of them, could not be read. */
export const hasFailed = ({ failed: sources }: Facts): boolean =>
  sources.has('overlay') || sources.has('set_aside');

/** Whether the rows of a plan have a column for the theme. */
export const hasField = ({ field }: Theme, version: VersionFact | undefined): boolean =>
  field !== null && version?.kind === 'zones' && version.special_fields.includes(field);

/** A layer that could tell of the theme and of which a polygon was set aside here: what it said nobody knows. */
export function silencedLayer(theme: Theme, facts: Facts): VersionFact | undefined {
  const telling = [
    ...layersOf(theme, facts),
    ...facts.versions.filter((version) => hasField(theme, version)),
  ];
  return telling.find(({ version_id: id }) => facts.setAside.some((aside) => aside.version_id === id));
}

/**
 * The zone layer speaks for a theme where its source had the official field and its zones cover the whole place: ground
 * without a zone is ground the plan says nothing about.
 */
const planThatSpeaks = (theme: Theme, facts: Facts): VersionFact | undefined =>
  facts.versions.find((version) => hasField(theme, version) && coversThePlace(version, facts));

/** Below this a gap between zones and the place is the noise of two borders, m². */
const NOISE_M2 = 1;

function coversThePlace({ version_id: versionId }: VersionFact, facts: Facts): boolean {
  const zones = facts.zones.filter((zone) => zone.version_id === versionId);
  if (zones.length === 0) return false;
  if (facts.sum === null) return true;
  const zonedM2 = zones.reduce((total, zone) => total + (zone.part_m2 ?? 0), 0);
  return zonedM2 >= facts.sum.area_m2 - NOISE_M2;
}

/** A failed source is never "no restriction". */
export const failed = (version: VersionFact | undefined): Finding => ({
  state: 'noData',
  reason: 'sourceFailed',
  version: version ?? null,
  overlays: [],
});

/** The version that an overlay is of. */
export function versionOf(overlay: OverlayHere, facts: Facts): VersionFact | null {
  const id = overlay.fact?.version_id ?? overlay.zone?.version_id;
  return facts.versions.find((version) => version.version_id === id) ?? null;
}
