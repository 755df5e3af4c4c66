import { type Environment, readEnvironment } from '../../server/env.ts';
import { explainFailure } from './explain-failure.ts';
import { endInOrder, type OrderlyEnd } from './orderly-end.ts';

/** Runs a long-lived command: one environment, an orderly end, one sentence when it cannot go on. */
export function runCommand(act: (environment: Environment, lifetime: OrderlyEnd) => Promise<void>): void {
  const environment = readEnvironment();
  if (!environment.ok) {
    process.stderr.write(`${environment.problem.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const lifetime = endInOrder(environment.value.npm_lifecycle_event !== undefined);
  const fail = async (error: unknown): Promise<void> => {
    if (!lifetime.isEnding()) process.stderr.write(`\n${explainFailure(lifetime.explain(error))}\n\n`);
    await lifetime.end(1);
  };
  // What is thrown where nobody can catch it ends in the same order.
  process.on('uncaughtException', fail);
  act(environment.value, lifetime).catch(fail);
}

/** The address to open in a browser. */
export function describeAddress(host: string, port: number): string {
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return `http://${name}:${port}/`;
}
