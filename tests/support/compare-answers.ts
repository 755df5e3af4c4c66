import type { Answer, Part } from '#domain/zoning/answer';

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
  // What lies elsewhere on a parcel is only known where parcels are.
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
    same('verdict', verdictOf(part), verdictOf(other));
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

/** Distances are compared to centimetres, not to the last bit. */
const verdictOf = ({ verdict }: Part) =>
  verdict === null
    ? null
    : {
        ...verdict,
        nearby: verdict.nearby.flatMap(({ parcelPct: _, distanceM, ...near }) =>
          distanceM === null ? [] : [{ ...near, distanceM: distanceM.toFixed(1) }],
        ),
      };
