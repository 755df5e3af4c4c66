import { expect, test } from 'vitest';
import { classifyEdges } from '#domain/building/classify-edges';
import type { RoadShape } from '#domain/building/ground';
import type { Line, Point } from '#domain/building/plane';

/** A star of long spikes: every edge is hundreds of metres long and near every other. */
function star(corners: number, radiusM: number): Line {
  const ring = Array.from({ length: corners }, (_, index): Point => {
    const angle = (2 * Math.PI * index) / corners;
    const radius = index % 2 === 0 ? radiusM : radiusM / 20;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return [...ring, ring[0] as Point];
}

/** Winding roads through all of it. */
const roads = Array.from(
  { length: 60 },
  (_, number): RoadShape => ({
    version_id: 'v',
    feature_no: number,
    name: null,
    road_class: 'lokal',
    row_width_m: number % 2 === 0 ? null : 12,
    axis: [
      Array.from({ length: 60 }, (_, at): [number, number] => [
        -900 + at * 30,
        -900 + number * 30 + 10 * Math.sin(at * 2),
      ]),
    ],
  }),
);

test('the edges of the worst outline that may be drawn do not hold the process', () => {
  const outline = [[star(400, 790)]];
  const before = process.cpuUsage();
  expect(classifyEdges(outline, roads).length).toBeGreaterThan(100);
  const spent = process.cpuUsage(before);
  // Seconds of this process, not of the clock: the machine may be busy with others.
  expect((spent.user + spent.system) / 1e6).toBeLessThan(3);
}, 60_000);
