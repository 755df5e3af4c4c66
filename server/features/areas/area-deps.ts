import type { Sql } from 'postgres';
import type { KelurahanSummary } from '#domain/areas/area-summary';
import type { LoadRuleSet } from '../rules/index.ts';
import { createKeptSummaries, type KeptSummaries } from './kept-summaries.ts';

export interface AreaDeps {
  readonly sql: Sql;
  readonly loadRuleSet: LoadRuleSet;
  readonly kept: KeptSummaries<KelurahanSummary>;
}

/** What pages about areas are made with; summaries are kept as long as the application lives. */
export const openAreas = (deps: Omit<AreaDeps, 'kept'>): AreaDeps => ({
  ...deps,
  kept: createKeptSummaries(),
});
