import type { Extract } from '#domain/extract/extract';

/** GeoJSON of the ground: its outline, or the point. */
export const groundOf = ({ ground }: Extract): string =>
  ground.outline === null
    ? JSON.stringify({ type: 'Point', coordinates: ground.point })
    : JSON.stringify({ type: 'MultiPolygon', coordinates: ground.outline });

export const kelurahanOf = ({ ground }: Extract): string[] =>
  ground.admin.filter(({ level }) => level === 'kelurahan').map(({ name }) => name);

/** Each code once, in the order of the parts; border noise is no zone of the ground. */
export const zoneCodesOf = ({ parts }: Extract): string[] => [
  ...new Set(parts.filter(({ isSliver }) => !isSliver).map(({ zone }) => zone.code)),
];
