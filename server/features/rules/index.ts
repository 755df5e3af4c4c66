export { importKbli } from './import-kbli.ts';
export { type ImportRulesInput, importRules, storeRules } from './import-rules.ts';
export { kbliTitles } from './kbli-titles.ts';
export { createRuleSetLoader, type LoadRuleSet } from './load-rule-set.ts';
export { type PreparedRules, prepareRules } from './prepare-rules.ts';
export {
  selectKbliCodes,
  selectNewestVersion,
  selectRules,
  selectRulesLayer,
} from './queries.ts';
export { createActivitySearch, readActivityReference } from './read-activity-reference.ts';
export { readRulesDirectory } from './read-directory.ts';
export { readRulesWorkbook } from './read-workbook.ts';
