import type { MapLabel } from '../sheet/sheet.ts';

/** Half of what a letter takes of the paper, in millimetres, and half of the height of its line. */
const HALF_MM = { zone: { letter: 0.75, line: 1.4 }, road: { letter: 0.6, line: 1.1 } } as const;

type Named = MapLabel & { readonly kind: 'zone' | 'road' };
const isNamed = (label: MapLabel): label is Named => label.kind === 'zone' || label.kind === 'road';

/**
 * Leaves a code out that would stand in the name of a road, where the same code is read elsewhere on the map. One that stands
 * nowhere else stays: in black and white nothing else says which zone it is.
 */
export function spaceLabels(labels: readonly MapLabel[]): MapLabel[] {
  const roads = labels.filter(({ kind }) => kind === 'road');
  const left = new Map<string, number>();
  for (const { kind, text } of labels) if (kind === 'zone') left.set(text, (left.get(text) ?? 0) + 1);
  return labels.filter((label) => {
    const count = left.get(label.text) ?? 0;
    if (label.kind !== 'zone' || count < 2 || !roads.some((road) => touches(label, road))) return true;
    left.set(label.text, count - 1);
    return false;
  });
}

function touches(one: MapLabel, other: MapLabel): boolean {
  if (!isNamed(one) || !isNamed(other)) return false;
  const half = ({ kind, text }: Named): number => HALF_MM[kind].letter * text.length;
  return (
    Math.abs(one.x - other.x) < half(one) + half(other) &&
    Math.abs(one.y - other.y) < HALF_MM[one.kind].line + HALF_MM[other.kind].line
  );
}
