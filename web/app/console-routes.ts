import { type ComponentType, lazy } from 'react';
import type { Text } from '#domain/language';
import type { ConsolePlace } from '../features/console-frame/index.ts';

/** What a screen is given: the names in its address. */
export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
}

/** One address of the console. */
export interface ConsoleRoute {
  /** `/konsol/lapisan/:layerId`: parts with a colon are names. */
  readonly path: string;
  /** `open`: nobody has to be signed in, as for signing in itself. */
  readonly access: 'open' | 'signedIn';
  /** The place of the rail that it belongs to; null for none. */
  readonly place: string | null;
  readonly screen: ComponentType<ScreenProps>;
}

/** A screen that is loaded when its address is opened; all screens of a feature come together. */
const screen = (load: () => Promise<ComponentType<ScreenProps>>): ComponentType<ScreenProps> =>
  lazy(async () => ({ default: await load() }));

/** A place that the rail offers. */
const place = (id: string, href: string, icon: ConsolePlace['icon'], name: Text): ConsolePlace => ({
  id,
  href,
  icon,
  name,
});

/** The places of the rail, in their order. */
export const CONSOLE_PLACES: readonly ConsolePlace[] = [
  place('pekerjaan', '/konsol', 'work', { id: 'Pekerjaan', en: 'Work' }),
  place('lapisan', '/konsol/lapisan', 'layers', { id: 'Lapisan', en: 'Layers' }),
];

const releases = () => import('../features/console-releases/index.ts');
const layers = () => import('../features/console-layers/index.ts');
const uploads = () => import('../features/console-uploads/index.ts');

/** Every address of the console. The first that fits is shown. */
export const CONSOLE_ROUTES: readonly ConsoleRoute[] = [
  {
    path: '/konsol',
    access: 'signedIn',
    place: 'pekerjaan',
    screen: screen(async () => (await releases()).WorkScreen),
  },
  {
    path: '/konsol/rilis/:releaseId',
    access: 'signedIn',
    place: 'pekerjaan',
    screen: screen(async () => (await releases()).ReleaseScreen),
  },
  {
    path: '/konsol/unggah',
    access: 'signedIn',
    place: 'pekerjaan',
    screen: screen(async () => (await uploads()).UploadScreen),
  },
  {
    path: '/konsol/lapisan',
    access: 'signedIn',
    place: 'lapisan',
    screen: screen(async () => (await layers()).LayerListScreen),
  },
  {
    path: '/konsol/lapisan/baru',
    access: 'signedIn',
    place: 'lapisan',
    screen: screen(async () => (await layers()).NewLayerScreen),
  },
  {
    path: '/konsol/lapisan/:layerId',
    access: 'signedIn',
    place: 'lapisan',
    screen: screen(async () => (await layers()).LayerScreen),
  },
];
