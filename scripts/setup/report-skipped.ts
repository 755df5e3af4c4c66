import type { Reporter, TestModule } from 'vitest/node';

/** Says once for each group of tests that was not run which one it is; its name says what it needs. */
export default class ReportSkipped implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const groups = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map(
        ({ parent }) =>
          `${module.relativeModuleId}: ${parent.type === 'suite' ? parent.fullName : 'by itself'}`,
      ),
    );
    for (const group of new Set(groups))
      console.log(`Not run here (${groups.filter((one) => one === group).length} tests): ${group}`);
  }
}
