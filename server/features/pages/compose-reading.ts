import { loadPageRenderer, type ReadingData } from '../../../web/entry-server.tsx';
import { escapeHtml } from './escape-html.ts';
import { headLines, type PageMeta } from './page-head.ts';
import type { PageShell } from './page-shell.ts';
import { paperLine } from './paper-line.ts';

/** One complete HTML document that is only read: shell, head and text, and nothing that a script would continue from. */
export async function composeReading(shell: PageShell, data: ReadingData, meta: PageMeta): Promise<string> {
  const { renderReading } = await loadPageRenderer();
  const rendered = renderReading(data);
  const head = headLines(rendered, meta, data.language).join('\n    ');
  return shell.html
    .replace('<html lang="id">', () => `<html lang="${escapeHtml(data.language)}">`)
    .replace('<!--head-->', () => head)
    .replace(
      '<!--page-->',
      () => rendered.html + paperLine(data.language, meta.paperOrigin + meta.canonical),
    );
}
