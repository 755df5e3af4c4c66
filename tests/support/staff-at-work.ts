import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '#domain/accounts/role';
import { childEnvironment } from '../../server/env.ts';
import { forkWorker, runJobs, workOnJob } from '../../server/features/jobs/index.ts';
import { dueJobs } from '../../server/features/jobs/queries.ts';
import { drainOutbox } from '../../server/features/outbox/index.ts';
import { createHandlers } from '../../server/features/releases/index.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { WORK } from '../../server/work.ts';
import { aPerson } from './a-person.ts';
import { aVisitor, DESKTOP } from './a-visitor.ts';
import type { RunningCity } from './small-city-server.ts';

/** Does queued jobs as they come, in this process; returns how to stop. */
export function keepWorking({ deps }: RunningCity): () => Promise<void> {
  let isOver = false;
  const loop = async (): Promise<void> => {
    while (!isOver) {
      for (const { jobId } of await dueJobs(deps.sql)) await workOnJob(deps, createHandlers(deps), jobId);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const ended = loop();
  return async () => {
    isOver = true;
    await ended;
  };
}

/** Does queued jobs as the product does: each in a process of its own, of what `npm run build` has made. */
export const startWorkers = ({ deps, databaseUrl }: RunningCity): (() => Promise<void>) =>
  runJobs(
    deps,
    forkWorker(
      join(findProjectRoot(), 'dist', 'server', 'main.js'),
      WORK,
      childEnvironment({
        DATABASE_URL: databaseUrl,
        DATA_DIRECTORY: deps.dataDirectory,
        CITY: 'balikpapan',
        LOG_LEVEL: 'warn',
      }),
    ),
  ).stop;

/** A browser in which somebody of these roles is signed in, second factor and all. */
export async function aColleague(
  browser: Browser,
  { url, deps }: RunningCity,
  name: string,
  roles: readonly Role[],
  options: Parameters<typeof aVisitor>[2] = {},
): Promise<{ page: Page; complaints: string[] }> {
  const person = await aPerson(deps.sql, deps.keys, { roles, name });
  const visitor = await aVisitor(browser, url, { viewport: DESKTOP, ...options });
  const [cookie = '', value = ''] = person.headers.cookie.split(/=(.*)/s);
  await visitor.page.context().addCookies([{ name: cookie, value, url }]);
  return visitor;
}

/** The link of an invitation, out of the mail that it was sent with. */
export async function readInvitation({ deps, url }: RunningCity, email: string): Promise<string> {
  const mails: { readonly recipient: string; readonly body: string }[] = [];
  await drainOutbox({
    ...deps,
    channels: {
      email: {
        send: async (message) => {
          mails.push(message);
          return { kind: 'sent', providerId: message.messageId };
        },
      },
    },
  });
  const link = mails.find(({ recipient }) => recipient === email)?.body.match(/https?:\S+#\S+/)?.[0];
  if (link === undefined) throw new Error(`No invitation was sent to ${email}`);
  return url + new URL(link).pathname + new URL(link).hash;
}
