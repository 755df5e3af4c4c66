import type { Logger } from 'pino';
import type { Deps } from '../../platform/deps.ts';
import type { Channels, MessageChannel } from './channel.ts';
import { openGatewayChannel } from './gateway-channel.ts';
import { mailFolder, openFileChannel, openSmtpChannel } from './mail-channel.ts';
import { openPushChannel } from './push/push-channel.ts';

export interface ChannelSettings {
  /** Address of the mail server; without it every mail becomes a file in `mail` of the data directory. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly dataDirectory: string;
}

/**
 * The channels of this installation. What is not set is off, and said once, here.
 * @param onGone told of a browser that takes no messages any more
 */
export function openChannels(
  settings: ChannelSettings,
  deps: Pick<Deps, 'keys' | 'clock' | 'reach' | 'http'> & { readonly log: Pick<Logger, 'info'> },
  onGone: (browserId: string) => Promise<void>,
): Channels {
  const { gateway, pushServices = [] } = deps.reach ?? {};
  if (gateway === undefined)
    deps.log.info('MESSAGE_GATEWAY_URL is not set: nobody is told by WhatsApp or SMS, and the form says so');
  if (pushServices.length === 0)
    deps.log.info('no push service may be called: nobody is told through a browser');
  const push = {
    services: pushServices,
    contact: contactOf(settings.mailFrom, deps.http?.publicUrl),
    onGone,
  };
  return {
    email: openMailChannel(settings, deps.log),
    ...(gateway === undefined ? {} : { whatsapp: openGatewayChannel(deps, gateway) }),
    ...(pushServices.length === 0 ? {} : { webpush: openPushChannel(deps, push) }),
  };
}

function openMailChannel(
  { smtpUrl, mailFrom, dataDirectory }: ChannelSettings,
  log: Pick<Logger, 'info'>,
): MessageChannel {
  if (smtpUrl !== undefined) return openSmtpChannel(smtpUrl, mailFrom);
  const directory = mailFolder(dataDirectory);
  log.info({ directory }, 'SMTP_URL is not set: mail is written to files');
  return openFileChannel(directory, mailFrom);
}

/** Whom a push service turns to: our page where there is one, otherwise our mail. */
function contactOf(mailFrom: string, publicUrl: string | undefined): string {
  if (publicUrl?.startsWith('https:')) return new URL(publicUrl).origin;
  return `mailto:${/<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim()}`;
}
