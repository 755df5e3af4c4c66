import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findInstallations } from '../../server/platform/cluster/index.ts';
import { waitUntilUnused } from '../support/processes.ts';
import { startProduct } from '../support/start-product.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
const postgresqlDirectory = '/usr/lib/postgresql';
let folder: TemporaryFolder;

beforeEach(() => {
  folder = makeTemporaryFolder('fault');
});

afterEach(async () => {
  await waitUntilUnused(folder.path);
  folder.remove();
});

/** Starts the product where it cannot start, and gives what a person then sees. */
async function startInVain(variables: Record<string, string>, args: string[] = []): Promise<string> {
  const product = startProduct({ DATA_DIRECTORY: join(folder.path, 'data'), ...variables }, [
    '--empty',
    ...args,
  ]);
  const { code } = await product.ended;
  expect(code).toBe(1);
  // The watchdog of the cluster notices the end a moment after the command has ended.
  await waitUntilUnused(folder.path, 5_000);
  return product.output().replace('One Map One Data', '').trim();
}

/** One sentence: a single line, without a stack. */
const oneLine = /^[^\n]+\.$/;

describe('what stands in the way of a start is one clear sentence', () => {
  it('a taken port, before anything is done', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const output = await startInVain({ PORT: String(port) });
    expect(output).toMatch(oneLine);
    expect(output).toContain(`Port ${port} is taken by another program`);
    expect(existsSync(join(folder.path, 'data', 'cluster'))).toBe(false);
    other.close();
  });

  it('settings that make no sense, all of them together', async () => {
    const output = await startInVain({ PORT: '99999', DATABASE_URL: 'mysql://localhost', LOG_LEVEL: 'loud' });
    expect(output.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'LOG_LEVEL',
    ]);
  });

  it('PostgreSQL is not installed', async () => {
    const output = await startInVain({ POSTGRESQL_DIRECTORY: join(folder.path, 'lib', 'postgresql') });
    expect(output).toMatch(/Missing on this machine: postgis\. Run "sudo .*install-debian\.sh postgis" once/);
  });

  it.each([
    ['missing', null, /Missing on this machine: postgis\./],
    ['too old', '3.2.1', /^PostGIS 3\.2\.1 is too old: 3\.3 or newer is needed\.$/],
  ])('PostGIS is %s', async (_, version, sentence) => {
    expect(await startInVain({ POSTGRESQL_DIRECTORY: makeInstallation(15, version) })).toMatch(sentence);
  });

  it('the PostgreSQL that made the data is gone', async () => {
    const data = join(folder.path, 'data', 'cluster', 'data');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'PG_VERSION'), '11\n');
    const output = await startInVain({});
    expect(output).toMatch(oneLine);
    expect(output).toContain('made by PostgreSQL 11, which is not installed any more');
    expect(readdirSync(data)).toEqual(['PG_VERSION']);
  });

  it.each([
    ['refuses connections', 'postgres://app@127.0.0.1:1/omod', /^No database answers at DATABASE_URL/],
    [
      'is on an unknown host',
      'postgres://app@host.invalid/omod',
      /^The host named in DATABASE_URL is not known\.$/,
    ],
  ])('the server of DATABASE_URL %s', async (_, url, sentence) => {
    const output = await startInVain({ DATABASE_URL: url });
    expect(output).toMatch(oneLine);
    expect(output).toMatch(sentence);
  });

  it('the data directory cannot be written', async () => {
    writeFileSync(join(folder.path, 'file'), '');
    const output = await startInVain({ DATA_DIRECTORY: join(folder.path, 'file', 'data') });
    expect(output).toMatch(oneLine);
    expect(output).toContain(join(folder.path, 'file'));
  });
});

describe.skipIf(!isRoot)('a clone that the database user cannot enter (needs root)', () => {
  it('gets its database elsewhere, and is told where', async () => {
    chmodSync(folder.path, 0o700);
    const data = join(folder.path, 'data');
    const product = startProduct({ DATA_DIRECTORY: data }, ['--empty']);
    await product.ready;
    const place = /in (\/var\/lib\/one-map-one-data\/\w+) \(the user "postgres" cannot enter/.exec(
      product.output(),
    )?.[1];
    expect(place).toBeDefined();
    await product.stop();
    expect(existsSync(join(place ?? '', 'data', 'PG_VERSION'))).toBe(true);
    spawnSync('rm', ['-rf', place ?? '']);
  });

  it('does not lose sight of a database that it already has', async () => {
    const data = join(folder.path, 'data');
    const product = startProduct({ DATA_DIRECTORY: data }, ['--empty']);
    await product.ready;
    await product.stop();
    chmodSync(folder.path, 0o700);
    const output = await startInVain({});
    expect(output).toMatch(oneLine);
    expect(output).toContain(
      `The database lies in ${data}/cluster, where the user "postgres" cannot enter any more`,
    );
  });
});

describe.skipIf(!isRoot)('a full disk (needs root, for a small file system)', () => {
  const mount = (sizeMb: number, isAgain = false) =>
    execFileSync('mount', [
      '-t',
      'tmpfs',
      '-o',
      `${isAgain ? 'remount,' : ''}size=${sizeMb}m`,
      'tmpfs',
      disk(),
    ]);
  const disk = () => join(folder.path, 'data');

  beforeEach(() => {
    mkdirSync(disk());
  });

  afterEach(() => {
    spawnSync('umount', [disk()]);
  });

  it.each([
    ['while the cluster is made', 20],
    ['while the schema is made', 52],
  ])('%s: one sentence, and the next start goes on when there is room', async (_, sizeMb) => {
    mount(sizeMb);
    const output = await startInVain({});
    expect(output.split('\n').at(-1)).toMatch(/^The disk is full: free some space and start again/);
    mount(300, true);
    const product = startProduct({ DATA_DIRECTORY: disk() }, ['--empty']);
    await product.ready;
    await product.stop();
  });

  it('on data that is there: nothing is lost', async () => {
    mount(300);
    const first = startProduct({ DATA_DIRECTORY: disk() }, ['--empty']);
    await first.ready;
    await first.stop();
    spawnSync('dd', ['if=/dev/zero', `of=${disk()}/ballast`, 'bs=64k']);
    const output = await startInVain({});
    expect(output.split('\n').at(-1)).toMatch(/^The disk is full: /);
    spawnSync('rm', [`${disk()}/ballast`]);
    const second = startProduct({ DATA_DIRECTORY: disk() }, ['--empty']);
    await second.ready;
    expect(second.output()).toMatch(/Schema\s+up to date/);
    await second.stop();
  });
});

describe.skipIf(!isRoot)('the private database (needs root, to be somebody else)', () => {
  it('lets no other user of the machine in, even one who finds its socket', async () => {
    const product = startProduct({ DATA_DIRECTORY: folder.path }, ['--empty']);
    await product.ready;
    const socket = join(folder.path, 'cluster', 'socket');
    const knock = () =>
      spawnSync('psql', ['-h', socket, '-p', '5432', '-U', 'omod', 'omod', '-c', 'select 1'], {
        uid: 65534,
        gid: 65534,
        cwd: '/',
        encoding: 'utf8',
      });
    expect(knock().stderr).toContain('Permission denied');
    chmodSync(join(folder.path, 'cluster'), 0o755);
    chmodSync(socket, 0o755);
    expect(knock().stderr).toContain('Peer authentication failed');
    await product.stop();
  });
});

/** A directory of PostgreSQL versions with the real programs of this machine and another PostGIS (null: none). */
function makeInstallation(major: number, postgisVersion: string | null): string {
  const real = findInstallations(postgresqlDirectory)[0];
  const directory = join(folder.path, 'lib', 'postgresql');
  const extensions = join(folder.path, 'share', 'postgresql', String(major), 'extension');
  mkdirSync(join(directory, String(major)), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  symlinkSync(real?.binDirectory ?? '', join(directory, String(major), 'bin'));
  if (postgisVersion !== null) {
    writeFileSync(join(extensions, 'postgis.control'), `default_version = '${postgisVersion}'\n`);
  }
  return directory;
}
