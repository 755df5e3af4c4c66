import { text } from 'node:stream/consumers';
import { nikFault } from '../server/domain/krk/personal.ts';
import { eraseSubject, exportSubject } from '../server/features/applications/index.ts';
import { holdsDemo } from '../server/features/legend/index.ts';
import { runWithDeps } from './setup/run-with-deps.ts';

const USAGE = `npm run --silent person -- export   everything that is kept about a person, as JSON
npm run --silent person -- erase    forget a person; what the law keeps, or is still worked on, is named

The NIK is read from standard input, so that it stands in no list of commands.
`;

await runWithDeps(async (deps) => {
  const [command] = process.argv.slice(2);
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
