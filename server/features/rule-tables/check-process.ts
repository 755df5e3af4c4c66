import { setPriority } from 'node:os';
import { checkBody } from './check-body.ts';
import type { CheckReply, CheckRequest } from './check-job.ts';

/** A process of its own: it checks one set of tables after the other, and ends with whoever started it. */
setPriority(5);
process.on('message', (request: CheckRequest) => {
  const reply: CheckReply = { number: request.number, outcome: checkBody(request) };
  process.send?.(reply);
});
process.once('disconnect', () => process.exit(0));
