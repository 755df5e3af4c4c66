import { startGallery } from '../tests/support/gallery-server.ts';

/** npm run gallery: every component in every state on one page, from its sources. */
const { address } = await startGallery(5174);
console.log(`\n  Ready:  ${address}  (English: ${address}?lang=en)\n  Ctrl-C stops it.\n`);
