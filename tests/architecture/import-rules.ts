import { posix } from 'node:path';

/** A part of the tree with import rules of its own. */
export type Room =
  | 'domain'
  | 'env'
  | 'platform'
  | 'server'
  | 'feature'
  | 'tiles'
  | 'data'
  | 'boot'
  | 'shell'
  | 'page'
  | 'map'
  | 'parts'
  | 'scripts'
  | 'tests'
  | 'settings';

const ROOMS: readonly (readonly [RegExp, Room])[] = [
  [/^tests\/|\.(test|bench)\.tsx?$/, 'tests'],
  [/^server\/domain\//, 'domain'],
  [/^server\/platform\//, 'platform'],
  [/^server\/features\//, 'feature'],
  [/^server\/env\.ts$/, 'env'],
  [/^server\//, 'server'],
  [/^tiles\//, 'tiles'],
  [/^data\//, 'data'],
  [/^web\/map\//, 'map'],
  [/^web\/features\//, 'page'],
  [/^web\/app\//, 'shell'],
  [/^web\/(ui|lib|locale|offline)\//, 'parts'],
  [/^web\//, 'boot'],
  [/^scripts\//, 'scripts'],
  [/^[^/]+$/, 'settings'],
];

export const roomOf = (path: string): Room | undefined => ROOMS.find(([pattern]) => pattern.test(path))?.[1];

/** `server/features/lookup/routes.ts` → `server/features/lookup`; undefined outside features. */
export const featureOf = (path: string): string | undefined =>
  /^(server|web)\/features\/[^/]+/.exec(path)?.[0];

/** What shipped code of a room may import from other files of the project. Its own room is always open, except that
 * features open to each other only through `index.ts`. Anything that is not listed is forbidden. */
const MAY_IMPORT: Readonly<Record<Room, (target: string, room: Room, from: string) => boolean>> = {
  domain: () => false,
  env: (_target, room) => room === 'domain',
  platform: (_target, room) => room === 'domain' || room === 'env',
  server: (target, room) =>
    room === 'domain' || room === 'platform' || room === 'env' || (room === 'feature' && isIndex(target)),
  feature: (target, room, from) =>
    room === 'domain' ||
    room === 'platform' ||
    room === 'tiles' ||
    // The demo city is made by its generator and put into the register by this feature alone.
    (from.startsWith('server/features/demo/') && target === 'data/demo/index.ts') ||
    // The text pages are rendered from the components that the browser hydrates, through this one door.
    (from.startsWith('server/features/pages/') && target === 'web/entry-server.tsx'),
  tiles: (target, room) =>
    room === 'domain' || target === 'server/platform/db.ts' || target === 'server/platform/files.ts',
  data: (_target, room) => room === 'domain',
  boot: (_target, room) => isWeb(room) || room === 'domain',
  shell: (_target, room) => isWeb(room) || room === 'domain',
  page: (target, room) =>
    room === 'domain' || room === 'parts' || room === 'shell' || target === 'web/map/map-port.ts',
  map: (target, room) => room === 'domain' || room === 'parts' || target.startsWith('tiles/layers/'),
  parts: (_target, room) => room === 'domain',
  scripts: (target, room) =>
    !isWeb(room) && room !== 'settings' && (room !== 'tests' || target.startsWith('tests/support/')),
  tests: () => true,
  settings: () => false,
};

const isWeb = (room: Room) =>
  room === 'boot' || room === 'shell' || room === 'page' || room === 'map' || room === 'parts';
const isIndex = (path: string) => /\/index\.tsx?$/.test(path);

/**
 * The path of an imported file below the root, or undefined for a package or `node:` module.
 * @param from path of the importing file below the root
 */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#domain/')) return `server/domain/${specifier.slice('#domain/'.length)}.ts`;
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
}

/** Why `from` may not import the file `target`, or undefined when it may. */
export function forbidsFile(from: string, target: string): string | undefined {
  const room = roomOf(from);
  const targetRoom = roomOf(target);
  if (room === undefined || targetRoom === undefined) return `${from} → ${target}: no such room`;
  if (room === 'tests' || room === 'settings') return undefined;
  const refusal = `${from} (${room}) may not import ${target} (${targetRoom})`;
  const feature = featureOf(from);
  const targetFeature = featureOf(target);
  if (
    feature !== undefined &&
    targetFeature !== undefined &&
    feature.split('/')[0] === targetFeature.split('/')[0]
  )
    return feature === targetFeature || isIndex(target)
      ? undefined
      : `${refusal}: only its index.ts is public`;
  if (room === targetRoom) return undefined;
  return MAY_IMPORT[room](target, targetRoom, from) ? undefined : refusal;
}

/** Why `from` may not import this package or `node:` module, or undefined when it may. */
export function forbidsPackage(from: string, specifier: string, isType: boolean): string | undefined {
  const room = roomOf(from);
  if (room === undefined || room === 'tests' || room === 'settings') return undefined;
  const refusal = `${from} (${room}) may not import ${specifier}`;
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.split('/')[0];
  if (room === 'domain') return specifier === 'zod/mini' ? undefined : refusal;
  if (name === 'postgres' && !isType) return from === 'server/platform/db.ts' ? undefined : refusal;
  if (name === 'maplibre-gl') return room === 'map' ? undefined : refusal;
  if (
    isWeb(room) &&
    (specifier.startsWith('node:') || specifier === 'zod' || name === 'hono' || name === 'pino')
  )
    return refusal;
  if (!isWeb(room) && (name === 'react' || name === 'react-dom')) return refusal;
  return undefined;
}
