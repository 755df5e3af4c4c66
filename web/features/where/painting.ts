import { severer } from '#domain/zoning/decide-activity';
import type { Itbx } from '#domain/zoning/itbx';
import type { WhereAllowed } from '#domain/zoning/where-allowed';
import type { OverlayPaint, PaintedFill, ZonePaint } from '../../map/map-port.ts';

/**
 * Fills of the five outcomes, in the colours that where.css names; no plan prescribes any of them for a zone. Only what
 * is permitted without more is plain: who sees no colours sees a pattern wherever there is something to read first.
 */
export const OUTCOME_FILLS: Readonly<Record<Itbx, PaintedFill>> = {
  I: { color: '#2f9e62', hatch: null, ink: 'light' },
  T: { color: '#e3a51a', hatch: 'dots', ink: 'dark' },
  B: { color: '#7c6fe0', hatch: 'rising', ink: 'light' },
  X: { color: '#d4576b', hatch: 'net', ink: 'light' },
  unknown: { color: '#9aa3a6', hatch: 'dashes', ink: 'dark' },
};

/** The zones of a layer by the outcome of their code; a code whose ground differs unseen is never painted as a yes. */
export function zonePaint(zones: WhereAllowed['zones']): ZonePaint {
  const outcome = ({ isMixed, verdict }: WhereAllowed['zones'][number]): Itbx =>
    isMixed ? 'unknown' : verdict.governing;
  return {
    fills: new Map(zones.map((row) => [row.zone.code, OUTCOME_FILLS[outcome(row)]])),
    otherwise: OUTCOME_FILLS.unknown,
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
      fill: OUTCOME_FILLS[itbx],
      isSolid: itbx === 'X',
    })),
  };
}
