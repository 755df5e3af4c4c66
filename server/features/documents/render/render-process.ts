import type { RenderReply, RenderRequest } from './render-job.ts';
import { openTypesetter } from './typeset.ts';

/** A process of its own: it renders one document after the other, and ends with whoever started it. */
const typesetter = openTypesetter();
const reply = (message: RenderReply): void => {
  process.send?.(message, () => typesetter.tidy());
};
process.on('message', ({ number, job }: RenderRequest) => {
  try {
    reply({ number, pdf: typesetter.set(job) });
  } catch (error) {
    reply({ number, failure: error instanceof Error ? error.message : String(error) });
  }
});
process.once('disconnect', () => process.exit(0));
