import type { Reporter, TestModule } from 'vitest/node';

/**
 * Names every test that passed only when it was run again, so that a second try never hides anything: what stands here
 * is a race to be mended, in the test or in the product.
 */
export default class ReportSecondTries implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const late = modules.flatMap((module) =>
      [...module.children.allTests('passed')].filter((test) => test.diagnostic()?.flaky === true),
    );
    for (const test of late)
      console.log(`Passed only at the second try: ${test.module.moduleId}: ${test.fullName}`);
  }
}
