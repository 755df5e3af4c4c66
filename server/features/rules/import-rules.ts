import type { Sql } from 'postgres';
import type { Actor } from '#domain/log/event';
import type { RulesReport } from '#domain/rules/rules-report';
import { audit } from '../log/index.ts';
import { type PreparedRules, prepareRules } from './prepare-rules.ts';
import {
  insertRules,
  insertVersion,
  lockLayer,
  selectKbliCodes,
  selectLayerKind,
  selectNewestVersion,
  selectZoneAttributes,
  versionExists,
} from './queries.ts';
import type { RulesSource } from './read-directory.ts';

export type ImportRulesInput = {
  readonly layerId: string;
  /** Title of the layer when it is new. */
  readonly title: string | null;
  readonly label: string;
  readonly sourceName: string;
  readonly source: RulesSource;
  readonly emptyMeans: 'tidak diatur' | 'X' | null;
  readonly isDemo: boolean;
  /** A zones version whose polygons hold rules in their own rows, and the source id to cite for them. */
  readonly plan: { readonly versionId: string; readonly sourceId: string } | null;
  /** Who imports; the operator of the machine when left out. */
  readonly actor?: Actor | undefined;
};

export type ImportRulesOutcome =
  | { readonly kind: 'imported' | 'alreadyThere'; readonly versionId: string; readonly report: RulesReport }
  | { readonly kind: 'refused'; readonly report: RulesReport }
  | { readonly kind: 'layerOfOtherKind'; readonly layerKind: string };

/**
 * Makes a draft version of a rules layer out of tables: all of it in one transaction, or nothing when any table has
 * an error.
 */
export async function importRules(sql: Sql, input: ImportRulesInput): Promise<ImportRulesOutcome> {
  const layerKind = await selectLayerKind(sql, input.layerId);
  if (layerKind !== null && layerKind !== 'rules') return { kind: 'layerOfOtherKind', layerKind };
  const kbli = await selectKbliCodes(sql);
  const { plan, source } = input;
  const prepared = prepareRules({
    ...input,
    knownKbli: kbli.size > 0 ? kbli : null,
    plan:
      plan === null
        ? null
        : { sourceId: plan.sourceId, zones: await selectZoneAttributes(sql, plan.versionId) },
  });
  if (!('rows' in prepared)) return { kind: 'refused', ...prepared };
  const { label, sourceName, title, actor = 'operator' } = input;
  const from = { label, sourceName, sha256: source.sha256, format: source.format, title, actor };
  const stored = await storeRules(sql, prepared, from, null);
  if (stored.kind === 'conflict') throw new Error('a draft without a base has no conflict');
  return { ...stored, report: prepared.report };
}

/** Where the tables of a draft came from, and who brought them. */
export interface DraftOrigin {
  readonly label: string;
  readonly sourceName: string;
  readonly sha256: string;
  readonly format: string;
  /** Of the layer when it is new. */
  readonly title: string | null;
  readonly actor: Actor;
}

type StoredDraft =
  | { readonly kind: 'imported' | 'alreadyThere'; readonly versionId: string }
  /** Somebody else has drafted into the layer since. */
  | { readonly kind: 'conflict'; readonly newest: string };

/**
 * Stores a version that was prepared as a draft, in one transaction.
 * @param base only while this is the layer's newest version: what somebody else drafted is not passed over unseen; null: always
 */
export async function storeRules(
  sql: Sql,
  { versionId, layerId, isDemo, rows, report }: PreparedRules,
  { label, sourceName, sha256, format, title, actor }: DraftOrigin,
  base: string | null,
): Promise<StoredDraft> {
  const rowCount = Object.values(rows).reduce((sum, table) => sum + table.length, 0);
  return await sql.begin(async (tx): Promise<StoredDraft> => {
    // Two that bring the same tables at once: the second finds the version of the first.
    await lockLayer(tx, layerId);
    if (base !== null) {
      const newest = await selectNewestVersion(tx, layerId);
      if (newest !== null && newest !== base && newest !== versionId) return { kind: 'conflict', newest };
    }
    if (await versionExists(tx, versionId)) return { kind: 'alreadyThere', versionId };
    const version = {
      versionId,
      layerId,
      layerTitle: title ?? rows.regulations[0]?.title ?? layerId,
      label,
      sourceName,
      sourceSha256: sha256,
      sourceFormat: format,
      isDemo,
      report,
    };
    await insertVersion(tx, version, rowCount);
    await insertRules(tx, versionId, rows);
    const facts = {
      layerId,
      versionId,
      kind: 'rules' as const,
      sourceSha256: sha256,
      sourceFormat: format,
      featureCount: rowCount,
      isDemo,
    };
    await audit(tx, { kind: 'layer.drafted', actor, facts });
    return { kind: 'imported', versionId };
  });
}
