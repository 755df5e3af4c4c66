// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import { MyLocation } from './my-location.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

test('a location that comes late is drawn, and does not replace the place that was chosen meanwhile', async () => {
  const answers: PositionCallback[] = [];
  vi.stubGlobal('navigator', {
    geolocation: { getCurrentPosition: (found: PositionCallback) => answers.push(found) },
  });
  const showShapes = vi.fn();
  const picked = vi.fn();
  const port = { showShapes } as unknown as MapPort;
  const city = { name: 'Kota Balikpapan', bbox: [116.7, -1.3, 117.1, -1] as const };
  const place = document.createElement('div');
  const root = createRoot(place);
  const show = (choice: unknown): Promise<void> =>
    act(async () =>
      root.render(
        <ReaderProvider reader={{ language: 'id', t: id }}>
          <MyLocation port={port} city={city as never} choice={choice} onPick={picked} />
        </ReaderProvider>,
      ),
    );
  const press = (): Promise<void> =>
    act(async () => place.querySelector<HTMLElement>('button.map-button')?.click());
  const answer = (): Promise<void> =>
    act(async () =>
      answers.at(-1)?.({
        coords: { longitude: 116.83, latitude: -1.27, accuracy: 8 },
      } as GeolocationPosition),
    );
  await show(null);
  await press();
  await press();
  expect(answers).toHaveLength(1);
  await show([116.9, -1.2]);
  await answer();
  expect(picked).not.toHaveBeenCalled();
  expect(showShapes).toHaveBeenCalled();
  expect(place.textContent).toContain('Tempat yang Anda pilih tetap');
  await press();
  await answer();
  expect(picked).toHaveBeenCalledWith([116.83, -1.27]);
  await act(async () => root.unmount());
});
