import { type Line, resample } from './curves.ts';
import { type Landscape, TOWN } from './landscape.ts';
import { smoothNoise } from './random.ts';
import { cellAt, nearestTo, sampleField } from './raster.ts';

/**
 * Which way streets run at a place. Directions are averaged as double angles (a tensor field): along the coast, along
 * main roads and borders near them, along the grain of the neighbourhood elsewhere.
 * @source G. Chen et al., "Interactive procedural street modeling", SIGGRAPH 2008 (the idea)
 */
export type StreetField = {
  /** Unit vector of the long streets at a place in metres; the cross streets run at a right angle to it. */
  directionAt(x: number, y: number): [number, number];
  /** Distance wanted between long streets and between cross streets, in metres; 0 where none may run. */
  spacingAt(x: number, y: number): [number, number];
};

export function layStreetField(land: Landscape, townEdges: readonly Line[], seed: number): StreetField {
  const { raster } = land;
  const size = raster.columns * raster.rows;
  const cos2 = new Float64Array(size);
  const sin2 = new Float64Array(size);
  const toEdge = nearestTo(
    raster,
    townEdges.map((line) => resample(line, 25)),
  );
  for (let at = 0; at < size; at += 1) {
    if ((land.label[at] as number) < 0) continue;
    const x = ((at % raster.columns) + 0.5) * raster.cellM;
    const y = (Math.floor(at / raster.columns) + 0.5) * raster.cellM;
    let a = 0;
    let b = 0;
    const pull = (near: typeof toEdge, weight: number, reachM: number) => {
      const distance = near.distance[at] as number;
      const strength = weight / (1 + (distance * distance) / (reachM * reachM));
      const dx = near.dirX[at] as number;
      const dy = near.dirY[at] as number;
      a += strength * (dx * dx - dy * dy);
      b += strength * 2 * dx * dy;
    };
    pull(land.toMainRoad, 1.3, 220);
    pull(land.toCoast, 0.7, 450);
    pull(land.toBorder, 0.7, 110);
    pull(toEdge, 0.5, 90);
    const wild = 1 - (land.density[at] as number);
    const grain = (lattice: number, weight: number, stream: number) => {
      const u = smoothNoise(seed + stream, x, y, lattice) - 0.5;
      const v = smoothNoise(seed + stream + 1, x, y, lattice) - 0.5;
      const norm = Math.sqrt(u * u + v * v) + 0.02;
      a += (weight * u) / norm;
      b += (weight * v) / norm;
    };
    grain(1900, 0.42, 51);
    grain(700, 0.3 * wild, 61);
    const norm = Math.sqrt(a * a + b * b) + 1e-9;
    cos2[at] = a / norm;
    sin2[at] = b / norm;
  }
  const town = land.classes.indexOf(TOWN);
  const industry = land.classes.indexOf('KPI');
  return {
    directionAt: (x, y) => {
      const a = sampleField(raster, cos2, x, y);
      const b = sampleField(raster, sin2, x, y);
      const norm = Math.sqrt(a * a + b * b) + 1e-12;
      const cos = Math.sqrt(Math.max(0, (1 + a / norm) / 2));
      const sin = Math.sqrt(Math.max(0, (1 - a / norm) / 2));
      return [cos, b < 0 ? -sin : sin];
    },
    spacingAt: (x, y) => {
      const at = cellAt(raster, x, y);
      if (at < 0 || (land.toCoast.distance[at] as number) < 75 || (land.kelurahan[at] as number) < 0)
        return [0, 0];
      if (land.label[at] === industry) return [190, 330];
      if (land.label[at] !== town) return [0, 0];
      const density = sampleField(raster, land.density, x, y);
      const level = Math.min(1, Math.max(0, (density - 0.34) / 0.5));
      return [100 - 54 * level, 240 - 110 * level];
    },
  };
}
