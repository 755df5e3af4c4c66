import { useCallback } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { CategoryCode } from '#domain/report/category';
import type { PlaceOfReport } from '#domain/report/report-answers';
import { readThrough } from '../../../lib/api.ts';
import { placeInAddress } from '../../../lib/format.ts';
import { useQuery } from '../../../lib/query.ts';
import { useReader } from '../../../locale/reader.tsx';

/** What is known of a pin: where it is, for whom it is, what the plan says there, what was told before. */
export function usePlace(pin: LngLat, category: CategoryCode | null) {
  const { language } = useReader();
  const [lon, lat] = pin;
  const body = JSON.stringify({ lon, lat, ...(category === null ? {} : { category }) });
  const ask = useCallback(
    (signal: AbortSignal) =>
      readThrough<PlaceOfReport>(
        '/api/v1/reports/place',
        import('#domain/report/report-answers').then((one) => one.reportPlaceSchema),
        language,
        signal,
        // In a body: an address would be written down by whatever stands before the server.
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'accept-language': language },
          body,
        },
      ),
    [body, language],
  );
  return useQuery(`report place ${placeInAddress(pin)} ${category ?? ''} ${language}`, ask);
}
