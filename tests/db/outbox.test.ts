import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channels, MessageChannel } from '../../server/features/outbox/channel.ts';
import {
  drainOutbox,
  forgetMessages,
  listUnsent,
  openChannels,
  queueMessage,
  requeueFailed,
} from '../../server/features/outbox/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { aMailServer, type MailServer } from '../support/a-mail-server.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let server: MailServer;
let now = new Date('2026-11-22T04:00:00Z');
let counter = 0;
const log = pino({ level: 'silent' });
const deps = () => ({
  sql: database.sql,
  keys: openKeys(join(folder.path, 'keys')),
  clock: { now: () => now },
  log,
});
const settings = () => ({
  smtpUrl: server.url,
  mailFrom: 'Peta <peta@example.go.id>',
  dataDirectory: folder.path,
});
const drain = (channels: Channels = openChannels(settings(), log)) => drainOutbox({ ...deps(), channels });
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('outbox');
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});
beforeEach(async () => {
  await database.sql`truncate outbox_message`;
  server = await aMailServer();
  return () => server.close();
});

const order = (changes: { channel?: 'email' | 'whatsapp'; recipient?: string; dedupeKey?: string } = {}) => ({
  dedupeKey: `uji:${++counter}`,
  channel: 'email' as const,
  recipient: 'warga@example.go.id',
  language: 'id' as const,
  template: 'operator.test' as const,
  parameters: { origin: 'https://peta.example.go.id' },
  ...changes,
});
const queue = (changes = {}) => queueMessage(deps(), database.sql, order(changes));
const row = async () => (await database.sql`select * from outbox_message`)[0]!;

it('whoever is forgotten while their message is at the door of its channel is not in the queue again', async () => {
  await queue({ dedupeKey: 'report:lupa:received:email' });
  const stuck: MessageChannel = {
    async send() {
      await forgetMessages(database.sql, 'report:lupa:');
      return { kind: 'later', reason: '421 too busy' };
    },
  };
  await drain({ email: stuck });
  expect(await row()).toMatchObject({ state: 'failed', recipient: null });
});

describe('queueing', () => {
  it('is part of the change: a change that fails sends nothing', async () => {
    const failing = database.sql.begin(async (tx) => {
      await queueMessage(deps(), tx, order());
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow();
    expect(await drain()).toEqual({ sent: 0, later: 0, never: 0 });
    expect(server.taken).toEqual([]);
  });

  it('queues the same message once, and keeps the address unreadable', async () => {
    expect(await queue({ dedupeKey: 'sama' })).toBe(true);
    expect(await queue({ dedupeKey: 'sama' })).toBe(false);
    const stored = JSON.stringify(await row());
    expect(stored).not.toContain('warga');
    expect(await database.sql`select 1 from outbox_message`).toHaveLength(1);
  });

  it('refuses an address with anything around it', async () => {
    for (const recipient of [
      '',
      'warga',
      'a@b, c@d',
      'A <a@b>',
      'a@b\r\nBcc: c@d',
      'a@b\n',
      'a b@c',
      `${'a'.repeat(65)}@b`,
    ])
      await expect(queue({ recipient }), recipient).rejects.toThrow('no mail address');
  });
});

describe('sending', () => {
  it('a mail: plain text, both parts readable, its own id, and the address is gone afterwards', async () => {
    await queue();
    const { message_id: id } = await row();
    expect(await drain()).toEqual({ sent: 1, later: 0, never: 0 });
    const [mail = ''] = server.taken;
    expect(mail).toContain(`Message-ID: <${id}@example.go.id>`);
    expect(mail).toContain('To: warga@example.go.id');
    expect(mail).toContain('From: Peta <peta@example.go.id>');
    expect(mail).toContain('Subject: Uji pengiriman pesan');
    expect(mail).toContain('Content-Type: text/plain; charset=utf-8');
    expect(mail).toContain('https://peta.example.go.id');
    expect(await row()).toMatchObject({
      state: 'sent',
      recipient: null,
      provider_id: '250 taken',
      attempts: 1,
    });
    expect(await drain()).toEqual({ sent: 0, later: 0, never: 0 });
    expect(server.taken).toHaveLength(1);
  });

  it('without a mail server each mail is a file for its owner alone', async () => {
    await queue();
    const channels = openChannels({ ...settings(), smtpUrl: undefined }, log);
    expect(await drain(channels)).toMatchObject({ sent: 1 });
    const names = readdirSync(join(folder.path, 'mail'));
    expect(names).toEqual([`${(await row()).message_id}.eml`]);
    const path = join(folder.path, 'mail', names[0]!);
    expect(readFileSync(path, 'utf8')).toContain('To: warga@example.go.id');
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('tries again after growing pauses, and no sooner', async () => {
    await queue();
    server.answer = '451 later';
    expect(await drain()).toMatchObject({ later: 1 });
    expect(await drain()).toEqual({ sent: 0, later: 0, never: 0 });
    pass(30_000);
    expect(await drain()).toMatchObject({ later: 1 });
    pass(30_000);
    expect(await drain()).toEqual({ sent: 0, later: 0, never: 0 });
    pass(30_000);
    server.answer = '250 taken';
    expect(await drain()).toMatchObject({ sent: 1 });
    expect(server.taken).toHaveLength(1);
  });

  it('a refusal of our login is no last word about a mail', async () => {
    await queue();
    server.refusesLogin = true;
    const url = new URL(server.url);
    url.username = 'peta';
    url.password = 'salah';
    const outcome = await drain(openChannels({ ...settings(), smtpUrl: url.href }, log));
    expect(outcome).toEqual({ sent: 0, later: 1, never: 0 });
  });

  it('who stops sends no more than the message at hand', async () => {
    await queue();
    await queue();
    let sent = 0;
    const email: MessageChannel = {
      send: async () => {
        sent += 1;
        return { kind: 'sent', providerId: 'uji' };
      },
    };
    await drainOutbox({ ...deps(), channels: { ...openChannels(settings(), log), email } }, () => sent > 0);
    expect(sent).toBe(1);
  });

  it('who comes late, after the lease has gone to another, settles nothing', async () => {
    await queue();
    const email: MessageChannel = {
      send: async () => {
        await database.sql`update outbox_message set attempts = attempts + 1`;
        return { kind: 'later', reason: 'late' };
      },
    };
    await drain({ ...openChannels(settings(), log), email });
    expect(await row()).toMatchObject({ state: 'sending', attempts: 2, last_error: null });
  });

  it('a refusal for good is shown without the address, and can be queued again', async () => {
    await queue();
    server.answer = '550 5.1.1 <warga@example.go.id> is not here';
    expect(await drain()).toMatchObject({ never: 1 });
    const [failed] = await listUnsent(database.sql);
    expect(failed).toMatchObject({ state: 'failed', attempts: 1 });
    expect(failed?.lastError).toContain('550');
    expect(JSON.stringify(await row())).not.toContain('warga');
    server.answer = '250 taken';
    expect(await requeueFailed(database.sql, now)).toBe(1);
    expect(await drain()).toMatchObject({ sent: 1 });
  });

  it('gives up after eighteen attempts', async () => {
    await queue();
    server.answer = '451 later';
    let attempts = 0;
    for (; (await row()).state !== 'failed'; attempts++) {
      await drain();
      pass(6 * 3_600_000);
    }
    expect(attempts).toBe(18);
  });

  it('a channel is a port: what is set up is used, what is not fails visibly', async () => {
    const seen: string[] = [];
    const whatsapp: MessageChannel = {
      send: async ({ recipient, subject }) => {
        seen.push(`${recipient}: ${subject}`);
        return { kind: 'sent', providerId: 'wa-1' };
      },
    };
    await queue({ channel: 'whatsapp', recipient: '+628110000000' });
    expect(await drain()).toMatchObject({ never: 1 });
    expect((await listUnsent(database.sql))[0]?.lastError).toContain('no channel whatsapp');
    await requeueFailed(database.sql, now);
    expect(await drain({ whatsapp })).toMatchObject({ sent: 1 });
    expect(seen).toEqual(['+628110000000: Uji pengiriman pesan']);
  });

  it('eight senders at once send each message once', async () => {
    for (let i = 0; i < 24; i++) await queue();
    const results = await Promise.all(Array.from({ length: 8 }, () => drain()));
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(24);
    const ids = server.taken.map((mail) => /Message-ID: (\S+)/i.exec(mail)?.[1]);
    expect(new Set(ids).size).toBe(24);
    expect(ids).toHaveLength(24);
  });
});

describe('killed', () => {
  /** The operator's own command, killed when the mail server has the whole mail and has not answered. */
  async function killWhileSending(): Promise<void> {
    server.answer = null;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(findProjectRoot(), 'scripts/outbox.ts'), 'drain'],
      {
        cwd: findProjectRoot(),
        env: {
          ...process.env,
          DATABASE_URL: database.url,
          DATA_DIRECTORY: folder.path,
          SMTP_URL: server.url,
        },
        stdio: 'ignore',
      },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await Promise.race([server.nextMail(), ended]);
    child.kill('SIGKILL');
    await ended;
  }

  it('DBF02: between claim and answer, a message is neither lost nor sent before its lease is over', async () => {
    now = new Date();
    await queue();
    await killWhileSending();
    expect(await row()).toMatchObject({ state: 'sending', attempts: 1 });
    server.answer = '250 taken';
    expect(await drain()).toEqual({ sent: 0, later: 0, never: 0 });
    pass(180_000);
    expect(await drain()).toMatchObject({ sent: 1 });
    // The server of this test had not taken the first copy; one that had gets the same Message-ID twice.
    expect(server.taken).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
  });
});
