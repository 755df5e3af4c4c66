import { readEnvironment } from '../../server/env.ts';
import { demoStateOf, loadDemo } from '../../server/features/demo/index.ts';
import { openDeps } from '../../server/platform/open-deps.ts';

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

/** What this process tells the one that started it. */
export type DemoMessage =
  | { readonly kind: 'progress'; readonly step: string; readonly share: number }
  | { readonly kind: 'loaded'; readonly text: string };

/**
 * Makes and loads the demo city in a process of its own: its memory is given back to the machine afterwards, and
 * Ctrl-C ends it at once. DATABASE_URL names the database.
 */
async function loadInThisProcess(): Promise<void> {
  const environment = readEnvironment();
  if (!environment.ok || environment.value.DATABASE_URL === undefined)
    throw new Error('DATABASE_URL is not set.');
  const tell = (message: DemoMessage): void => void process.send?.(message);
  const { deps, close } = openDeps(
    { ...environment.value, LOG_LEVEL: 'warn' },
    environment.value.DATABASE_URL,
  );
  try {
    const state = await demoStateOf(deps.sql);
    if (state === 'complete' || state === 'other') return tell({ kind: 'loaded', text: 'there already' });
    const { zoneCount, parcelCount } = await loadDemo({
      deps,
      onProgress: (step, share) => tell({ kind: 'progress', step: WHAT_HAPPENS[step] ?? step, share }),
    });
    const counts = `${zoneCount.toLocaleString('en')} zones, ${parcelCount.toLocaleString('en')} parcels`;
    tell({ kind: 'loaded', text: `${deps.city.demoNotice.id}: ${counts}` });
  } finally {
    await close();
  }
}

process.once('disconnect', () => process.exit(1));
await loadInThisProcess();
process.exit(0);
