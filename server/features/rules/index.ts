export { importKbli } from './import-kbli.ts';
export { type ImportRulesInput, importRules } from './import-rules.ts';
export { createRuleSetLoader, type LoadRuleSet } from './load-rule-set.ts';
export { selectRules } from './queries.ts';
export { createActivitySearch, readActivityReference } from './read-activity-reference.ts';
export { readRulesDirectory } from './read-directory.ts';
export { readRulesWorkbook } from './read-workbook.ts';
