import type { Line } from './curves.ts';
import type { DemoUtility } from './demo-city.ts';
import type { Landscape } from './landscape.ts';
import type { RoadClass } from './road-class.ts';
import type { RoadEdge } from './road-graph.ts';

/** Which road classes carry which network, and how far beside the centre line it runs (cm east, cm north). Demo values. */
const NETWORKS: readonly {
  network: string;
  classes: readonly RoadClass[];
  aside: [number, number];
  name: string;
}[] = [
  {
    network: 'air minum',
    classes: ['arteri', 'kolektor', 'lokal'],
    aside: [260, 260],
    name: 'Jaringan distribusi air minum',
  },
  { network: 'listrik', classes: ['arteri', 'kolektor', 'lokal'], aside: [-310, 310], name: 'SUTM' },
  {
    network: 'drainase',
    classes: ['arteri', 'kolektor', 'lokal'],
    aside: [330, -330],
    name: 'Drainase sekunder',
  },
  { network: 'telekomunikasi', classes: ['arteri', 'kolektor'], aside: [-420, -420], name: 'Serat optik' },
  { network: 'air limbah', classes: ['arteri'], aside: [150, -150], name: 'Pipa induk air limbah' },
  { network: 'gas', classes: ['arteri'], aside: [-190, 190], name: 'Pipa gas' },
];

/** Edges of one street, end to end, become longer lines. */
function joinEdges(edges: readonly RoadEdge[]): { line: Line; class: RoadClass }[] {
  const joined: { line: Line; class: RoadClass; source: number }[] = [];
  for (const edge of edges) {
    const last = joined[joined.length - 1];
    const end = last?.line[last.line.length - 1];
    const [x, y] = edge.line[0] as [number, number];
    if (
      last !== undefined &&
      end !== undefined &&
      last.source === edge.source &&
      end[0] === x &&
      end[1] === y
    ) {
      last.line = [...last.line, ...edge.line.slice(1)];
    } else joined.push({ line: [...edge.line], class: edge.class, source: edge.source });
  }
  return joined;
}

/** Networks along the roads, and drains along the rivers. All fictional. */
export function layUtilities(land: Landscape, edges: readonly RoadEdge[]): DemoUtility[] {
  const streets = joinEdges(edges);
  const laid = NETWORKS.flatMap(({ network, classes, aside, name }) =>
    streets
      .filter((street) => classes.includes(street.class))
      .map(({ line }) => ({
        network,
        name: `${name} (contoh)`,
        line: line.map(([x, y]): [number, number] => [x + aside[0], y + aside[1]]),
      })),
  );
  const drains = land.rivers.map((river) => ({
    network: 'drainase',
    name: `Drainase primer ${river.name}`,
    line: river.line.map(([x, y]): [number, number] => [Math.round(x * 100), Math.round(y * 100)]),
  }));
  return [...laid, ...drains];
}
