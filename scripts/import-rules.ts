import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Sql } from 'postgres';
import { describePlace, describeProblem } from '#domain/rules/describe-problem';
import type { RulesReport } from '#domain/rules/rules-report';
import { importRules, readRulesDirectory, readRulesWorkbook } from '../server/features/rules/index.ts';

const USAGE = `npm run import -- rules DIRECTORY|FILE.xlsx --layer ID [options]

  DIRECTORY            the tables as CSV files (data/RULES.md names files and columns), or one workbook with
                       sheets of the same names
  --layer ID           rules layer to make a draft version of; made when it is new
  --title TEXT         title of a new layer
  --label TEXT         name of this version (default: the directory's name)
  --empty-means TEXT   what an empty matrix cell means: "tidak diatur" (default) or X
  --plan-version ID    also take the rules that stand in the polygons of this zones version (KDB, KLB, KTB, KDH,
                       IZN, TBT, BST, by KODUNK)
  --plan-source ID     … and the legal source to cite for them
  --demo               demonstration rules: every answer made from them says so
`;

/** Problems printed at most; the stored report holds more. */
const MAX_PRINTED = 60;

const printReport = (report: RulesReport): void => {
  for (const problem of report.problems.slice(0, MAX_PRINTED))
    console.log(
      `  ${problem.severity === 'error' ? 'ERROR' : 'warn '} ${describePlace(problem, 'en')}: ${describeProblem(problem, 'en')} [${problem.code}]`,
    );
  if (report.problems.length > MAX_PRINTED)
    console.log(`  … and ${report.problems.length - MAX_PRINTED} more`);
  const counts = Object.entries(report.rowCounts).filter(([, count]) => count > 0);
  console.log(`  rows: ${counts.map(([name, count]) => `${name} ${count}`).join(', ')}`);
  for (const { regulationId, activities, zones, cells, emptyMeans } of report.matrices)
    console.log(
      `  matrix ${regulationId}: ${activities} activities × ${zones} zones; I ${cells.I}, T ${cells.T}, B ${cells.B}, X ${cells.X}, empty ${cells.empty} (= ${emptyMeans})`,
    );
  for (const gaps of report.gaps)
    for (const [sentence, codes] of [
      ['zone codes without any rule', gaps.codesWithoutRules],
      ['zone codes without intensity', gaps.codesWithoutIntensity],
      ['zone codes outside the matrix', gaps.codesNotInMatrix],
      ['ITBX codes without a text', gaps.itbxCodesWithoutText],
      ['zone codes without a legal source', gaps.codesWithoutSource],
      ['provisional zone codes', gaps.provisionalCodes],
    ] as const)
      if (codes.length > 0) console.log(`  ${gaps.regulationId}: ${sentence}: ${codes.join(', ')}`);
  console.log(`  ${report.errorCount} errors, ${report.warningCount} warnings`);
};

/**
 * `import rules`: makes a draft version of a rules layer.
 *
 * @param args the arguments after the word `rules`.
 * @returns the exit code: 0 done, 1 refused, 2 wrong usage.
 */
export async function runImportRules(sql: Sql, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      layer: { type: 'string' },
      title: { type: 'string' },
      label: { type: 'string' },
      'empty-means': { type: 'string' },
      'plan-version': { type: 'string' },
      'plan-source': { type: 'string' },
      demo: { type: 'boolean', default: false },
    },
  });
  const [directory] = positionals;
  const emptyMeans = values['empty-means'] ?? null;
  if (directory === undefined || values.layer === undefined || positionals.length > 1) {
    console.error(USAGE);
    return 2;
  }
  if (emptyMeans !== null && emptyMeans !== 'X' && emptyMeans !== 'tidak diatur') {
    console.error('--empty-means must be "tidak diatur" or X.');
    return 2;
  }
  const planVersion = values['plan-version'];
  const planSource = values['plan-source'];
  if ((planVersion === undefined) !== (planSource === undefined)) {
    console.error('--plan-version and --plan-source go together.');
    return 2;
  }
  const isWorkbook = directory.toLowerCase().endsWith('.xlsx');
  const outcome = await importRules(sql, {
    layerId: values.layer,
    title: values.title ?? null,
    label: values.label ?? basename(directory),
    sourceName: basename(directory),
    source: await (isWorkbook ? readRulesWorkbook(directory) : readRulesDirectory(directory)),
    emptyMeans,
    isDemo: values.demo,
    plan:
      planVersion === undefined || planSource === undefined
        ? null
        : { versionId: planVersion, sourceId: planSource },
  });
  if (outcome.kind === 'layerOfOtherKind') {
    console.error(`Layer ${values.layer} holds ${outcome.layerKind}, not rules.`);
    return 1;
  }
  printReport(outcome.report);
  if (outcome.kind === 'refused') {
    console.error('Nothing was imported: mend the errors above and run it again.');
    return 1;
  }
  const word = outcome.kind === 'imported' ? 'Draft version' : 'This content is already version';
  console.log(`${word} ${outcome.versionId} of layer ${values.layer}.`);
  return 0;
}
