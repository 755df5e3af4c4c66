import type { DocumentGround } from '#domain/document/document';
import type { LngLat } from '#domain/geo/lng-lat';
import { placeInAddress } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { texts } from './texts.ts';

const SIZE = 220;
const MARGIN = 14;

/** The shape of the ground, so that a code that was copied onto another paper is noticed with the eye. */
export function GroundShape({ ground: { point, outline } }: { ground: DocumentGround }) {
  const t = useTexts(texts);
  return (
    <>
      {outline !== null && (
        <svg className="document-ground" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={t.outline}>
          <path d={pathOf(outline)} />
        </svg>
      )}
      <p className="actions">
        <a className="button" href={`/?p=${placeInAddress(point)}`}>
          <Icon name="pin" />
          {t.onMap}
        </a>
      </p>
    </>
  );
}

function pathOf(outline: NonNullable<DocumentGround['outline']>): string {
  const corners = outline.flat(2);
  const [west, east] = [Math.min(...corners.map(([lng]) => lng)), Math.max(...corners.map(([lng]) => lng))];
  const [south, north] = [
    Math.min(...corners.map(([, lat]) => lat)),
    Math.max(...corners.map(([, lat]) => lat)),
  ];
  // Degrees of longitude are shorter than those of latitude, except at the equator.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (SIZE - 2 * MARGIN) / Math.max((east - west) * narrow, north - south, 1e-9);
  const [left, top] = [(SIZE - (east - west) * narrow * scale) / 2, (SIZE - (north - south) * scale) / 2];
  const place = ([lng, lat]: LngLat): string =>
    `${((lng - west) * narrow * scale + left).toFixed(1)} ${((north - lat) * scale + top).toFixed(1)}`;
  return outline
    .flat()
    .map((ring) => `M${ring.map(place).join('L')}Z`)
    .join('');
}
