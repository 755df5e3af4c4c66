/** How the worker answers a request; `pass` leaves it to the browser as if there were no worker. */
export type Way = 'file' | 'page' | 'field' | 'tile' | 'pass';

/** Screens of staff for work on site, where no network is. */
const FIELD = /^\/konsol\/lapangan(?:\/[a-z]{1,20}\/[0-9a-f-]{36})?$/;

interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

const TILE = /^\/tiles\/[^/]+\/[0-9a-f]{16}\/\d{1,2}\/\d+\/\d+\.mvt$/;
const PLACE = /^\/lokasi\/(-?\d{1,3}(?:\.\d+)?,-?\d{1,2}(?:\.\d+)?)$/;
/** Addresses of one origin that are no pages of a citizen, whoever asks. Staff's work is never answered from a device: of the
 * console only the empty screens for work on site are kept, and nothing that the API says. */
const NO_PAGE = /^\/(?:api|konsol|tiles|assets|icons|health|ready|metrics|sw\.js|\.well-known)(?:[/.]|$)/;

/**
 * Data of the API is never answered here: what is kept of it, and under which versions, is the page's business, which
 * can say how old it is. Only what cannot be stale is taken: files named by their content, tiles named by their
 * version, and the page itself when no network brings it.
 *
 * @param files paths of the build that this worker belongs to
 */
export function chooseWay({ method, mode, url }: Asked, origin: string, files: ReadonlySet<string>): Way {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return 'pass';
  if (files.has(address.pathname)) return 'file';
  if (mode === 'navigate' && FIELD.test(address.pathname)) return 'field';
  if (mode === 'navigate') return NO_PAGE.test(address.pathname) ? 'pass' : 'page';
  return TILE.test(address.pathname) ? 'tile' : 'pass';
}

/**
 * Where a navigation goes that no network can answer: the map page shows everything that this device keeps. A place
 * keeps its day and its question; any other page is named, so that the map page can say that it is not here.
 *
 * @returns null when the address is the map page already
 */
export function offlineAddress(url: string): string | null {
  const { pathname, search, searchParams } = new URL(url);
  if (pathname === '/') return null;
  const place = PLACE.exec(pathname)?.[1];
  const kept = ['on', 'activity', 'lang'].flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  if (place !== undefined) return `/?${[`p=${place}`, ...kept].join('&')}`;
  return `/?luring=${encodeURIComponent(pathname + search)}`;
}

/** The map page, or the page of a place: what this device keeps can stand in for them. */
export function showsWhatIsKept(url: string): boolean {
  const { pathname } = new URL(url);
  return pathname === '/' || PLACE.test(pathname);
}
