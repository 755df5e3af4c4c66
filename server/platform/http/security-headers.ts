import type { MiddlewareHandler } from 'hono';

export interface SecurityHeaderOptions {
  /** Whether people reach the product over https; only then the browser is told to insist on it. */
  readonly isHttps: boolean;
  /** Vite's hot reload writes inline scripts and styles; never on in production. */
  readonly isDevelopment?: boolean;
  /** Origins whose tiles may lie below the plan; they become known while the process runs. */
  readonly foreignOrigins?: () => readonly string[];
}

/** Where browsers tell what a page tried against its policy. */
export const POLICY_REPORTS = '/csp-reports';

/**
 * What a page may load: itself only. MapLibre's worker is a file of ours, its icons are data: and blob: images.
 * There is no 'unsafe-inline': a page rendered on the server has no style attribute and no inline script.
 */
const contentPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  // Its follower, `report-to`, is known to one browser alone, and sends minutes later.
  'report-uri': [POLICY_REPORTS],
};

const developmentPolicy = {
  ...contentPolicy,
  'script-src': ["'self'", "'unsafe-inline'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'connect-src': ["'self'", 'ws:'],
  'worker-src': ["'self'", 'blob:'],
};

/** Everything but a page: nothing in it may run, wherever it is opened. */
const inertPolicy = "default-src 'none'; frame-ancestors 'none'";

/** The headers of everything that is not a page: data, tiles, files. */
export const inertHeaders = (isHttps: boolean): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  'content-security-policy': inertPolicy,
});

/**
 * A script of ours: what it may load when it is a worker, whose rights come from its own answer. MapLibre's worker
 * fetches the tiles.
 */
const scriptPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** Sets the browser's protections on every answer: the whole set on pages, three on data and tiles. */
export function securityHeaders({
  isHttps,
  isDevelopment = false,
  foreignOrigins = () => [],
}: SecurityHeaderOptions): MiddlewareHandler {
  const policyOf = (policy: Policy): string => renderPolicy(policy, foreignOrigins());
  const pagePolicy = isDevelopment ? developmentPolicy : contentPolicy;
  const inert = Object.entries(inertHeaders(isHttps));
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of inert) headers.set(name, value);
    const type = headers.get('content-type') ?? '';
    if (type.startsWith('text/javascript')) headers.set('content-security-policy', policyOf(scriptPolicy));
    if (!type.startsWith('text/html')) return;
    headers.set('content-security-policy', policyOf(pagePolicy));
    headers.set('cross-origin-opener-policy', 'same-origin');
    // The path of a page can be a coordinate: other sites are not told it.
    headers.set('referrer-policy', 'same-origin');
    headers.set('permissions-policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()');
    headers.set('x-frame-options', 'DENY');
  };
}

type Policy = Readonly<Record<string, readonly string[]>>;

/** Tiles of others are fetched, and raster tiles are pictures; nothing else of theirs is let in. */
const OPEN_TO_TILES = new Set(['connect-src', 'img-src']);

const renderPolicy = (policy: Policy, tileOrigins: readonly string[]): string =>
  Object.entries(policy)
    .map(([directive, sources]) => {
      const origins = OPEN_TO_TILES.has(directive) ? tileOrigins : [];
      return `${directive} ${[...sources, ...origins].join(' ')}`;
    })
    .join('; ');
