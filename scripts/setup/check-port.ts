import { createServer } from 'node:net';
import { OperatorProblem } from '../../server/platform/operator-problem.ts';

/**
 * Makes sure that the port can be opened before any work is done; 0 is always free.
 * @throws OperatorProblem `port-taken` or `port-forbidden`
 */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new OperatorProblem(
      'port-taken',
      `Port ${port} is taken by another program: stop it, or choose another one with "PORT=${port + 1} npm start".`,
    );
  }
  if (error.code === 'EACCES') {
    return new OperatorProblem(
      'port-forbidden',
      `Port ${port} is reserved for root: choose one above 1023 with PORT=….`,
    );
  }
  return new OperatorProblem('environment', `Cannot listen on ${host}:${port}: ${error.code}.`);
}
