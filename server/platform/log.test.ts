import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { createLog, describeError } from './log.ts';

describe('createLog', () => {
  it('writes one JSON line per event, also when a text holds line breaks', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => lines.push(line) });
    log.info({ route: '/x\r\n{"level":"error"}' }, 'request');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', msg: 'request' });
  });

  it('does not repeat what a database error quotes', () => {
    const error = Object.assign(new postgres.PostgresError('Key (name)=(Siti) lies at 116.83 -1.27'), {
      // Its name is that of its class, which a build may shorten.
      name: 'p',
      code: '23505',
      detail: 'Key (name)=(Siti) already exists',
    });
    const logged = JSON.stringify(describeError(error));
    expect(logged).toContain('23505');
    expect(logged).not.toMatch(/Siti|116\.83/);
  });
});
