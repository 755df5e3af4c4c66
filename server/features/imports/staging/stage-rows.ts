import { createHash } from 'node:crypto';
import { makeStorable } from '#domain/publication/clean-text';
import { encodeEwkb } from '#domain/publication/encode-ewkb';
import type { FieldPlan } from '#domain/publication/field-plan';
import { readStructure, type StructureReport } from '#domain/publication/geometry-structure';
import { geometryFamilyOf, type ImportKind } from '#domain/publication/layer-kind';
import { type MappedFeature, mapFeature } from '#domain/publication/map-feature';
import type { MappingFile } from '#domain/publication/mapping-file';
import type { Queryable } from '../../../platform/db.ts';
import type { SourceFeature } from '../gdal/read-features.ts';
import { openStagingCopy } from './queries.ts';
import { newTally, type Tally, tallyFeature } from './tally.ts';
import { writeCopy } from './write-copy.ts';

export interface StageRowsInput {
  readonly kind: ImportKind;
  readonly plan: FieldPlan;
  readonly mapping: MappingFile;
  readonly isDrawing: boolean;
}

/**
 * Copies the features into the staging table as they stream in, and digests their canonical content on the way.
 * @returns the sorted digests of the rows: the content of the plan whatever the order of its rows, and the tally
 */
export async function stageRows(
  tx: Queryable,
  features: AsyncIterable<SourceFeature>,
  input: StageRowsInput,
): Promise<{ rowDigests: string[]; tally: Tally }> {
  const rowDigests: string[] = [];
  const tally = newTally();
  async function* lines(): AsyncGenerator<string> {
    for await (const feature of features) {
      const structure = readStructure(feature.geometry, geometryFamilyOf(input.kind), input.isDrawing);
      const mapped = mapFeature(input.kind, input.plan, input.mapping, feature.attributes);
      tallyFeature(tally, feature, structure, mapped);
      yield writeLine(feature, structure, mapped, input, rowDigests);
    }
  }
  await writeCopy(await openStagingCopy(tx), lines());
  return { rowDigests: rowDigests.sort(), tally };
}

function writeLine(
  feature: SourceFeature,
  structure: StructureReport,
  mapped: MappedFeature,
  input: StageRowsInput,
  rowDigests: string[],
): string {
  const isSeveralPoints = structure.geometry.points.length > 1;
  const fault = feature.isUnreadable
    ? 'unreadableFeature'
    : (structure.fault ?? mapped.fault ?? (isSeveralPoints ? 'geometryType' : null));
  const ewkb = isSeveralPoints ? null : encodeEwkb(structure.geometry, geometryFamilyOf(input.kind));
  const columns = JSON.stringify({ ...mapped.row, aliases: mapped.aliases });
  const special = JSON.stringify(mapped.special);
  const attributes = canonicalJson(feature.attributes);
  const hash = createHash('sha256').update(`${columns}\n${special}\n${attributes}\n${fault}\n`);
  rowDigests.push((ewkb ? hash.update(ewkb) : hash).digest('hex'));
  const cells = [
    String(feature.featureNo),
    columns,
    special,
    attributes,
    fault,
    null,
    structure.fault && structure.at ? String(structure.at[0]) : null,
    structure.fault && structure.at ? String(structure.at[1]) : null,
    ewkb ? Buffer.from(ewkb.buffer).toString('hex') : null,
  ];
  return `${cells.map(escapeCell).join('\t')}\n`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** COPY's text format: NULL is \N, four characters are escaped. */
const escapeCell = (cell: string | null): string =>
  cell === null ? '\\N' : cell.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character);

/** JSON with sorted keys, so that the same attributes give the same text; strings as far as jsonb can hold them. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'string') return makeStorable(part);
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    const entries = Object.entries(part).map(([key, inner]) => [makeStorable(key), inner] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
