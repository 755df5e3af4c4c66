import { audit } from '../server/features/log/index.ts';
import { KEY_NAMES, type KeyName } from '../server/platform/keys.ts';
import { runWithDeps } from './setup/run-with-deps.ts';

const USAGE = `npm run keys -- list           which keys there are, without their secrets
npm run keys -- rotate NAME    put a new key in use; the ones before go on verifying and decrypting
                               names: ${Object.keys(KEY_NAMES).join(', ')}
`;

const isKeyName = (name: string | undefined): name is KeyName =>
  name !== undefined && Object.hasOwn(KEY_NAMES, name);

await runWithDeps(async ({ keys, sql }) => {
  const [command, name] = process.argv.slice(2);
  if (command === 'list') {
    for (const { name: listed, kid, createdAt, isInUse } of keys.list())
      console.log(`${listed.padEnd(10)} ${kid}  made ${createdAt}${isInUse ? '  in use' : ''}`);
    return 0;
  }
  if (command !== 'rotate' || !isKeyName(name)) {
    console.error(USAGE);
    return 2;
  }
  const { kid } = keys.rotate(name);
  await audit(sql, { kind: 'key.rotated', actor: 'operator', facts: { name, kid } });
  console.log(`${name} uses the new key ${kid}. Make a backup of the keys now.`);
  return 0;
});
