import * as z from 'zod/mini';

const POINT = /^B[A-Za-z0-9_-]{86}$/;
const SIXTEEN_BYTES = /^[A-Za-z0-9_-]{22}$/;

/** What a browser gives when its reader wants to be told: `PushSubscription.toJSON()`. */
export const pushSubscriptionSchema = z.object({
  endpoint: z.string().check(z.maxLength(1_000)),
  keys: z.object({
    p256dh: z.string().check(z.regex(POINT)),
    auth: z.string().check(z.regex(SIXTEEN_BYTES)),
  }),
});
export type PushSubscription = z.infer<typeof pushSubscriptionSchema>;

/** A subscription with the key that it was made under: the recipient of a message. */
export const pushRecipientSchema = z.extend(pushSubscriptionSchema, {
  kid: z.string(),
  /** What whoever keeps it calls it, to be told when it is gone. Missing in messages of before 0053. */
  browserId: z.optional(z.uuid()),
});
export type PushRecipient = z.infer<typeof pushRecipientSchema>;

/**
 * Whether an address is of a service that the operator lets this server call: a stranger's browser names it, and a server that
 * calls any address is a way into its own network.
 *
 * @param services origins; `https://*.example.org` is every host below it
 */
export function isOfService(endpoint: string, services: readonly string[]): boolean {
  const url = URL.parse(endpoint);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return services.some((service) => {
    if (!service.startsWith('https://*.')) return url.origin === service;
    const below = service.slice('https://*'.length);
    return url.protocol === 'https:' && url.port === '' && url.hostname.endsWith(below);
  });
}
