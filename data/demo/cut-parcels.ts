import type { Point } from './curves.ts';
import type { Polygon } from './geos.ts';
import { type Random, randomOf } from './random.ts';
import { type Ring, ringArea, splitByLine, turnedBox } from './split-polygon.ts';

/** How a zone is parcelled: wanted frontage and depth in metres, and the bounds of a parcel in m². */
export type ParcelStyle = { frontM: number; depthM: number; leastM2: number; mostM2: number };

const style = (frontM: number, depthM: number, leastM2: number, mostM2: number): ParcelStyle => ({
  frontM,
  depthM,
  leastM2,
  mostM2,
});

/** Zones without an entry (forest, fields, water, roads) are not parcelled. Demo values. */
export const PARCEL_STYLES: Readonly<Record<string, ParcelStyle>> = {
  'R-1': style(8.5, 16, 60, 400),
  'R-2': style(11, 20, 62, 700),
  'R-3': style(15, 26, 80, 1000),
  'R-4': style(18, 34, 120, 1500),
  'R-5': style(26, 46, 200, 1950),
  'K-1': style(26, 45, 150, 12_000),
  'K-2': style(18, 34, 120, 8000),
  'K-3': style(17, 30, 80, 4000),
  'C-1': style(26, 45, 150, 12_000),
  'C-2': style(18, 34, 120, 8000),
  'C-3': style(13, 26, 80, 4000),
  KT: style(45, 55, 300, 30_000),
  'SPU-1': style(140, 120, 500, 80_000),
  'SPU-2': style(70, 80, 300, 40_000),
  'SPU-3': style(45, 50, 200, 20_000),
  'SPU-4': style(28, 34, 100, 15_000),
  SIKM: style(28, 45, 300, 20_000),
  KPI: style(85, 110, 1000, 90_000),
  'PL-6': style(60, 80, 500, 60_000),
  CB: style(40, 50, 200, 20_000),
  TR: style(90, 90, 400, 60_000),
  'PL-1': style(80, 80, 300, 40_000),
  'PL-2': style(120, 120, 300, 60_000),
  'PL-3': style(120, 120, 300, 60_000),
  'PL-4': style(120, 120, 300, 60_000),
};

/** Cuts off stretches across the long side until the rest is not much longer than wide. */
function chunksOf(ring: Ring, longestShare: number, depth = 0): Ring[] {
  const box = turnedBox(ring);
  if (box.long <= Math.max(box.short, 20) * longestShare || depth > 7) return [ring];
  const across: Point = [-box.axis[1], box.axis[0]];
  return splitByLine(ring, box.centre, across).flatMap((piece) => chunksOf(piece, longestShare, depth + 1));
}

/** Cuts a row of ground into parcels side by side, at about the wanted frontage. */
function sideBySide(row: Ring, wanted: ParcelStyle, random: Random): Ring[] {
  const box = turnedBox(row);
  const area = Math.abs(ringArea(row));
  const front = Math.max(wanted.frontM, (wanted.leastM2 * 1.35 * box.long) / area);
  const byArea = Math.ceil(area / (wanted.mostM2 * 0.8));
  const count = Math.max(1, byArea, Math.round(box.long / front));
  const across: Point = [-box.axis[1], box.axis[0]];
  const parcels: Ring[] = [];
  let rest = [row];
  for (let cut = 1; cut < count; cut += 1) {
    const share = (cut + random.between(-0.13, 0.13)) / count - 0.5;
    const at: Point = [
      box.centre[0] + box.axis[0] * box.long * share,
      box.centre[1] + box.axis[1] * box.long * share,
    ];
    const next: Ring[] = [];
    for (const piece of rest) {
      const halves = splitByLine(piece, at, across);
      if (halves.some((half) => Math.abs(ringArea(half)) < wanted.leastM2)) next.push(piece);
      else {
        for (const half of halves) {
          const [x, y] = half[0] as Point;
          let sum = 0;
          for (const [px, py] of half) sum += (px - x) * box.axis[0] + (py - y) * box.axis[1];
          const middle = sum / half.length + (x - at[0]) * box.axis[0] + (y - at[1]) * box.axis[1];
          if (middle < 0) parcels.push(half);
          else next.push(half);
        }
      }
    }
    rest = next;
  }
  return [...parcels, ...rest];
}

const closed = (ring: Ring): Polygon => {
  const turned = ringArea(ring) < 0 ? [...ring].reverse() : ring;
  const snapped: number[] = [];
  for (const [x, y] of turned) {
    const px = Math.round(x * 100);
    const py = Math.round(y * 100);
    const last = snapped.length;
    if (last === 0 || snapped[last - 2] !== px || snapped[last - 1] !== py) snapped.push(px, py);
  }
  if (snapped[0] !== snapped[snapped.length - 2] || snapped[1] !== snapped[snapped.length - 1]) {
    snapped.push(snapped[0] as number, snapped[1] as number);
  }
  return [Float64Array.from(snapped)];
};

/**
 * Parcels of one block: it is cut into stretches, each stretch into two rows back to back, each row into parcels.
 * @param block polygon in integer centimetres; blocks with a hole are left whole
 * @returns closed rings in integer centimetres; ground too small for a parcel of its own is left out
 */
export function cutParcels(block: Polygon, wanted: ParcelStyle, seed: number): Polygon[] {
  const outer = block[0] as Float64Array;
  if (block.length > 1) return [];
  const random = randomOf(seed, `parcels ${outer[0]} ${outer[1]}`);
  const ring: Ring = [];
  for (let at = 0; at + 3 < outer.length; at += 2)
    ring.push([(outer[at] as number) / 100, (outer[at + 1] as number) / 100]);
  const rows = chunksOf(ring, 2.3).flatMap((chunk) => {
    const box = turnedBox(chunk);
    return box.short > wanted.depthM * 1.5 ? splitByLine(chunk, box.centre, box.axis) : [chunk];
  });
  const parcels: Ring[] = [];
  for (const row of rows) {
    if (Math.abs(ringArea(row)) < wanted.leastM2) continue;
    for (const parcel of sideBySide(row, wanted, random)) {
      const area = Math.abs(ringArea(parcel));
      if (area < wanted.leastM2) continue;
      if (area <= wanted.mostM2) parcels.push(parcel);
      else {
        for (const smaller of sideBySide(parcel, { ...wanted, frontM: Number.MAX_SAFE_INTEGER }, random)) {
          const left = Math.abs(ringArea(smaller));
          if (left >= wanted.leastM2 && left <= wanted.mostM2) parcels.push(smaller);
        }
      }
    }
  }
  return parcels.map(closed);
}
