import { describe, expect, it } from 'vitest';
import type { Line } from './curves.ts';
import { buildRoadGraph, componentsOf, type RoadLine } from './road-graph.ts';

const road = (line: Line, fixed = false): RoadLine => ({ line, class: 'lokal', name: '', fixed });
const oneLand = () => 0;

describe('the road graph', () => {
  it('makes a node of every crossing', () => {
    const edges = buildRoadGraph(
      [
        road(
          [
            [0, 50],
            [100, 50],
          ],
          true,
        ),
        road(
          [
            [50, 0],
            [50, 100],
          ],
          true,
        ),
      ],
      [0, 0],
      oneLand,
    );
    expect(edges).toHaveLength(4);
    expect(edges.every(({ line }) => line.some(([x, y]) => x === 5000 && y === 5000))).toBe(true);
  });

  it('lengthens a street to the road ahead of it', () => {
    const edges = buildRoadGraph(
      [
        road(
          [
            [0, 0],
            [0, 200],
          ],
          true,
        ),
        road(
          [
            [200, 100],
            [40, 100],
          ],
          true,
        ),
      ],
      [0, 60],
      oneLand,
    );
    expect(edges).toHaveLength(3);
    expect(new Set(componentsOf(edges)).size).toBe(1);
  });

  it('takes away short loose ends, but no main road', () => {
    const cross = [
      road(
        [
          [0, 0],
          [300, 0],
        ],
        true,
      ),
      road([
        [100, 0],
        [100, 30],
      ]),
    ];
    expect(buildRoadGraph(cross, [0, 0], oneLand).every(({ fixed }) => fixed)).toBe(true);
  });

  it('leaves out what hangs on nothing, per land mass', () => {
    const apart = [
      road(
        [
          [0, 0],
          [300, 0],
        ],
        true,
      ),
      road(
        [
          [0, 500],
          [200, 500],
        ],
        true,
      ),
    ];
    expect(buildRoadGraph(apart, [0, 0], oneLand)).toHaveLength(1);
    expect(buildRoadGraph(apart, [0, 0], ([, y]) => (y > 20_000 ? 1 : 0))).toHaveLength(2);
  });
});
