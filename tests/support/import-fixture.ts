import { join } from 'node:path';
import type { Sql } from 'postgres';
import type { CityProfile } from '#domain/city/profile';
import type { ImportProblem } from '#domain/publication/import-problem';
import { emptyMapping } from '#domain/publication/mapping-file';
import type { Result } from '#domain/result';
import {
  defaultLimits,
  type ImportLimits,
  type ImportOutcome,
  type ImportRequest,
  importPlan,
  type LayerInput,
} from '../../server/features/imports/index.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';

/** Balikpapan's box and the CRSs that its files come in; nothing else of the profile matters to an import. */
const city = {
  name: 'Balikpapan',
  timeZone: 'Asia/Makassar',
  bbox: [116.7289, -1.2823, 117.0227, -1.0133],
  crs: { expected: [4326, 32750, 9490, 9470, 23880, 23837, 23838] },
} as unknown as CityProfile;

/** Noon in Balikpapan on 22 November 2026. */
const clock = { now: () => new Date('2026-11-22T04:00:00Z') };

/** Path of a plan file in tests/fixtures/plans. */
export const planFixture = (...parts: string[]): string =>
  join(findProjectRoot(), 'tests', 'fixtures', 'plans', ...parts);

type Wishes = Partial<Omit<ImportRequest, 'layer'>> & {
  readonly layer?: Partial<LayerInput>;
  readonly limits?: Partial<ImportLimits>;
};

/** Imports a file as an operator would; what is not wished for is what the command line leaves out. */
export function importFile(
  sql: Sql,
  path: string,
  wishes: Wishes = {},
): Promise<Result<ImportOutcome, ImportProblem>> {
  const { layer, limits, ...request } = wishes;
  return importPlan(
    { sql, clock, city, limits: { ...defaultLimits, ...limits } },
    {
      path,
      label: null,
      crs: null,
      sourceLayer: null,
      mapping: emptyMapping,
      coverage: { from: 'notStated' },
      isRepairing: false,
      isStrict: false,
      ...request,
      layer: {
        layerId: 'uji',
        kind: 'zones',
        theme: null,
        title: 'Layer uji',
        producer: null,
        rulesLayerId: null,
        regulationId: null,
        planScale: null,
        isDemo: false,
        ...layer,
      },
    },
  );
}

/** The outcome, or a failed test that names the problem. */
export async function imported(sql: Sql, path: string, wishes: Wishes = {}): Promise<ImportOutcome> {
  const result = await importFile(sql, path, wishes);
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.problem)}`);
}
