import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Channels } from './channel.ts';
import { openFileChannel, openSmtpChannel } from './mail-channel.ts';

export interface ChannelSettings {
  /** Address of the mail server; without it every mail becomes a file in `mail` of the data directory. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly dataDirectory: string;
}

/** The channels of this installation. */
export function openChannels(
  { smtpUrl, mailFrom, dataDirectory }: ChannelSettings,
  log: Pick<Logger, 'info'>,
): Channels {
  if (smtpUrl !== undefined) return { email: openSmtpChannel(smtpUrl, mailFrom) };
  const directory = join(resolve(dataDirectory), 'mail');
  log.info({ directory }, 'SMTP_URL is not set: mail is written to files');
  return { email: openFileChannel(directory, mailFrom) };
}
