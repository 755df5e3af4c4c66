import { composeMessage, isTemplateName } from '#domain/message/templates';
import type { Deps } from '../../platform/deps.ts';
import type { Channels, SendOutcome } from './channel.ts';
import { type ClaimedMessage, claimMessage, markFailed, markLater, markSent } from './queries.ts';
import { PARAMETERS, RECIPIENT, SEALED } from './queue-message.ts';

/** How long a message belongs to who took it: longer than any attempt takes. */
const LEASE_MS = 120_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** About three days of trying. */
const MOST_ATTEMPTS = 18;
const LOOK_EVERY_MS = 5_000;

type OutboxDeps = Pick<Deps, 'sql' | 'keys' | 'clock' | 'log'> & { readonly channels: Channels };

/**
 * Sends everything that is due, one after the other; any number of processes may do so at once.
 *
 * Killed before the mail server took a message, it is sent after its lease. Killed after that and before the database
 * knew, it is sent a second time under the same Message-ID: once more than needed is the price of never losing one.
 * @param isStopping true: the message at hand is the last one
 * @returns how many attempts ended in which way
 */
export async function drainOutbox(
  deps: OutboxDeps,
  isStopping: () => boolean = () => false,
): Promise<Record<SendOutcome['kind'], number>> {
  const counts = { sent: 0, later: 0, never: 0 };
  while (!isStopping()) {
    const now = deps.clock.now();
    const message = await claimMessage(deps.sql, now, new Date(now.getTime() + LEASE_MS));
    if (message === undefined) return counts;
    const outcome = await attempt(deps, message);
    counts[outcome.kind] += 1;
    await settle(deps, message, outcome);
  }
  return counts;
}

async function attempt({ channels, keys }: OutboxDeps, message: ClaimedMessage): Promise<SendOutcome> {
  const channel = channels[message.channel];
  if (channel === undefined) return { kind: 'never', reason: `no channel ${message.channel} is set up` };
  if (!isTemplateName(message.template))
    return { kind: 'never', reason: `unknown template ${message.template}` };
  try {
    const { messageId, language, template } = message;
    const parameters = openParameters(keys, message.parameters);
    const text = composeMessage(template, language, parameters);
    const recipient = keys.decrypt('personal', message.recipient, RECIPIENT);
    const link = linkIn(parameters);
    return await channel.send({ ...text, messageId, recipient, language, template, parameters, link });
  } catch (error) {
    return { kind: 'later', reason: error instanceof Error ? error.message.slice(0, 300) : String(error) };
  }
}

function linkIn(parameters: unknown): string | null {
  const { link } = (parameters ?? {}) as { link?: unknown };
  return typeof link === 'string' ? link : null;
}

function openParameters(keys: OutboxDeps['keys'], parameters: unknown): unknown {
  const isSealed = typeof parameters === 'object' && parameters !== null && SEALED in parameters;
  return isSealed ? JSON.parse(keys.decrypt('personal', String(parameters[SEALED]), PARAMETERS)) : parameters;
}

async function settle(deps: OutboxDeps, message: ClaimedMessage, outcome: SendOutcome): Promise<void> {
  const { sql, clock, log } = deps;
  const { messageId, attempts, template } = message;
  if (outcome.kind === 'sent') return await markSent(sql, message, outcome.providerId, clock.now());
  if (outcome.kind === 'never' || attempts >= MOST_ATTEMPTS) {
    log.error({ messageId, template, attempts, reason: outcome.reason }, 'a message could not be sent');
    return await markFailed(sql, message, outcome.reason);
  }
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  log.warn({ messageId, template, attempts, reason: outcome.reason }, 'a message is sent later');
  await markLater(sql, message, outcome.reason, new Date(clock.now().getTime() + pause));
}

/**
 * Looks every five seconds for what is due.
 * @returns how to stop it; resolves when the message at hand is done
 */
export function runOutbox(deps: OutboxDeps): () => Promise<void> {
  let working: Promise<unknown> = Promise.resolve();
  let isIdle = true;
  let isStopping = false;
  const look = (): void => {
    if (!isIdle) return;
    isIdle = false;
    working = drainOutbox(deps, () => isStopping)
      .catch((err: unknown) => deps.log.error({ err }, 'the outbox could not be read'))
      .finally(() => {
        isIdle = true;
      });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    isStopping = true;
    await working;
  };
}
