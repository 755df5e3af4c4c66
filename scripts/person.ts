import { text } from 'node:stream/consumers';
import { nikFault } from '../server/domain/krk/personal.ts';
import { eraseSubject, exportSubject } from '../server/features/applications/index.ts';
import { holdsDemo } from '../server/features/legend/index.ts';
import { listAffected } from '../server/features/reports/index.ts';
import { runWithDeps } from './setup/run-with-deps.ts';

const USAGE = `npm run --silent person -- export   everything that is kept about a person, as JSON
npm run --silent person -- erase    forget a person; what the law keeps, or is still worked on, is named
npm run --silent person -- affected FROM UNTIL   whose data lay in reports of violations that came between two
                                    moments (2026-11-30T08:00+08:00): after a breach, with how to reach them, as JSON

The NIK is read from standard input, so that it stands in no list of commands.
`;

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
  const nik = (await text(process.stdin)).trim();
  if (nikFault(nik) !== null) {
    console.error('This is no NIK: sixteen digits.');
    return 2;
  }
  const subject = { ...deps, holdsDemo: (on: string) => holdsDemo(deps.sql, on) };
  if (command === 'export') {
    console.log(JSON.stringify(await exportSubject(subject, nik, 'operator'), null, 2));
    return 0;
  }
  const { erased, kept } = await eraseSubject(subject, nik, 'operator');
  console.log(
    `Forgotten in ${erased.length} applications${erased.length === 0 ? '.' : `: ${erased.join(', ')}.`}`,
  );
  for (const { ticket, why, number } of kept)
    console.log(
      why === 'archive'
        ? `Kept: document ${number} of ${ticket}. An issued document is an archive of the city (UU 43/2009).`
        : `Kept: ${ticket} is being worked on. It is withdrawn first.`,
    );
  return 0;
});
