import { Hono } from 'hono';
import type { Deps } from './platform/deps.ts';

/**
 * The whole HTTP application: platform middleware first, then one router per feature. No socket is opened here,
 * so tests call `createApp(deps).request('/path')`.
 */
export function createApp(_deps: Deps) {
  const app = new Hono();
  return app;
}

export type AppType = ReturnType<typeof createApp>;
