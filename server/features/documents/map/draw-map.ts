import type { Language } from '#domain/language';
import type { MapLabel } from '../sheet/sheet.ts';
import { MAP_MM, type MapFrame, type MapOrigin, PICTURE_MM } from './map-frame.ts';
import { gridOf, INK, legOf, round } from './map-furniture.ts';
import { spaceLabels } from './space-labels.ts';

/** A shape of the map, in metres from its upper left corner, as an SVG path; y grows downwards. */
export interface MapShape {
  readonly kind: 'zone' | 'parcel' | 'road' | 'approved' | 'ground';
  readonly path: string;
  /** Code of a zone, name of a road. */
  readonly label: string | null;
  readonly color: string | null;
  /** Where the label stands; null where there is no room for it. */
  readonly labelX: number | null;
  readonly labelY: number | null;
}

/** What a map needs at least of the paper, in millimetres: a label of a zone and of a road, and its distance from an edge. */
const LABEL_ROOM = { zone: { x: 5, y: 3 }, road: { x: 14, y: 2 } } as const;
/** Smallest scale at which borders of parcels are lines and not a grey surface. */
export const PARCELS_TO = 5_000;

/**
 * The map as vectors, in millimetres of the picture: zones, parcels, roads, the ground, grid, scale bar, north. Its letters
 * are not in it: the page sets them as text. Every zone carries its code, so that it is read in black and white too.
 */
export function drawMap(
  shapes: readonly MapShape[],
  frame: MapFrame,
  origin: MapOrigin,
  language: Language,
): { readonly svg: string; readonly labels: readonly MapLabel[] } {
  const { left, top } = PICTURE_MM;
  const { width, height } = MAP_MM;
  const mm = frame.scale / 1_000;
  const of = (kind: MapShape['kind']): MapShape[] => shapes.filter((shape) => shape.kind === kind);
  const ground = of('ground').map(({ path }) =>
    path === ''
      ? pin(frame, mm)
      : `<path d="${path}" fill="none" stroke="#fff" stroke-width="${1.8 * mm}" stroke-linejoin="round"/><path d="${path}" fill="none" stroke="${INK}" stroke-width="${0.9 * mm}" stroke-linejoin="round"/>`,
  );
  // Lines across it, which are seen on every colour and in black and white.
  const approved = of('approved').map(
    ({ path }) =>
      `<defs><pattern id="approved" width="${1.5 * mm}" height="${1.5 * mm}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V${1.5 * mm}" stroke="${INK}" stroke-width="${0.5 * mm}"/></pattern></defs><path d="${path}" fill="url(#approved)" stroke="${INK}" stroke-width="${0.35 * mm}" stroke-linejoin="round"/>`,
  );
  const parcels =
    frame.scale > PARCELS_TO
      ? ''
      : of('parcel')
          .map(({ path }) => path)
          .join('');
  const roads = of('road')
    .map(({ path }) => path)
    .join('');
  const [grid, leg] = [gridOf(frame, origin, language), legOf(frame, language)];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PICTURE_MM.width} ${PICTURE_MM.height}">`,
    `<defs><clipPath id="frame"><rect width="${width}" height="${height}"/></clipPath></defs>`,
    `<g transform="translate(${left} ${top})"><g clip-path="url(#frame)"><g transform="scale(${1 / mm})">`,
    ...of('zone').map(
      ({ path, color }) =>
        `<path d="${path}" fill="${isColor(color) ? color : '#ffffff'}" fill-opacity="0.55" stroke="#3c4443" stroke-width="${0.3 * mm}"/>`,
    ),
    `<path d="${parcels}" fill="none" stroke="#6b7472" stroke-width="${0.12 * mm}"/>`,
    `<path d="${roads}" fill="none" stroke="#fff" stroke-width="${1.1 * mm}"/>`,
    `<path d="${roads}" fill="none" stroke="#3c4443" stroke-width="${0.25 * mm}" stroke-dasharray="${1.6 * mm} ${0.8 * mm}"/>`,
    ...approved,
    ...ground,
    '</g></g></g>',
    grid.svg,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="${INK}" stroke-width="0.35"/>`,
    leg.svg,
    '</svg>',
  ].join('');
  const named = [...of('zone'), ...of('road')].flatMap((shape) => labelOf(shape, mm));
  return { svg, labels: [...spaceLabels(named), ...grid.labels, ...leg.labels] };
}

const isColor = (color: string | null): color is string => color !== null && /^#[0-9a-f]{6}$/i.test(color);

/** The point that was asked about, in the middle of its map. */
function pin({ halfWidthM, halfHeightM }: MapFrame, mm: number): string {
  const [x, y] = [halfWidthM, halfHeightM];
  return `<circle cx="${x}" cy="${y}" r="${2.2 * mm}" fill="none" stroke="#fff" stroke-width="${1.4 * mm}"/><circle cx="${x}" cy="${y}" r="${2.2 * mm}" fill="none" stroke="${INK}" stroke-width="${0.7 * mm}"/><circle cx="${x}" cy="${y}" r="${0.6 * mm}" fill="${INK}"/>`;
}

/** Code of a zone or name of a road, moved inwards where it would stand across the edge of the map. */
function labelOf({ kind, label, labelX, labelY }: MapShape, mm: number): MapLabel[] {
  if (label === null || labelX === null || labelY === null || (kind !== 'zone' && kind !== 'road')) return [];
  const room = LABEL_ROOM[kind];
  const within = (value: number, least: number, whole: number): number =>
    Math.min(Math.max(value, least), whole - least);
  return [
    {
      kind,
      x: round(PICTURE_MM.left + within(labelX / mm, room.x, MAP_MM.width)),
      y: round(PICTURE_MM.top + within(labelY / mm, room.y, MAP_MM.height)),
      text: label,
    },
  ];
}
