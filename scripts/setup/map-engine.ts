import { join, sep } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

/** As web/map/worker-url.ts asks for it: the worker as the package ships it, whole. */
const SHIPPED_WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
const WORKER_ADDRESS = '\0map-engine-worker';

/**
 * Builds MapLibre from the sources that its package carries. As shipped it is two files that each hold the same half of
 * it, the page's and the worker's; built together they share that half, and the worker finds in the browser's cache what
 * the page has just fetched.
 */
export const mapEngine = (root: string): Plugin => {
  const source = join(root, 'node_modules', 'maplibre-gl', 'src');
  return {
    name: 'map-engine',
    enforce: 'pre',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    config: () => ({
      resolve: { alias: [{ find: /^maplibre-gl$/, replacement: join(source, 'index.ts') }] },
    }),
    resolveId: (id) => (id === SHIPPED_WORKER ? WORKER_ADDRESS : null),
    load(id) {
      if (id !== WORKER_ADDRESS) return null;
      const worker = this.emitFile({ type: 'chunk', id: join(source, 'source', 'worker.ts') });
      return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
    },
    transform(code, id) {
      if (!id.startsWith(source + sep) || !id.endsWith('.ts')) return null;
      // Its classes name the fields that their parents have already filled; as the language has it now, that empties them.
      return transformWithOxc(code, id, {
        lang: 'ts',
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      });
    },
  };
};
