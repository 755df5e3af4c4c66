import { openDatabase } from '../../server/platform/db.ts';
import { aSigningOffice, type Moment } from './a-signing-office.ts';

/** Signs one application in a process of its own, which is killed in one moment of it: no handler runs, nothing is closed. */
export interface Death {
  readonly url: string;
  readonly folder: string;
  readonly now: string;
  readonly applicationId: string;
  readonly revision: number;
  readonly cookie: string;
  readonly moment: Moment;
}

const death: Death = JSON.parse(process.argv[2] ?? '');
const office = aSigningOffice(openDatabase(death.url, { maxConnections: 4 }), death.folder, {
  now: death.now,
  onMoment(moment) {
    if (moment === death.moment) process.kill(process.pid, 'SIGKILL');
  },
});
const answer = await office.app.request(`/api/v1/staff/applications/${death.applicationId}/steps/sign`, {
  method: 'POST',
  headers: { cookie: death.cookie, 'content-type': 'application/json', 'if-match': `"r${death.revision}"` },
  body: '{}',
});
process.stderr.write(`still alive: ${answer.status} ${await answer.text()}\n`);
process.exit(3);
