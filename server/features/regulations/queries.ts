import type { Sql } from 'postgres';
import type { RuleSetInForce } from '#domain/rules/regulation-text';

/** A rule set in force, and the layers that are bound to it. */
export interface BoundRuleSet extends RuleSetInForce {
  readonly plans: readonly { readonly title: string; readonly regulationId: string | null }[];
}

/**
 * Rule sets in force on a day, each with the layers in force that are bound to it.
 *
 * @param on calendar day in law, `YYYY-MM-DD`
 */
export const rulesInForce = (sql: Sql, on: string): Promise<BoundRuleSet[]> =>
  sql<BoundRuleSet[]>`
    with in_force as materialized (select * from version_in_force(${on}::date))
    select rules.layer_id as "layerId", layer.title, rules.version_id as "versionId",
           rules.valid_from::text as "validFrom", rules.decree, rules.is_demo as "isDemo",
           coalesce((select jsonb_agg(jsonb_build_object('title', bound_layer.title, 'regulationId', bound.regulation_id)
                                      order by bound_layer.title)
                     from in_force bound
                     join layer bound_layer on bound_layer.layer_id = bound.layer_id
                     where bound.rules_layer_id = rules.layer_id), '[]') as plans
    from in_force rules
    join layer on layer.layer_id = rules.layer_id
    where rules.kind = 'rules'
    order by rules.layer_id`;
