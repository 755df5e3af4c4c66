import { setPriority } from 'node:os';
import { checkBody } from './check-body.ts';
import type { DeskReply, DeskRequest } from './check-job.ts';
import { prepareDraft } from './prepare-draft.ts';

/** A process of its own: it takes one set of tables after the other, and ends with whoever started it. */
setPriority(5);
process.on('message', (request: DeskRequest) => {
  const outcome = request.what === 'check' ? checkBody(request) : prepareDraft(request);
  const reply: DeskReply = { number: request.number, outcome };
  process.send?.(reply);
});
process.once('disconnect', () => process.exit(0));
