import type { Sql } from 'postgres';
import type { BlockSummary, KelurahanSummary } from '#domain/areas/area-summary';
import type { LoadRuleSet } from '../rules/index.ts';
import { type KeptOnce, keepOnce } from './keep-once.ts';

export interface AreaDeps {
  readonly sql: Sql;
  readonly loadRuleSet: LoadRuleSet;
  readonly kept: KeptOnce<KelurahanSummary>;
  readonly keptBlocks: KeptOnce<BlockSummary | null>;
}

/** What pages about areas are made with; summaries are kept as long as the application lives. */
export const openAreas = (deps: Omit<AreaDeps, 'kept' | 'keptBlocks'>): AreaDeps => ({
  ...deps,
  kept: keepOnce(),
  keptBlocks: keepOnce(),
});
