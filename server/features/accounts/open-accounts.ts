import { Hono } from 'hono';
import type { Deps } from '../../platform/deps.ts';
import { type Access, createAccess } from './access.ts';
import { openLibraries } from './library/libraries.ts';
import { peopleRoutes } from './people/routes.ts';
import { producerRoutes } from './producers/routes.ts';
import { accountRoutes } from './routes.ts';

/** Accounts of one application: who may do what, and the addresses under which people keep and manage accounts. */
export function openAccounts(deps: Deps): { access: Access; routes: Hono } {
  const access = createAccess(deps);
  const origin = deps.http?.publicUrl ?? deps.http?.localUrl ?? 'http://127.0.0.1';
  const accountDeps = { ...deps, libraries: openLibraries(deps), origin };
  const routes = new Hono()
    .route('/', accountRoutes(accountDeps, access))
    .route('/', peopleRoutes(accountDeps, access))
    .route('/', producerRoutes(accountDeps, access));
  return { access, routes };
}
