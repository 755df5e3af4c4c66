import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
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
import { aGateway, type Gateway } from '../support/a-gateway.ts';
import { aMailServer, type MailServer } from '../support/a-mail-server.ts';
import { aPushService, type PushService } from '../support/a-push-service.ts';
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
const open = (given: Parameters<typeof openChannels>[0] = settings()) =>
  openChannels(given, deps(), async () => undefined);
const drain = (channels: Channels = open(settings())) => drainOutbox({ ...deps(), channels });
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
    const channels = open({ ...settings(), smtpUrl: undefined });
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
    const outcome = await drain(open({ ...settings(), smtpUrl: url.href }));
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
    await drainOutbox({ ...deps(), channels: { ...open(settings()), email } }, () => sent > 0);
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
    await drain({ ...open(settings()), email });
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

describe('through a browser', () => {
  const LINK = 'https://peta.example.go.id/laporan/LAP-00000-00000';
  let service: PushService;
  let gone: string[];
  beforeEach(async () => {
    service = await aPushService();
    gone = [];
    return () => service.close();
  });
  const send = (services: readonly string[] = [service.origin]) =>
    drain(
      openChannels(settings(), { ...deps(), reach: { pushServices: services } }, async (browserId) => {
        gone.push(browserId);
      }),
    );
  const queued = async (kid = deps().keys.pushKeys('push')[0]?.kid) => {
    const subscription = { ...service.subscribe(), browserId: randomUUID() };
    await queueMessage(deps(), database.sql, {
      dedupeKey: `uji:${++counter}`,
      channel: 'webpush',
      recipient: JSON.stringify({ ...subscription, kid }),
      language: 'id',
      template: 'report.push',
      parameters: { link: LINK },
    });
    return subscription;
  };

  it('what is read there says that there is news and where, and the service reads nothing of it', async () => {
    const { endpoint } = await queued();
    expect(await send()).toEqual({ sent: 1, later: 0, never: 0 });
    const [message] = service.taken;
    expect(message?.said).toEqual({
      title: 'Ada kabar baru',
      body: 'Ketuk untuk membacanya.',
      path: '/laporan/LAP-00000-00000',
    });
    expect(message?.bytes.toString('latin1')).not.toMatch(/LAP-|kabar/);
    expect(message?.claims).toEqual({
      aud: service.origin,
      exp: Math.floor(now.getTime() / 1_000) + 12 * 3_600,
      sub: 'mailto:peta@example.go.id',
    });
    const kept = await row();
    expect(kept).toMatchObject({ state: 'sent', recipient: null });
    expect(JSON.stringify(kept)).not.toContain(endpoint);
  });

  it('a key that was changed goes on signing for browsers that subscribed under it', async () => {
    await queued();
    deps().keys.rotate('push');
    expect(await send()).toMatchObject({ sent: 1 });
    await queued();
    expect(await send()).toMatchObject({ sent: 1 });
    const named = service.taken.map(
      ({ headers }) => /k=([\w-]+)/.exec(String(headers['authorization']))?.[1],
    );
    expect(new Set(named).size).toBe(2);
  });

  it.each([404, 410])('a subscription that is gone (%i) is dropped, and seen', async (status) => {
    const { browserId } = await queued();
    service.answer = status;
    expect(await send()).toEqual({ sent: 0, later: 0, never: 1 });
    expect(gone).toEqual([browserId]);
    expect(await listUnsent(database.sql)).toMatchObject([
      { state: 'failed', lastError: `the push service answered ${status}: the subscription is gone` },
    ]);
  });

  it.each([429, 500, 403, 307])('after %i it is tried again, and never elsewhere', async (status) => {
    await queued();
    service.answer = status;
    expect(await send()).toEqual({ sent: 0, later: 1, never: 0 });
    expect(gone).toEqual([]);
    service.answer = 201;
    pass(60_000);
    expect(await send()).toMatchObject({ sent: 1 });
  });

  it('SSR01: an address that is no push service is never called', async () => {
    await queued();
    expect(await send(['https://*.push.apple.com'])).toEqual({ sent: 0, later: 0, never: 1 });
    expect(service.taken).toEqual([]);
  });
});

describe('by the gateway for telephones', () => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await aGateway();
    return () => gateway.close();
  });
  const send = (secret = gateway.secret) =>
    drain(
      openChannels(
        settings(),
        { ...deps(), reach: { gateway: { url: gateway.url, secret }, pushServices: [] } },
        async () => undefined,
      ),
    );
  const queued = () => queue({ channel: 'whatsapp', recipient: '+6281234567890' });

  it('each message is one signed request under its own id', async () => {
    await queued();
    expect(await send()).toEqual({ sent: 1, later: 0, never: 0 });
    const kept = await row();
    expect(gateway.taken).toEqual([
      {
        id: kept['message_id'],
        to: '+6281234567890',
        language: 'id',
        template: 'operator.test',
        parameters: { origin: 'https://peta.example.go.id' },
        text: expect.stringMatching(/^Uji pengiriman pesan\n\nPesan ini membuktikan/),
      },
    ]);
    expect(kept).toMatchObject({ state: 'sent', recipient: null, provider_id: `wa-${kept['message_id']}` });
  });

  it('a number that it never reaches is seen as failed; a gateway that is busy, or does not know us, is asked again', async () => {
    await queued();
    gateway.answer = 422;
    expect(await send()).toEqual({ sent: 0, later: 0, never: 1 });
    expect(await listUnsent(database.sql)).toMatchObject([
      { state: 'failed', lastError: 'the gateway answered 422' },
    ]);
    await database.sql`truncate outbox_message`;
    await queued();
    for (const status of [503, 307]) {
      gateway.answer = status;
      expect(await send(), String(status)).toMatchObject({ later: 1 });
      pass(3_600_000);
    }
    gateway.answer = 200;
    expect(await send(`whsec_${Buffer.alloc(32).toString('base64')}`)).toMatchObject({ later: 1 });
    expect(gateway.taken).toEqual([]);
    pass(3_600_000);
    expect(await send()).toMatchObject({ sent: 1 });
  });

  it('where none is set, a message for it fails and says why', async () => {
    await queued();
    expect(await drain()).toEqual({ sent: 0, later: 0, never: 1 });
    expect(await listUnsent(database.sql)).toMatchObject([
      { state: 'failed', lastError: 'no channel whatsapp is set up' },
    ]);
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
