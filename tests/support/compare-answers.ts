import type { Answer, Part } from '#domain/zoning/answer';
import type { Verdict } from '#domain/zoning/itbx';

/** Themes that an offline pack leaves out: it says "not carried" where the server speaks. */
const NOT_CARRIED = ['bidang-tanah', 'jaringan-utilitas'];

const zonesOf = ({ parts }: Answer): string[] => parts.map((part) => part.zone.code).sort();
const keyOf = (part: Part): string => `${part.layerId} ${part.featureNo}`;

/** Every zone that the answer names at the place: those that hold it and those within the tolerance of the map. */
export const zonesNamed = (answer: Answer): string[] =>
  [...new Set([...zonesOf(answer), ...answer.nearBorder.map(({ zone }) => zone.code)])].sort();

/** Which outcome each theme has, and why, but for those that a pack leaves out. */
function outcomes({ themes }: Answer, leftOut: readonly string[]): string[] {
  return Object.entries(themes)
    .flatMap(([state, rows]) =>
      rows.map((row) => `${row.code} ${state} ${row.reason} ${JSON.stringify(row.effects)}`),
    )
    .filter((line) => !leftOut.includes(line.split(' ')[0] ?? ''))
    .sort();
}

/**
 * Where an answer from a pack says something else than the server, as sentences; none when they agree. Numbers that
 * depend on the registered parcel may be open in the pack; whatever it states must be what the server states.
 */
export function disagreements(server: Answer, pack: Answer): string[] {
  const found: string[] = [];
  const same = (what: string, a: unknown, b: unknown): void => {
    if (JSON.stringify(a) !== JSON.stringify(b))
      found.push(`${what}: ${JSON.stringify(a)} ≠ ${JSON.stringify(b)}`);
  };
  same('coverage', server.coverage, pack.coverage);
  same('plan', server.plan, pack.plan);
  same('admin', server.admin, pack.admin);
  same('zones', zonesOf(server), zonesOf(pack));
  same('rtrw', server.rtrw, pack.rtrw);
  // The server measures roads from the parcel where one is registered, the pack from the place.
  const leftOut = server.parcels.length === 0 ? NOT_CARRIED : [...NOT_CARRIED, 'jaringan-jalan'];
  same('themes', outcomes(server, leftOut), outcomes(pack, leftOut));
  same('zones near', zonesNamed(server), zonesNamed(pack));
  for (const near of server.nearBorder) {
    const metres = pack.nearBorder
      .filter(({ zone }) => zone.code === near.zone.code)
      .map((one) => one.distanceM);
    if (!metres.some((one) => Math.abs(one - near.distanceM) < 0.05))
      found.push(`${near.zone.code}: ${metres}`);
  }
  // What lies elsewhere on a parcel is only known where parcels are; the pack says that they are not in it.
  const isLeftOut = pack.themes.noData.some(
    ({ code, reason }) => code === 'bidang-tanah' && reason === 'notCarried',
  );
  if (server.parcels.length > 0 && !isLeftOut) found.push('parcels: left out without a word');
  const isBeside = ({ distanceM }: { distanceM: number | null }) => distanceM !== null && distanceM > 0;
  const ofOverlays = ({ nearOverlays }: Answer) =>
    nearOverlays
      .filter(isBeside)
      .map(({ code, levelCode, effects }) => ({ code, levelCode, effects }))
      .sort((a, b) => `${a.code} ${a.levelCode}`.localeCompare(`${b.code} ${b.levelCode}`));
  same('overlays near', ofOverlays(server), ofOverlays(pack));
  for (const near of server.nearOverlays.filter(isBeside)) {
    const other = pack.nearOverlays.find(
      ({ code, levelCode }) => code === near.code && levelCode === near.levelCode,
    );
    const metres = other?.distanceM ?? Infinity;
    if (Math.abs(metres - (near.distanceM ?? 0)) > 0.05) found.push(`${near.name}: ${metres} m`);
  }
  const parts = new Map(pack.parts.map((part) => [keyOf(part), part]));
  for (const part of server.parts) {
    const other = parts.get(keyOf(part));
    if (other === undefined) {
      found.push(`no part ${keyOf(part)}`);
      continue;
    }
    same('verdict', verdictOf(part.verdict), verdictOf(other.verdict));
    same('other verdicts', part.otherVerdicts.map(verdictOf), other.otherVerdicts.map(verdictOf));
    if (server.parcels.length > 0) found.push(...unsaidOfParcel(part, other));
    same('activities', part.itbx, other.itbx);
    same('conditions', part.conditions, other.conditions);
    for (const figure of other.figures.filter(({ status }) => status === 'set')) {
      const own = part.figures.find(({ measure }) => measure === figure.measure);
      same(figure.measure, own?.governing, figure.governing);
    }
    if (server.parcels.length === 0) same('setbacks', part.setbacks.map(known), other.setbacks.map(known));
  }
  return found;
}

const known = ({ kind, roadClass, governingM, status }: Part['setbacks'][number]) => [
  kind,
  roadClass,
  governingM,
  status,
];

/** Distances are compared to centimetres, not to the last bit. What lies elsewhere on a parcel is compared by itself. */
const verdictOf = (verdict: Verdict | null) => {
  if (verdict === null) return null;
  const { onlyPoint: _, ...said } = verdict;
  return {
    ...said,
    nearby: verdict.nearby.flatMap(({ parcelPct: __, distanceM, ...near }) =>
      distanceM === null ? [] : [{ ...near, distanceM: distanceM.toFixed(1) }],
    ),
  };
};

/** What the server says of the rest of the parcel, the pack must say that nobody looked at. */
function unsaidOfParcel(server: Part, pack: Part): string[] {
  const own = [pack.verdict, ...pack.otherVerdicts];
  return [server.verdict, ...server.otherVerdicts].flatMap((verdict, index) =>
    verdict?.activityId == null || verdict.governing === 'X' || own[index]?.onlyPoint === true
      ? []
      : [`${verdict.activityName}: ${own[index]?.governing}, as if the whole parcel had been looked at`],
  );
}
