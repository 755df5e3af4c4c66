import type { PhotoReply, PhotoRequest } from './photo-job.ts';
import { rewritePhoto } from './rewrite-photo.ts';

const NOBODY = 65_534;

// Once everything is loaded, the rights of root are of no use here any more.
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}

/** A process of its own: it writes one photo after the other anew, and ends with whoever started it. */
process.on('message', ({ number, bytes }: PhotoRequest) => {
  void rewritePhoto(bytes).then((outcome) => process.send?.({ number, outcome } satisfies PhotoReply));
});
process.once('disconnect', () => process.exit(0));
