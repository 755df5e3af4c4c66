import type { Actor } from '#domain/accounts/actor';
import type { ServiceSettings } from '#domain/krk/settings';
import type { CaseSettings } from '#domain/violation-case/settings';
import type { Deps } from '../../platform/deps.ts';
import { inTheNameOf } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { type ServiceName, writeSettings } from './queries.ts';

/**
 * Sets what the office decides about a service; the log names the fields that changed.
 * @param before what held at `revision`
 * @returns false when somebody else has set it since `revision`; 0 = nobody ever has
 */
export async function setService<S extends ServiceSettings | CaseSettings>(
  { sql, clock }: Pick<Deps, 'sql' | 'clock'>,
  actor: Actor,
  service: ServiceName,
  { revision, before, settings }: { readonly revision: number; readonly before: S; readonly settings: S },
): Promise<boolean> {
  const by = `account:${actor.accountId}` as const;
  return await inTheNameOf(sql, actor, async (tx) => {
    if (!(await writeSettings(tx, service, settings, { revision, by, now: clock.now() }))) return false;
    const names = Object.keys(settings) as (keyof S & string)[];
    const fields = names.filter((name) => JSON.stringify(settings[name]) !== JSON.stringify(before[name]));
    const facts = { service, revision: revision + 1, fields };
    await audit(tx, { kind: 'service.configured', actor: by, facts }, clock);
    return true;
  });
}
