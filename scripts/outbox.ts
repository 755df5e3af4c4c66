import {
  drainOutbox,
  listUnsent,
  openChannels,
  queueMessage,
  requeueFailed,
} from '../server/features/outbox/index.ts';
import { forgetBrowser } from '../server/features/reports/index.ts';
import { runWithDeps } from './setup/run-with-deps.ts';

const USAGE = `npm run outbox -- list           what is not sent yet, and why not
npm run outbox -- test ADDRESS   queue a mail that says nothing but that it came
npm run outbox -- drain          send what is due now; the running server does so by itself
npm run outbox -- retry          queue again what has failed
`;

await runWithDeps(async (deps, environment) => {
  const [command, address] = process.argv.slice(2);
  switch (command) {
    case 'list': {
      const messages = await listUnsent(deps.sql);
      for (const { state, template, attempts, dueAt, lastError } of messages)
        console.log(
          `${state.padEnd(8)} ${template}  ${attempts} attempts, due ${dueAt.toISOString()}  ${lastError ?? ''}`,
        );
      if (messages.length === 0) console.log('Everything is sent.');
      return 0;
    }
    case 'test': {
      if (address === undefined) break;
      await queueMessage(deps, deps.sql, {
        dedupeKey: `operator.test:${deps.clock.now().toISOString()}`,
        channel: 'email',
        recipient: address,
        language: 'id',
        template: 'operator.test',
        parameters: { origin: environment.PUBLIC_URL ?? 'One Map One Data' },
      });
      console.log('Queued.');
      return 0;
    }
    case 'drain': {
      const { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom, DATA_DIRECTORY: dataDirectory } = environment;
      const channels = openChannels({ smtpUrl, mailFrom, dataDirectory }, deps, (browserId) =>
        forgetBrowser(deps.sql, browserId),
      );
      const { sent, later, never } = await drainOutbox({ ...deps, channels });
      console.log(`${sent} sent, ${later} to be tried again, ${never} failed.`);
      return never > 0 ? 1 : 0;
    }
    case 'retry':
      console.log(`${await requeueFailed(deps.sql, deps.clock.now())} queued again.`);
      return 0;
  }
  console.error(USAGE);
  return 2;
});
