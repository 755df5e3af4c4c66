import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { writePackFile } from '#domain/pack/container';
import type { PackManifest, PartName } from '#domain/pack/manifest';
import type { Deps } from '../../platform/deps.ts';
import type { Box } from './queries.ts';
import { readFacts, readRules } from './read-parts.ts';

const compress = promisify(gzip);

/** What a pack is to be made of: everything of its manifest but the parts, and where it speaks. */
export interface PackPlan extends Omit<PackManifest, 'parts'> {
  /** Rows are read in this box: the area and a margin, so that borders just outside are named too. */
  readonly box: Box;
  /** Name of the kelurahan; null for the city. */
  readonly onlyIn: string | null;
}

/**
 * Makes the file of a pack. The same state of the register gives the same bytes. The database reads, the thread pool
 * compresses; between layers other requests are answered.
 */
export async function makePack(
  deps: Pick<Deps, 'sql' | 'clock' | 'city' | 'keys'>,
  { box, onlyIn, ...described }: PackPlan,
): Promise<Uint8Array> {
  const { versions, inForceFrom } = described;
  const { facts, shapes } = await readFacts(deps, versions, { box, onlyIn, inForceFrom });
  const rules = await readRules(deps, versions);
  const parts: readonly (readonly [PartName, Uint8Array])[] = [
    ['facts', await compress(JSON.stringify(facts), { level: 9 })],
    ['shapes', await compress(shapes, { level: 9 })],
    ['rules', await compress(JSON.stringify(rules), { level: 9 })],
  ];
  const manifest: PackManifest = {
    ...described,
    parts: parts.map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
  const signed = new TextEncoder().encode(JSON.stringify(manifest));
  return writePackFile(
    signed,
    deps.keys.sign('pack', signed),
    parts.map(([, bytes]) => bytes),
  );
}
