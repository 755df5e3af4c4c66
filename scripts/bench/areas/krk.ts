import { readEnvironment } from '../../../server/env.ts';
import { startDemoProduct } from '../../../tests/support/running-product.ts';
import { documentRows } from '../krk/document-rows.ts';
import type { BenchRow } from '../row.ts';
import { untilQuiet } from '../until-quiet.ts';

/** Documents of the demo city: how long one takes, how many a core makes, what a rush ends in, how fast one is checked. */
export async function measureKrk(): Promise<BenchRow[]> {
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('; '));
  const { PRODUCT_URL, DATABASE_URL } = environment.value;
  const product =
    PRODUCT_URL === undefined
      ? await startDemoProduct(DATABASE_URL, { TRUSTED_PROXY: '127.0.0.1' })
      : { address: PRODUCT_URL.replace(/\/$/, ''), stop: async () => {} };
  try {
    await untilQuiet();
    return await documentRows(product.address);
  } finally {
    await product.stop();
  }
}
