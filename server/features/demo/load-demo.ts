import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  type DemoCity,
  earlierTables,
  frameOfCity,
  generateDemoCity,
  readCitySource,
  ruleTables,
} from '../../../data/demo/index.ts';
import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { findProjectRoot } from '../../platform/project-root.ts';
import { audit } from '../log/index.ts';
import { describePublishProblem, publishVersion } from '../publish/index.ts';
import { importKbli, importRules } from '../rules/index.ts';
import { copyLayer } from './copy-layers.ts';
import { type DemoLayer, demoLayersOf, RULES_LAYER } from './demo-layers.ts';
import { reportOf } from './demo-report.ts';
import {
  analyzeAll,
  isRegisterEmpty,
  knownLayers,
  knownVersions,
  limitCoverage,
  publishedVersions,
  saveDemoLayer,
} from './queries.ts';

/** A day before which nobody asks; fixed, so that the demo city is the same whenever it is loaded. */
const IN_FORCE_FROM = '2020-01-01';
/** The invented revision: the rules and the heritage areas of today. */
const REVISED_FROM = '2024-07-01';
const DECREE = 'Peraturan CONTOH Nomor 0 Tahun 0000';
const REVISION = 'Peraturan CONTOH Nomor 00 Tahun 0000 tentang Perubahan';

/** `absent`: the register is empty. `unfinished`: a load was interrupted. `other`: there is content, but no demo city. */
export type DemoState = 'absent' | 'unfinished' | 'complete' | 'other';

/** Where the load stands: a step by name and the share of the work done, 0 to 1. */
export interface LoadDemoInput {
  readonly deps: Pick<Deps, 'sql' | 'clock' | 'city' | 'tilesDirectory'>;
  readonly onProgress?: (step: string, share: number) => void;
}

export interface LoadedDemo {
  readonly sha256: string;
  readonly zoneCount: number;
  readonly parcelCount: number;
  readonly layerCount: number;
}

/** Whether the demo city is there, so that a start knows what to do. */
export async function demoStateOf(sql: Deps['sql']): Promise<DemoState> {
  if (await isRegisterEmpty(sql)) return 'absent';
  const known = await knownLayers(sql, [
    RULES_LAYER,
    'batas-administrasi',
    'rdtr-contoh',
    'persil-contoh',
    'tempat-osm',
  ]);
  if (!known.some(({ layerId }) => layerId === RULES_LAYER)) return 'other';
  return known.length === 5 && known.every(({ isPublished }) => isPublished) ? 'complete' : 'unfinished';
}

/**
 * Makes the demo city, copies it into the register in one transaction and puts every layer in force, tiles first.
 * Interrupted at any moment it can be called again: what is there is kept, what is missing is added.
 * @throws Error with one sentence when the rules or the tiles are refused
 */
export async function loadDemo({ deps, onProgress = () => undefined }: LoadDemoInput): Promise<LoadedDemo> {
  const root = findProjectRoot();
  const source = readCitySource(join(root, 'data', 'cities', deps.city.id));
  const city = await generateDemoCity({
    source,
    onProgress: (step, share) => onProgress(step, share * 0.45),
  });
  onProgress('rules', 0.45);
  const rules = await loadRules(deps, root, city);
  const layers = demoLayersOf(city, deps.city.office.id, deps.city.demoNotice.id);
  await copyCity(deps, source, city, layers, onProgress);
  const revised = new Set(layers.filter((layer) => layer.isEarlier).map((layer) => layer.layerId));
  const orders = [
    { layerId: RULES_LAYER, versionId: rules.earlier, isRevision: false },
    { layerId: RULES_LAYER, versionId: rules.today, isRevision: true },
    ...layers.map(({ layerId, versionId, isEarlier }) => ({
      layerId,
      versionId,
      isRevision: revised.has(layerId) && !isEarlier,
    })),
  ];
  const published = await publishedVersions(
    deps.sql,
    orders.map(({ versionId }) => versionId),
  );
  const realLayers = new Set(layers.filter((layer) => !layer.isDemo).map((layer) => layer.layerId));
  let done = 0;
  for (const { layerId, versionId, isRevision } of orders) {
    onProgress(`publish ${layerId}`, 0.7 + (0.3 * done) / orders.length);
    done += 1;
    if (published.has(versionId)) continue;
    const outcome = await publishVersion(deps, {
      layerId,
      versionId,
      validFrom: isRevision ? REVISED_FROM : IN_FORCE_FROM,
      actor: 'system',
      // Borders and names of places are real: no made-up regulation stands beside them.
      decree: realLayers.has(layerId)
        ? `Data nyata: ${deps.city.attributions.join('; ')}`
        : isRevision
          ? REVISION
          : DECREE,
      ...(realLayers.has(layerId) ? {} : { note: deps.city.demoNotice.id }),
    });
    if (!outcome.ok)
      throw new Error(
        `The demo layer ${layerId} was not published: ${describePublishProblem(outcome.problem)}`,
      );
  }
  const loaded = {
    sha256: city.sha256,
    zoneCount: city.zones.length,
    parcelCount: city.parcels.length,
    layerCount: new Set(orders.map(({ layerId }) => layerId)).size,
  };
  await audit(deps.sql, { kind: 'demo.loaded', actor: 'system', facts: loaded }, deps.clock);
  return loaded;
}

async function loadRules(
  deps: LoadDemoInput['deps'],
  root: string,
  city: DemoCity,
): Promise<{ earlier: string; today: string }> {
  const lists = join(root, 'data', 'code-lists');
  const kbli = await importKbli(deps.sql, join(lists, 'kbli-2020.csv'), join(lists, 'activity-words.csv'));
  if (!kbli.ok) throw new Error('The committed KBLI list was refused.');
  const texts = ruleTables([...new Set(city.zones.map(({ code }) => code))]);
  return {
    earlier: await importTables(deps, earlierTables(texts), 'Kota contoh, sebelum revisi'),
    today: await importTables(deps, texts, 'Kota contoh'),
  };
}

async function importTables(
  deps: LoadDemoInput['deps'],
  texts: ReadonlyMap<string, string>,
  label: string,
): Promise<string> {
  const hash = createHash('sha256');
  for (const [name, text] of texts) hash.update(name).update('\0').update(text).update('\0');
  const outcome = await importRules(deps.sql, {
    layerId: RULES_LAYER,
    title: 'Peraturan zonasi contoh',
    label,
    sourceName: 'demo-city',
    source: { texts, sha256: hash.digest('hex'), format: 'csv', problems: [] },
    emptyMeans: 'tidak diatur',
    isDemo: true,
    plan: null,
    actor: 'system',
  });
  if (outcome.kind === 'imported' || outcome.kind === 'alreadyThere') return outcome.versionId;
  throw new Error('The demo rules were refused by the import of rules.');
}

async function auditDraft(
  tx: Queryable,
  { clock }: LoadDemoInput['deps'],
  { layerId, versionId, kind, featureCount, isDemo }: DemoLayer,
  sourceSha256: string,
): Promise<void> {
  const facts = { layerId, versionId, kind, sourceSha256, sourceFormat: 'demo', featureCount, isDemo };
  await audit(tx, { kind: 'layer.drafted', actor: 'system', facts }, clock);
}

async function copyCity(
  deps: LoadDemoInput['deps'],
  source: ReturnType<typeof readCitySource>,
  city: DemoCity,
  layers: readonly DemoLayer[],
  onProgress: NonNullable<LoadDemoInput['onProgress']>,
): Promise<void> {
  const known = await knownVersions(
    deps.sql,
    layers.map(({ versionId }) => versionId),
  );
  const missing = layers.filter(({ versionId }) => !known.has(versionId));
  if (missing.length === 0) return;
  const frame = frameOfCity(source);
  const adminVersion = layers.find(({ kind }) => kind === 'admin')?.versionId ?? '';
  await deps.sql.begin(async (tx) => {
    let done = 0;
    for (const layer of missing) {
      onProgress(`copy ${layer.layerId}`, 0.47 + (0.23 * done) / missing.length);
      done += 1;
      await saveDemoLayer(tx, layer, RULES_LAYER, {
        name: 'demo-city',
        sha256: city.sha256,
        crs: `EPSG:${deps.city.crs.metric}`,
        report: reportOf(layer, city, deps.city.crs.metric),
      });
      await copyLayer(tx, layer, city, frame);
      await auditDraft(tx, deps, layer, city.sha256);
      const limit = city.coverage.find(({ theme }) => theme === layer.theme);
      if (limit !== undefined) {
        const codes = limit.kelurahan.map((index) => city.kelurahanCodes[index] ?? '');
        await limitCoverage(tx, layer.versionId, adminVersion, codes);
      }
    }
  });
  await analyzeAll(deps.sql);
}
