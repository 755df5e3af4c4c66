import { z } from 'zod';
import { fail, ok, type Result } from './domain/result.ts';

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const addressList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every((part) => /^(loopback|[0-9a-fA-F.:]+(\/\d{1,3})?)$/.test(part)), {
    message: 'must be a comma-separated list of addresses or networks, such as "loopback,10.0.0.0/8"',
  });

/** Passphrases are sent there: no plain network, and nothing in the address that leads elsewhere. */
function isSafeForSecrets(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return false;
  return url.protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}

/** A query can hold what a gateway knows us by. */
function isEncryptedOrLocal(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}

const isOrigin = (text: string): boolean =>
  /^https:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d+)?$/.test(text) || /^http:\/\/127\.0\.0\.1:\d+$/.test(text);

/** Of Chrome and its kin, Firefox, Safari and Edge. */
const PUSH_SERVICES = [
  'https://fcm.googleapis.com',
  'https://*.push.services.mozilla.com',
  'https://*.push.apple.com',
  'https://*.notify.windows.com',
] as const;

const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** TCP port of the one listener; 0 takes a free one. */
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** Address to listen on. Loopback unless said otherwise: a proxy or a container opens it. */
  HOST: z.string().default('127.0.0.1'),
  /** A PostgreSQL server with PostGIS; without it a private cluster is kept in DATA_DIRECTORY. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  /** A backup needs two connections at once, a publication tells how far it is on another one than it works on. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(3).max(100).default(8),
  /** Where the cluster, the uploaded files and the tile archives live. */
  DATA_DIRECTORY: z.string().default('.data'),
  /** Where the versions of PostgreSQL are installed, when not where Debian puts them. */
  POSTGRESQL_DIRECTORY: z.string().default('/usr/lib/postgresql'),
  /** Which city: a folder of data/cities. */
  CITY: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('balikpapan'),
  /** How long the file of an ITR is kept, and how much room all of them may take; its row in the register stays. */
  ITR_KEEP_DAYS: z.coerce.number().int().min(1).max(36_500).default(365),
  ITR_KEEP_MB: z.coerce.number().int().min(10).max(10_000_000).default(5_000),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  /** Proxies whose X-Forwarded-For is believed: "loopback", addresses, networks. None by default. */
  TRUSTED_PROXY: addressList.optional(),
  /** The address that people use, when a proxy stands in front: https://peta.example.go.id */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Pictures as ground below the plan, from a server of others: `https://tiles.example.org/{z}/{x}/{y}.png`. */
  BASEMAP_RASTER_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => ['{z}', '{x}', '{y}'].every((part) => decodeURI(url).includes(part)), {
      message: 'must hold {z}, {x} and {y}',
    })
    .optional(),
  /** A MapLibre style as ground below the plan. It is read by this server and stripped to plain layers. */
  BASEMAP_STYLE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** A PMTiles file of your own as ground below the plan. */
  BASEMAP_PMTILES: z.string().optional(),
  /** Who is to be named with the base map, as text. */
  BASEMAP_ATTRIBUTION: z.string().max(200).optional(),
  /** Bearer token for /metrics; without it only this machine may read them. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** The mail server: smtps://user:password@host, or smtp://host:587?requireTLS=true. Without it mail becomes files. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  /** Who mails come from. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\s@]+$/, 'must be an address such as "Tata Ruang <peta@example.go.id>"')
    .default('One Map One Data <peta@localhost>'),
  /** The gateway for WhatsApp or SMS: where each message is posted, and what it is signed with (Standard Webhooks). */
  MESSAGE_GATEWAY_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => isEncryptedOrLocal(url), {
      message: 'must begin with https:// (http:// only on this machine), without user or fragment',
    })
    .optional(),
  MESSAGE_GATEWAY_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'must be whsec_ and 24 to 64 random bytes in base64')
    .optional(),
  /** Services that bring messages to browsers and may be called; `off`: none. `https://*.example.org`: all below it. */
  WEB_PUSH_SERVICES: z
    .string()
    .transform((text) => (text === 'off' ? [] : text.split(',').map((part) => part.trim())))
    .refine((parts) => parts.every((part) => isOrigin(part)), {
      message: 'must be "off" or a comma-separated list of origins such as https://fcm.googleapis.com',
    })
    .default(() => [...PUSH_SERVICES]),
  /** The city's single sign-on (OpenID Connect): address of the provider, and how this product is known to it. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What people call it. */
  OIDC_NAME: z.string().max(60).default('SSO'),
  /** The e-sign service of BSrE (client API 2) that officials sign documents with; https, or this machine. */
  BSRE_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => isSafeForSecrets(url), {
      message: 'must begin with https:// (http:// only on this machine), without user, query or fragment',
    })
    .optional(),
  BSRE_SIGN_PATH: z
    .string()
    .regex(/^\/[A-Za-z0-9/_-]*$/, 'must be a path such as /api/v2/sign/pdf')
    .default('/api/v2/sign/pdf'),
  /** By what this product is known to the service. */
  BSRE_USER: z.string().optional(),
  BSRE_PASSWORD: z.string().optional(),
  /** By what the service knows an official. */
  BSRE_IDENTITY: z.enum(['nik', 'email']).default('nik'),
  /** A file of certificates (PEM) that those of officials must lead to. */
  BSRE_TRUSTED: z.string().optional(),
  /** How long one signature is waited for. */
  BSRE_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(300).default(60),
  /** As documents name it. */
  BSRE_NAME: z.string().max(120).default('Balai Besar Sertifikasi Elektronik (BSrE), BSSN'),
  /** `off` takes the service worker and its files away from every browser that comes by. */
  OFFLINE: z.enum(['on', 'off']).default('on'),
  /** A product that already runs, for the browser tests; without it they start one. */
  PRODUCT_URL: z.url().optional(),
  /** Set by npm for a script that it runs. */
  npm_lifecycle_event: z.string().optional(),
});

export type Environment = z.infer<typeof environmentSchema>;

/**
 * Reads the whole environment at once; an empty variable counts as unset.
 * @returns every problem together, one sentence each, so that one run shows all of them.
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Result<Environment, string[]> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
}

/** The environment for a child process: this one's, with some variables set anew. */
export function childEnvironment(changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
