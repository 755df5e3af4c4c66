import type { TestProject } from 'vitest/node';
import { readEnvironment } from '../../server/env.ts';
import { createDatabaseOn } from './create-database.ts';
import { startProduct } from './start-product.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the product with the demo city, without a slash at the end. */
    productUrl: string;
  }
}

/** Gives the browser tests the whole product with the demo city: the one of PRODUCT_URL, or one started for them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('; '));
  if (environment.value.PRODUCT_URL !== undefined) {
    project.provide('productUrl', environment.value.PRODUCT_URL.replace(/\/$/, ''));
    return async () => {};
  }
  const { address, stop } = await startDemoProduct(environment.value.DATABASE_URL);
  project.provide('productUrl', address);
  return stop;
}

/**
 * Starts the product on a database of its own: on the given server, or in a private cluster.
 * @param variables more environment
 */
export async function startDemoProduct(
  serverUrl: string | undefined,
  variables: Record<string, string> = {},
) {
  const folder = makeTemporaryFolder('product');
  const database = serverUrl === undefined ? undefined : await createDatabaseOn(serverUrl);
  const product = startProduct({
    ...variables,
    DATA_DIRECTORY: folder.path,
    ...(database === undefined ? {} : { DATABASE_URL: database.url }),
  });
  const stop = async (): Promise<void> => {
    await product.stop();
    await database?.drop();
    folder.remove();
  };
  try {
    return { address: await product.ready, dataDirectory: folder.path, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
