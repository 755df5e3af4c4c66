import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import type { Actor } from '#domain/log/event';
import { rowsOfTables } from '#domain/rules/build-rule-set';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import { hasErrors } from '#domain/rules/problem';
import { type RulesReport, reportRules } from '#domain/rules/rules-report';
import { audit } from '../log/index.ts';
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

/** Somebody else has drafted into the layer since. */
export type DraftConflict = { readonly kind: 'conflict'; readonly newest: string };

/**
 * As {@link importRules}, but only while `base` is the layer's newest version: what somebody else drafted is not passed
 * over unseen.
 */
export const importRulesAfter = (
  sql: Sql,
  input: ImportRulesInput,
  base: string,
): Promise<ImportRulesOutcome | DraftConflict> => makeDraft(sql, input, base);

/**
 * Makes a draft version of a rules layer out of tables: all of it in one transaction, or nothing when any table has
 * an error. The version id is a hash of the rows, so that the same tables give the same version.
 */
export const importRules = async (sql: Sql, input: ImportRulesInput): Promise<ImportRulesOutcome> => {
  const outcome = await makeDraft(sql, input, null);
  if (outcome.kind === 'conflict') throw new Error('a draft without a base has no conflict');
  return outcome;
};

const makeDraft = async (
  sql: Sql,
  input: ImportRulesInput,
  base: string | null,
): Promise<ImportRulesOutcome | DraftConflict> => {
  const layerKind = await selectLayerKind(sql, input.layerId);
  if (layerKind !== null && layerKind !== 'rules') return { kind: 'layerOfOtherKind', layerKind };
  const kbli = await selectKbliCodes(sql);
  const checked = checkRuleTables(input.source.texts, {
    emptyMeans: input.emptyMeans,
    knownKbli: kbli.size > 0 ? kbli : null,
    plan:
      input.plan === null
        ? null
        : { sourceId: input.plan.sourceId, zones: await selectZoneAttributes(sql, input.plan.versionId) },
  });
  const problems = [...input.source.problems, ...checked.problems];
  const rows = rowsOfTables(checked.tables);
  const report = reportRules(rows, problems);
  if (hasErrors(problems)) return { kind: 'refused', report };

  const isDemo = input.isDemo || rows.regulations.every((row) => row.is_demo);
  const versionId = createHash('sha256')
    .update(JSON.stringify([input.layerId, isDemo, rows]))
    .digest('hex')
    .slice(0, 16);
  const rowCount = Object.values(rows).reduce((sum, table) => sum + table.length, 0);
  const passed = await sql.begin(async (tx): Promise<{ isNew: boolean } | { newest: string }> => {
    if (base !== null) {
      await lockLayer(tx, input.layerId);
      const newest = await selectNewestVersion(tx, input.layerId);
      if (newest !== null && newest !== base && newest !== versionId) return { newest };
    }
    if (await versionExists(tx, versionId)) return { isNew: false };
    await insertVersion(
      tx,
      {
        versionId,
        layerId: input.layerId,
        layerTitle: input.title ?? rows.regulations[0]?.title ?? input.layerId,
        label: input.label,
        sourceName: input.sourceName,
        sourceSha256: input.source.sha256,
        sourceFormat: input.source.format,
        isDemo,
        report,
      },
      rowCount,
    );
    await insertRules(tx, versionId, rows);
    await audit(tx, {
      kind: 'layer.drafted',
      actor: input.actor ?? 'operator',
      facts: {
        layerId: input.layerId,
        versionId,
        kind: 'rules',
        sourceSha256: input.source.sha256,
        sourceFormat: input.source.format,
        featureCount: rowCount,
        isDemo,
      },
    });
    return { isNew: true };
  });
  if ('newest' in passed) return { kind: 'conflict', newest: passed.newest };
  return { kind: passed.isNew ? 'imported' : 'alreadyThere', versionId, report };
};
