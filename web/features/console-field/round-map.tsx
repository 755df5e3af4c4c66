import { useMemo } from 'react';
import { newestOf, standing } from '#domain/field-round/item';
import { ringOf } from '#domain/field-round/outline';
import type { Round } from '#domain/field-round/round';
import type { LngLat } from '#domain/geo/lng-lat';
import { useTexts } from '../../locale/feature-texts.ts';
import type { MapShape } from '../../map/map-port.ts';
import { boxAround, StaffMap } from '../console-map/index.ts';
import type { SiteItem } from './site-items.ts';
import { texts } from './texts.ts';

/** The plot as applied for, or the place to go to, and on it what was measured, walked and photographed. Every point stands in the list too. */
export function RoundMap({
  round,
  items,
}: {
  round: Round;
  items: readonly Pick<SiteItem, 'itemId' | 'content'>[];
}) {
  const t = useTexts(texts);
  const shapes = useMemo(() => shapesOf(round, items), [round, items]);
  const { applied, place } = round;
  // Looked at once: the map stays where somebody has moved it.
  const bbox = useMemo(() => {
    const places: LngLat[] = (applied ?? []).flat(2);
    return boxAround(place === null ? places : [...places, place], 0.0004);
  }, [applied, place]);
  return <StaffMap label={t.map} shapes={shapes} bbox={bbox} />;
}

function shapesOf(round: Round, items: readonly Pick<SiteItem, 'itemId' | 'content'>[]): MapShape[] {
  const applied = (round.applied ?? []).map(
    (rings): MapShape => ({ kind: 'area', coordinates: rings, look: 'accent' }),
  );
  const outline = newestOf(items, 'outline')?.content;
  const measured: MapShape[] =
    outline === undefined ? [] : [{ kind: 'area', coordinates: [ringOf(outline.corners)], look: 'changed' }];
  const found = standing(items).flatMap(({ content }): MapShape[] => {
    if (content.kind === 'point')
      return [{ kind: 'point', coordinates: content.at, look: 'changed', label: content.label ?? undefined }];
    if (content.kind === 'track') return [{ kind: 'line', coordinates: content.line, look: 'limited' }];
    if (content.kind === 'photo' && content.at !== null)
      return [{ kind: 'point', coordinates: content.at, look: 'added' }];
    return [];
  });
  const goal: MapShape[] =
    round.place === null ? [] : [{ kind: 'point', coordinates: round.place, look: 'accent' }];
  return [...applied, ...goal, ...measured, ...found];
}
