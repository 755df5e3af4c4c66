import { readEnvironment } from '../../../server/env.ts';
import { startDemoProduct } from '../../../tests/support/running-product.ts';
import { reportRows } from '../reports/report-rows.ts';
import type { BenchRow } from '../row.ts';

/** Reports of the demo city: one over a thin line, a steady stream, and a rush. */
export async function measureReports(): Promise<BenchRow[]> {
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('; '));
  // Each report of the load comes from a network of its own, as a proxy tells it.
  const product = await startDemoProduct(environment.value.DATABASE_URL, { TRUSTED_PROXY: '127.0.0.1' });
  try {
    return await reportRows(product.address);
  } finally {
    await product.stop();
  }
}
