import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type { MessageChannel, SendOutcome } from './channel.ts';

/** Nothing that is read from a file or fetched goes into a mail, whatever a text says. */
const closed = { disableFileAccess: true, disableUrlAccess: true } as const;
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** Sends over a mail server. `url`: `smtps://user:password@host` or `smtp://host:587?requireTLS=true`. */
export function openSmtpChannel(url: string, from: string): MessageChannel {
  const transport = onFirstMail((createTransport) =>
    createTransport(
      { url, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
      closed,
    ),
  );
  return {
    async send(message) {
      try {
        const { response } = await (await transport()).sendMail(mailOf(message, from));
        return { kind: 'sent', providerId: response.slice(0, 200) };
      } catch (error) {
        return outcomeOfError(error, message.recipient);
      }
    },
  };
}

/**
 * Writes each mail as a file instead: development, the demonstration, and a server whose operator has set no mail
 * server yet. The same message is the same file.
 */
export function openFileChannel(directory: string, from: string): MessageChannel {
  const transport = onFirstMail((createTransport) =>
    createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, closed),
  );
  return {
    async send(message) {
      const { message: bytes } = await (await transport()).sendMail(mailOf(message, from));
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const path = join(directory, `${message.messageId}.eml`);
      await writeFile(`${path}.tmp`, bytes, { mode: 0o600 });
      await rename(`${path}.tmp`, path);
      return { kind: 'sent', providerId: 'file' };
    },
  };
}

/** A mail in a file names whom it goes to, which the database keeps encrypted and forgets when it is asked to. */
const KEEP_FILES_MS = 7 * 86_400_000;

/** Where mails that are files lie. */
export const mailFolder = (dataDirectory: string): string => join(resolve(dataDirectory), 'mail');

/** Takes away mails that were written as files. */
export async function removeMailFiles(directory: string, messageIds: readonly string[]): Promise<void> {
  for (const messageId of messageIds) await rm(join(directory, `${messageId}.eml`), { force: true });
}

/** Takes away mails that were written as files a week ago. */
export async function sweepMailFiles(directory: string, now: Date): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names) {
    const path = join(directory, name);
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs > KEEP_FILES_MS) await rm(path, { force: true });
  }
}

/** The library is read when there is a mail, not when the server starts. */
function onFirstMail<T>(
  open: (createTransport: typeof import('nodemailer').createTransport) => Transporter<T>,
) {
  let opened: Promise<Transporter<T>> | undefined;
  return (): Promise<Transporter<T>> => {
    opened ??= import('nodemailer').then(({ createTransport }) => open(createTransport));
    return opened;
  };
}

function mailOf(
  { messageId, recipient, subject, body }: Parameters<MessageChannel['send']>[0],
  from: string,
): SendMailOptions {
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    // As an object it is one address and never parsed into a list or another header.
    to: { name: '', address: recipient },
    subject,
    text: body,
    messageId: `<${messageId}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    textEncoding: 'quoted-printable',
  };
}

/**
 * 5xx to the recipient or the message is the server's last word about it (RFC 5321 section 4.2.1). Everything else may
 * pass: 5xx to our login or greeting is about this installation, and all mails would be lost with it.
 */
function outcomeOfError(error: unknown, recipient: string): SendOutcome {
  const { responseCode, command, message } = error as {
    responseCode?: number;
    command?: string;
    message?: string;
  };
  const reason = (message ?? String(error)).replaceAll(recipient, '…').slice(0, 300);
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA';
  const isFinal = isAboutThisMail && responseCode !== undefined && responseCode >= 500 && responseCode < 600;
  return { kind: isFinal ? 'never' : 'later', reason };
}
