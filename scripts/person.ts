import { text } from 'node:stream/consumers';
import {
  hasKey,
  type SubjectKeys,
  subjectKeysSchema,
} from '../server/domain/personal-data/subject-request.ts';
import { operatorAsker } from '../server/features/accounts/index.ts';
import { holdsDemo } from '../server/features/legend/index.ts';
import { erasePerson, exportPerson } from '../server/features/personal-data/index.ts';
import { listAffected } from '../server/features/reports/index.ts';
import { reportCases } from '../server/open-reports.ts';
import { runWithDeps } from './setup/run-with-deps.ts';

const USAGE = `npm run --silent person -- export   everything that is kept about a person, as JSON
npm run --silent person -- erase    forget a person; what the law keeps, or is still worked on, is named
npm run --silent person -- affected FROM UNTIL   whose data lay in reports of violations that came between two
                                    moments (2026-11-30T08:00+08:00): after a breach, with how to reach them, as JSON

Whose data is read from standard input, so that it stands in no list of commands: a NIK (for applications), an e-mail
address, a telephone number (for reports of violations), one in a line, those that are known. Cases of “Data ini keliru” are
found by each of them.
`;

/** Lines as they were typed: sixteen digits are a NIK, an @ makes an address, the rest is a telephone. */
function readKeys(typed: string): SubjectKeys | null {
  const lines = typed.split('\n').map((line) => line.trim());
  const named = lines
    .filter((line) => line !== '')
    .map((line) => [line.includes('@') ? 'email' : /^\d{16}$/.test(line) ? 'nik' : 'phone', line]);
  const read = subjectKeysSchema.safeParse(Object.fromEntries(named));
  return read.success && hasKey(read.data) ? read.data : null;
}

await runWithDeps(async (deps) => {
  const [command, ...moments] = process.argv.slice(2);
  if (command === 'affected') {
    const [from, until] = moments.map((moment) => new Date(moment));
    if (from === undefined || until === undefined || !(from < until)) {
      console.error(USAGE);
      return 2;
    }
    console.log(JSON.stringify(await listAffected(deps, { from, until }, 'operator'), null, 2));
    return 0;
  }
  if (command !== 'export' && command !== 'erase') {
    console.error(USAGE);
    return 2;
  }
  const keys = readKeys(await text(process.stdin));
  if (keys === null) {
    console.error('One in a line: a NIK of sixteen digits, an e-mail address, a telephone number.');
    return 2;
  }
  const kept = {
    applications: { ...deps, holdsDemo: (on: string) => holdsDemo(deps.sql, on) },
    reports: { ...deps, cases: reportCases(deps) },
    corrections: deps,
  };
  const asker = operatorAsker(deps.sql);
  if (command === 'export') {
    console.log(JSON.stringify(await exportPerson(kept, keys, asker), null, 2));
    return 0;
  }
  const forgotten = await erasePerson(kept, keys, asker);
  const tell = (what: string, tickets: readonly string[]): void =>
    console.log(
      `Forgotten in ${tickets.length} ${what}${tickets.length === 0 ? '.' : `: ${tickets.join(', ')}.`}`,
    );
  tell('applications', forgotten.erased);
  tell('reports', forgotten.reports);
  tell('cases of “Data ini keliru”', forgotten.corrections);
  for (const { ticket, why, number } of forgotten.kept)
    console.log(
      why === 'archive'
        ? `Kept: document ${number} of ${ticket}. An issued document is an archive of the city (UU 43/2009).`
        : `Kept: ${ticket} is being worked on. It is withdrawn first.`,
    );
  return 0;
});
