import { Fragment } from 'react';
import type { PlaceOfReport } from '#domain/report/report-answers';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { pageTexts } from './page-texts.ts';

/** The street and the known place that a point is near, each with how far it is. */
export function NearWords({ place }: { place: Pick<PlaceOfReport, 'street' | 'landmark'> }) {
  const { language } = useReader();
  const t = useTexts(pageTexts);
  const near = [place.street, place.landmark].filter((one) => one !== null);
  if (near.length === 0) return t.nothingNear;
  return near.map(({ name, distanceM }, index) => (
    <Fragment key={name}>
      {index > 0 && '; '}
      {t.metresFrom(formatNumber(toTens(distanceM), language, 0))} <span lang="id">{name}</span>
    </Fragment>
  ));
}

/** Neither a road nor a pin is known to the metre. */
const toTens = (metres: number): number => Math.max(10, Math.round(metres / 10) * 10);
