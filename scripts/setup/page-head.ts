import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * What every document of web/ says in its head, from one file. Where nothing is built the server does the same
 * (server/features/pages/page-shell.ts).
 */
export const pageHead = (root: string): Plugin => ({
  name: 'page-head',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace('<!--page-head-->', () =>
        readFileSync(join(root, 'web', 'page-head.html'), 'utf8').trim(),
      ),
  },
});
