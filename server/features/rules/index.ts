export { type ImportRulesInput, type ImportRulesOutcome, importRules } from './import-rules.ts';
export { createRuleSetLoader, type LoadRuleSet } from './load-rule-set.ts';
export { type RulesSource, readRulesDirectory } from './read-directory.ts';
