import { describe, expect, it } from 'vitest';
import { readEnvironment } from './env.ts';

describe('readEnvironment', () => {
  it('needs nothing to be set', () => {
    const read = readEnvironment({});
    expect(read.ok && read.value).toMatchObject({ PORT: 8080, HOST: '127.0.0.1', DATA_DIRECTORY: '.data' });
  });

  it('names every problem in one go', () => {
    const read = readEnvironment({ PORT: 'eighty', DATABASE_URL: 'mysql://x', TRUSTED_PROXY: 'everyone!' });
    expect(read.ok).toBe(false);
    const problems = read.ok ? [] : read.problem;
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'TRUSTED_PROXY',
    ]);
  });

  it('counts an empty variable as unset', () => {
    const read = readEnvironment({ PORT: '', DATABASE_URL: '' });
    expect(read.ok && read.value.PORT).toBe(8080);
  });

  it('splits the trusted proxies', () => {
    const read = readEnvironment({ TRUSTED_PROXY: 'loopback, 10.0.0.0/8,fd00::/8' });
    expect(read.ok && read.value.TRUSTED_PROXY).toEqual(['loopback', '10.0.0.0/8', 'fd00::/8']);
  });

  it('refuses a metrics token that can be guessed', () => {
    expect(readEnvironment({ METRICS_TOKEN: 'short' }).ok).toBe(false);
  });
});
