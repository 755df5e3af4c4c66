import type { Environment } from '../../server/env.ts';
import { demoStateOf, loadDemo } from '../../server/features/demo/index.ts';
import { openDeps } from '../../server/platform/open-deps.ts';
import type { OpenedDatabase } from './open-database.ts';
import type { Report } from './progress.ts';

const WHAT_HAPPENS: Readonly<Record<string, string>> = {
  outlines: 'outlines of the kelurahan',
  landscape: 'hills, forest and shore',
  roads: 'streets',
  blocks: 'blocks',
  zones: 'zones',
  parcels: 'parcels',
  overlays: 'special areas',
  names: 'street names',
  rules: 'rules',
};

/**
 * Loads the demo city into an empty register, or finishes a load that was interrupted.
 * @returns what was done, in words
 */
export async function loadDemoCity(
  environment: Environment,
  database: OpenedDatabase,
  report: Report,
): Promise<string> {
  const { deps, close } = openDeps(environment, database.url);
  try {
    const state = await demoStateOf(deps.sql);
    if (state === 'complete' || state === 'other') return state === 'complete' ? 'loaded' : 'left out';
    const { zoneCount, parcelCount } = await loadDemo({
      deps,
      onProgress: (step, share) => {
        report(`${String(Math.round(share * 100)).padStart(3)} %  ${WHAT_HAPPENS[step] ?? step}`);
      },
    });
    return `${deps.city.demoNotice.id}: ${zoneCount} zones, ${parcelCount} parcels`;
  } catch (error) {
    throw database.explain(error);
  } finally {
    await close();
  }
}
