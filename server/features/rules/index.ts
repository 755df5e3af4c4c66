export { importKbli } from './import-kbli.ts';
export { type ImportRulesInput, importRules, importRulesAfter } from './import-rules.ts';
export { createRuleSetLoader, type LoadRuleSet } from './load-rule-set.ts';
export { selectKbliCodes, selectRules, selectRulesLayer } from './queries.ts';
export { createActivitySearch, readActivityReference } from './read-activity-reference.ts';
export { readRulesDirectory } from './read-directory.ts';
export { readRulesWorkbook } from './read-workbook.ts';
