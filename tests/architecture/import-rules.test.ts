import { describe, expect, it } from 'vitest';
import { forbidsFile, forbidsPackage, resolveImport, roomOf } from './import-rules.ts';

describe('files', () => {
  it.each([
    ['server/domain/zoning/decide.ts', 'server/platform/clock.ts'],
    ['server/domain/zoning/decide.ts', 'tiles/clip.ts'],
    ['server/platform/db.ts', 'server/features/lookup/index.ts'],
    ['server/features/lookup/routes.ts', 'server/features/tiles/queries.ts'],
    ['server/features/lookup/routes.ts', 'server/env.ts'],
    ['server/features/lookup/routes.ts', 'web/lib/api.ts'],
    ['server/features/lookup/routes.ts', 'web/entry-server.tsx'],
    ['server/app.ts', 'server/features/lookup/queries.ts'],
    ['tiles/build-pyramid.ts', 'server/features/tiles/index.ts'],
    ['tiles/build-pyramid.ts', 'server/platform/log.ts'],
    ['web/features/lookup/map-page.tsx', 'web/map/maplibre-map.ts'],
    ['web/features/lookup/map-page.tsx', 'web/features/search/search-box.tsx'],
    ['web/features/lookup/map-page.tsx', 'server/features/lookup/schema.ts'],
    ['web/map/maplibre-map.ts', 'web/features/lookup/map-page.tsx'],
    ['web/map/style/order.ts', 'tiles/encode-tile.ts'],
    ['web/ui/icon.tsx', 'web/app/app.tsx'],
    ['web/lib/api.ts', 'server/app.ts'],
    ['scripts/start.ts', 'tests/db/migrate.test.ts'],
    ['server/main.ts', 'scripts/setup/progress.ts'],
    ['server/platform/log.ts', 'tests/support/an-app.ts'],
  ])('%s may not import %s', (from, target) => {
    expect(forbidsFile(from, target)).toMatch(/may not import/);
  });

  it.each([
    ['server/features/lookup/routes.ts', 'server/features/tiles/index.ts'],
    ['server/features/lookup/routes.ts', 'server/platform/http/validate.ts'],
    ['server/features/pages/compose-page.ts', 'web/entry-server.tsx'],
    ['server/features/publish/publish-version.ts', 'tiles/build-archive.ts'],
    ['tiles/build-pyramid.ts', 'server/platform/db.ts'],
    ['web/features/lookup/map-page.tsx', 'web/map/map-port.ts'],
    ['web/map/style/zone-layers.ts', 'tiles/layers/zone.ts'],
    ['server/domain/zoning/decide.test.ts', 'tests/support/a-rule-set.ts'],
  ])('%s may import %s', (from, target) => {
    expect(forbidsFile(from, target)).toBeUndefined();
  });
});

describe('packages', () => {
  it.each([
    ['server/domain/geo/utm.ts', 'proj4', false],
    ['server/domain/geo/utm.ts', 'node:fs', false],
    ['server/domain/geo/utm.ts', 'zod', false],
    ['server/features/lookup/queries.ts', 'postgres', false],
    ['web/features/lookup/map-page.tsx', 'maplibre-gl', true],
    ['web/lib/api.ts', 'zod', false],
    ['web/lib/api.ts', 'node:path', false],
    ['server/app.ts', 'react', false],
  ])('%s may not import %s', (from, specifier, isType) => {
    expect(forbidsPackage(from, specifier, isType)).toMatch(/may not import/);
  });

  it.each([
    ['server/domain/geo/utm.ts', 'zod/mini', false],
    ['server/features/lookup/queries.ts', 'postgres', true],
    ['server/platform/db.ts', 'postgres', false],
    ['web/map/maplibre-map.ts', 'maplibre-gl', false],
    ['web/map/maplibre-map.ts', 'maplibre-gl/dist/maplibre-gl.css', false],
  ])('%s may import %s', (from, specifier, isType) => {
    expect(forbidsPackage(from, specifier, isType)).toBeUndefined();
  });
});

it('an import is resolved to a path below the root, a package is not', () => {
  expect(resolveImport('web/map/style/order.ts', '../../lib/api.ts')).toBe('web/lib/api.ts');
  expect(resolveImport('web/map/style/order.ts', '#domain/geo/utm')).toBe('server/domain/geo/utm.ts');
  expect(resolveImport('web/main.tsx', './app/app.css?inline')).toBe('web/app/app.css');
  expect(resolveImport('web/main.tsx', 'react')).toBeUndefined();
});

it('a file in an unknown place has no room', () => {
  expect(roomOf('elsewhere/file.ts')).toBeUndefined();
});
