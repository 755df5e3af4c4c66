import type { Actor } from '#domain/accounts/actor';
import { may } from '#domain/accounts/rights';
import { type Problem, problem } from '#domain/problem';
import { CORE_FIELDS, type LayerChange, type LayerRecord, type NewLayer } from '#domain/release/layer-record';
import { fail, ok, type Result } from '#domain/result';
import { isThemeCode, THEMES } from '#domain/zoning/theme';
import { calendarDay } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import { inTheNameOf, refuseProducer } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { forgetArchivesOf, holdPublishing, isPublishingElsewhere, removeArchives } from '../publish/index.ts';
import { insertLayer, type LayerRow, readLayers, updateLayer, wasPublished } from './queries.ts';
import type { RegistryDeps } from './registry-deps.ts';

const todayOf = ({ clock, city }: RegistryDeps): string => calendarDay(clock.now(), city.timeZone);

/** Layers with their record; the core fields that are empty are named. */
export async function tellLayers(
  deps: RegistryDeps,
  layerId?: string,
  sql: Queryable = deps.sql,
): Promise<LayerRecord[]> {
  return (await readLayers(sql, todayOf(deps), layerId)).map(tell);
}

const tell = (row: LayerRow): LayerRecord => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
  missing: CORE_FIELDS.filter((field) => row[field] === null),
});

/** A new layer without data; a person keeps layers of the own agency only, unless the rights reach farther. */
export async function registerLayer(
  deps: RegistryDeps,
  actor: Actor,
  layer: NewLayer,
): Promise<Result<LayerRecord, Problem>> {
  if (!may(actor, 'layer.edit', { producerId: layer.producerId })) return fail(problem('notAllowed'));
  const isThemed = layer.theme !== null && isThemeCode(layer.theme);
  if ((layer.kind === 'overlay') !== (layer.theme !== null) || (layer.theme !== null && !isThemed))
    return fail(problem('themeNeeded', { known: THEMES.map(({ code }) => code) }));
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    const unknown = await refuseProducer(tx, layer.producerId);
    if (unknown !== null) return fail(unknown);
    if (!(await insertLayer(tx, layer, deps.clock.now())))
      return fail(problem('layerExists', { layerId: layer.layerId }));
    await auditRecord(tx, deps, actor, layer.layerId, 1, Object.keys(layer), layer.accessClass, true);
    const [record] = await tellLayers(deps, layer.layerId, tx);
    return record === undefined ? fail(problem('notFound')) : ok(record);
  });
}

/**
 * Changes what is said about a layer; nothing of its data. A layer is closed by one person, and loses its tiles at once:
 * that is the safe direction. One that was ever published is opened by a release of the kind `opening` alone, which a
 * second person approves and which brings its tiles back before anybody can see it.
 */
export async function changeLayer(
  deps: RegistryDeps,
  actor: Actor,
  layerId: string,
  revision: number,
  change: LayerChange,
): Promise<Result<LayerRecord, Problem>> {
  // Somebody who may keep the layers of one agency gives none of them away.
  if (change.producerId !== undefined && !may(actor, 'layer.edit', { producerId: change.producerId }))
    return fail(problem('notAllowed'));
  const closed = new Set<string>();
  const outcome = await inTheNameOf(deps.sql, actor, async (tx) => {
    // Before anything is read: a publication at work may be making tiles by what the layer was.
    if (change.accessClass !== undefined) await holdPublishing(tx);
    const [before] = await readLayers(tx, todayOf(deps), layerId);
    if (before === undefined) return fail(problem('notFound'));
    const fields = fieldsThatChange(before, change);
    if (before.revision !== revision) return fail(problem('changedMeanwhile'));
    if (fields.length > 0) {
      const record = { ...before, ...definedOf(change) };
      const isOpening = before.accessClass !== 'terbuka' && record.accessClass === 'terbuka';
      if (isOpening && (await wasPublished(tx, layerId))) return fail(problem('openingNeeded', { layerId }));
      const unknown = fields.includes('producerId') ? await refuseProducer(tx, record.producerId) : null;
      if (unknown !== null) return fail(unknown);
      const next = await updateLayer(tx, layerId, revision, record, deps.clock.now());
      if (next === undefined) return fail(problem('changedMeanwhile'));
      if (before.accessClass === 'terbuka' && record.accessClass !== 'terbuka')
        for (const id of await forgetArchivesOf(tx, deps.tilesDirectory, layerId)) closed.add(id);
      await auditRecord(tx, deps, actor, layerId, next, fields, record.accessClass, false);
    }
    const [after] = await tellLayers(deps, layerId, tx);
    return after === undefined ? fail(problem('notFound')) : ok(after);
  }).catch((error: unknown) => {
    if (isPublishingElsewhere(error)) return fail(problem('publishingElsewhere', { layerId }));
    throw error;
  });
  if (outcome.ok && outcome.value.accessClass !== 'terbuka') await hideTiles(deps, [...closed]);
  return outcome;
}

/** It is closed by now: its files go, and what is open or remembered of it. */
async function hideTiles(deps: RegistryDeps, versionIds: readonly string[]): Promise<void> {
  try {
    if (versionIds.length > 0) await deps.sql.begin((tx) => removeArchives(tx, deps.tilesDirectory));
  } finally {
    deps.forgetTiles(versionIds);
  }
}

/** The fields that a change names, each with its new value. */
const definedOf = (change: LayerChange) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<
    Pick<LayerRow, keyof LayerChange>
  >;

const fieldsThatChange = (before: LayerRow, change: LayerChange): string[] =>
  Object.entries(definedOf(change)).flatMap(([name, value]) =>
    before[name as keyof LayerChange] === value ? [] : [name],
  );

async function auditRecord(
  tx: Queryable,
  deps: RegistryDeps,
  actor: Actor,
  layerId: string,
  revision: number,
  fields: readonly string[],
  accessClass: string,
  isNew: boolean,
): Promise<void> {
  const facts = { layerId, revision, fields: [...fields], accessClass, isNew };
  await audit(tx, { kind: 'layer.described', actor: `account:${actor.accountId}`, facts }, deps.clock);
}
