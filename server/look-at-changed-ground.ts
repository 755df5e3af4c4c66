import { tellHolders } from './features/applications/index.ts';
import { createRemarkLoader } from './features/corrections/index.ts';
import { askGroundAgain } from './features/documents/index.ts';
import { createRuleSetLoader } from './features/rules/index.ts';
import type { Deps } from './platform/deps.ts';

/**
 * After the plan has changed: which documents in force lie on changed ground, and their holders are told. Safe to do at any
 * time, and twice: what was looked at is not looked at again, and who was told is not told again.
 */
export async function lookAtChangedGround(deps: Deps & { readonly dataDirectory: string }): Promise<{
  readonly asked: number;
  readonly changed: number;
  readonly failed: number;
  readonly told: number;
}> {
  const asked = await askGroundAgain({
    ...deps,
    loadRuleSet: createRuleSetLoader(deps.sql, 2),
    loadRemarks: createRemarkLoader(deps),
    findActivities: () => [],
    nearActivities: () => [],
  });
  // A link leads to the address that people use; whoever does not know it leaves the telling to the server.
  return { ...asked, told: deps.http === undefined ? 0 : await tellHolders(deps) };
}
