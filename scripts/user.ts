import { parseArgs } from 'node:util';
import { ROLES, type Role } from '../server/domain/accounts/role.ts';
import { PROBLEM_TEXT } from '../server/domain/problem-text.ts';
import { invite, inviteToNewPassword } from '../server/features/accounts/index.ts';
import { runWithDeps } from './setup/run-with-deps.ts';

const USAGE = `npm run user -- invite EMAIL [--role ROLE]… [--producer ID] [--kelurahan CODE]
                     an invitation; without --role of an administrator, the first one for example
npm run user -- new-password EMAIL
                     a link for a new password, for an administrator who cannot sign in any more
Both print the link and send nothing: hand it over yourself. It holds for three days and once.
roles: ${ROLES.join(', ')}
`;

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

await runWithDeps(async (deps, environment) => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      role: { type: 'string', multiple: true, default: ['administrator'] },
      producer: { type: 'string' },
      kelurahan: { type: 'string' },
    },
  });
  const [command, email] = positionals;
  const roles = values.role.filter(isRole);
  const isUsable = email?.includes('@') === true && roles.length === values.role.length;
  if (!isUsable || (command !== 'invite' && command !== 'new-password')) {
    console.error(USAGE);
    return 2;
  }
  const origin = environment.PUBLIC_URL ?? `http://127.0.0.1:${environment.PORT}`;
  const given = { ...deps, origin };
  const made =
    command === 'invite'
      ? await invite(given, 'operator', {
          email,
          roles,
          producerId: values.producer ?? null,
          kelurahanCode: values.kelurahan ?? null,
          language: 'id',
        })
      : await inviteToNewPassword(given, 'operator', { email });
  if (!made.ok) {
    const { title, detail } = PROBLEM_TEXT[made.problem.code];
    console.error(
      `${title.en}. ${detail.en.replace(/\{(\w+)\}/g, (_, name: string) => String(made.problem.params[name]))}`,
    );
    return 1;
  }
  console.log(made.value.link);
  return 0;
});
