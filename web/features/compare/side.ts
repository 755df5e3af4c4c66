import { isPlan } from '#domain/zoning/is-plan';
import type { Legend, LegendLayer } from '#domain/zoning/legend';

/** What one side of the comparison shows. */
export interface Side {
  /** `YYYY-MM-DD`; null = the date of the page. */
  readonly on: string | null;
  /** One plan or overlay by layer id; null = the layers that the page shows. */
  readonly layerId: string | null;
}

export interface Comparison {
  readonly left: Side;
  readonly right: Side;
  /** Where the divider stands, percent of the map from the left. */
  readonly at: number;
}

const SAME: Side = { on: null, layerId: null };

/** `<day>.<layer>~<day>.<layer>~<percent>`; what cannot be read counts as not given. */
export function readComparison(state: string): Comparison {
  const [left = '', right = '', at = ''] = state.split('~');
  const percent = Number(at);
  return {
    left: readSide(left),
    right: readSide(right),
    at: at !== '' && percent >= 0 && percent <= 100 ? percent : 50,
  };
}

function readSide(text: string): Side {
  const [, on = '', layerId = ''] = /^(\d{4}-\d{2}-\d{2})?(?:\.(.+))?$/.exec(text) ?? [];
  return { on: on || null, layerId: layerId || null };
}

export const writeComparison = ({ left, right, at }: Comparison): string =>
  [writeSide(left), writeSide(right), String(Math.round(at))].join('~');

const writeSide = ({ on, layerId }: Side): string => `${on ?? ''}${layerId === null ? '' : `.${layerId}`}`;

/** Nothing is chosen yet: the detail plan beside the general plan, when there are both. */
export function firstComparison(legend: Legend | undefined): Comparison {
  const general = legend?.layers.find((layer) => layer.kind === 'rtrw' && layer.isDrawn);
  return { left: SAME, right: { on: null, layerId: general?.layerId ?? null }, at: 50 };
}

/** Plans and overlays that a side can show. */
export const choices = (legend: Legend | undefined): LegendLayer[] =>
  (legend?.layers ?? []).filter((layer) => layer.isDrawn && (isPlan(layer.kind) || layer.kind === 'overlay'));

/**
 * The layers of a side: a plan stands alone, an overlay lies on what the page shows.
 *
 * @param usual the layers that the page shows on the side's date
 */
export function layersOfSide(
  { layerId }: Side,
  legend: Legend,
  usual: readonly LegendLayer[],
): readonly LegendLayer[] {
  const chosen = legend.layers.find((layer) => layer.layerId === layerId && layer.isDrawn);
  if (chosen === undefined) return usual;
  if (chosen.kind === 'overlay')
    return usual.some((layer) => layer.layerId === layerId) ? usual : [...usual, chosen];
  const others = usual.filter((layer) => layer.kind !== 'zones' && layer.kind !== 'rtrw');
  return [chosen, ...others];
}

/** Where the divider goes with a key; null when the key does not move it. */
export function moveByKey(key: string, at: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 2,
    ArrowDown: at - 2,
    ArrowRight: at + 2,
    ArrowUp: at + 2,
    PageDown: at - 10,
    PageUp: at + 10,
    Home: 0,
    End: 100,
  };
  const next = steps[key];
  return next === undefined ? null : Math.min(100, Math.max(0, next));
}
