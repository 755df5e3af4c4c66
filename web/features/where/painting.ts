import { severer } from '#domain/zoning/decide-activity';
import type { Itbx } from '#domain/zoning/itbx';
import type { WhereAllowed } from '#domain/zoning/where-allowed';
import type { OverlayPaint, ZonePaint } from '../../map/map-port.ts';

/** Fills of the five outcomes, as where.css names them; no plan prescribes any of them for a zone. */
export const OUTCOME_COLORS: Readonly<Record<Itbx, string>> = {
  I: '#2f9e62',
  T: '#e3a51a',
  B: '#7c6fe0',
  X: '#d4576b',
  unknown: '#9aa3a6',
};

/** The zones of a layer by the outcome of their code; a code whose ground differs unseen is never painted as a yes. */
export function zonePaint(zones: WhereAllowed['zones']): ZonePaint {
  const outcome = ({ isMixed, verdict }: WhereAllowed['zones'][number]): Itbx =>
    isMixed ? 'unknown' : verdict.governing;
  return {
    colors: new Map(zones.map((row) => [row.zone.code, OUTCOME_COLORS[outcome(row)]])),
    otherwise: OUTCOME_COLORS.unknown,
  };
}

/** An overlay by level. Two rulings on one level are one colour, that of the severer. */
export function overlayPaint(rulings: WhereAllowed['overlays']): OverlayPaint {
  const byLevel = new Map<string, Itbx>();
  for (const { levelCode, itbx } of rulings) {
    byLevel.set(levelCode, severer(byLevel.get(levelCode) ?? itbx, itbx));
  }
  return {
    levels: [...byLevel].map(([level, itbx]) => ({
      level,
      color: OUTCOME_COLORS[itbx],
      isSolid: itbx === 'X',
    })),
  };
}
