import { expect, it } from 'vitest';
import { mayBringPhotos } from './may-bring-photos.ts';

it.each([
  ['PUT', '/api/v1/reports/photos/0b7c', true],
  ['PUT', '/api/v1/staff/cases/1/photos/0b7c', true],
  ['PUT', '/api/v1/staff/applications/1/rounds/2/items/3/photo', true],
  ['POST', '/lapor', true],
  ['POST', '/lapor?lang=en', true],
  ['POST', '/laporan/LAP-00000-00000', true],
  ['GET', '/lapor', false],
  ['POST', '/api/v1/reports', false],
  ['POST', '/api/v1/accounts/sign-in?x=/photos/', false],
  ['POST', '/laporan-palsu', false],
])('%s %s: %s', (method, url, expected) => expect(mayBringPhotos({ method, url })).toBe(expected));
