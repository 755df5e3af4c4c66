import { afterEach, expect, test, vi } from 'vitest';
import { reportAddress } from '../../../lib/report-address.ts';
import { forgetGivenPlace, givenPlace } from './given-place.ts';

const city = { bbox: [116.7, -1.3, 117, -1] } as const;
afterEach(() => void vi.unstubAllGlobals());

function aTab(address: string, state: unknown = null) {
  const url = new URL(address, 'https://peta.example');
  const tab = { state, address: url.pathname + url.search + url.hash };
  vi.stubGlobal('window', { location: url });
  vi.stubGlobal('history', {
    get state() {
      return tab.state;
    },
    replaceState(next: unknown, _: string, to: string) {
      Object.assign(tab, { state: next, address: to });
      url.hash = '';
    },
  });
  return tab;
}

test('no server sees the pin, and the history of the browser does not keep it', () => {
  const [path, query] = [
    reportAddress([116.8, -1.2]).split('#')[0],
    reportAddress([116.8, -1.2]).split('?')[1],
  ];
  expect([path, query]).toEqual(['/lapor', undefined]);
  const tab = aTab(reportAddress([116.8, -1.2]), { report: 'kunci' });
  expect(givenPlace(city)).toEqual([116.8, -1.2]);
  expect(tab).toEqual({ address: '/lapor', state: { report: 'kunci', place: [116.8, -1.2] } });
  // A reload still knows it, until the report is handed over.
  expect(givenPlace(city)).toEqual([116.8, -1.2]);
  forgetGivenPlace();
  expect([givenPlace(city), tab.state]).toEqual([null, { report: 'kunci' }]);
});

test.each([
  '/lapor',
  '/lapor?lon=116.8&lat=-1.2',
  '/lapor#mana',
  '/lapor#1,2',
  '/lapor#116.8',
  '/lapor#..,-',
])('%s brings no pin', (address) => {
  aTab(address);
  expect(givenPlace(city)).toBeNull();
});
