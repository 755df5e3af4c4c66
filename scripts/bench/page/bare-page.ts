import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { findProjectRoot } from '../../../server/platform/project-root.ts';

export interface BarePage {
  readonly url: string;
  stop(): Promise<void>;
}

/** Where the bare page looks, and whose zones it draws. */
export interface BareView {
  /** Address of the running product, without a slash at the end: tiles come from there. */
  readonly productUrl: string;
  readonly layerId: string;
  readonly versionId: string;
  /** Longitude, latitude. */
  readonly centre: readonly [number, number];
  readonly zoom: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

/**
 * The physical limit that our map page is compared with: MapLibre, one vector source with the zones of the plan, one
 * fill layer, a dot where it was touched, nothing else but a line of text: Lighthouse gives a page no score on which it
 * can read nothing. Built by the same bundler, sent with the same compression, tiles from the same product, all of it
 * kept by the browser for the next visit.
 */
export async function startBarePage(view: BareView): Promise<BarePage> {
  const folder = mkdtempSync(join(tmpdir(), 'omod-bare-page-'));
  writeSources(folder, view);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { 'maplibre-gl': join(findProjectRoot(), 'node_modules', 'maplibre-gl') } },
    server: { fs: { strict: false } },
    build: { outDir: join(folder, 'out'), target: 'es2023', assetsInlineLimit: 0, modulePreload: true },
    worker: { format: 'es' },
  });
  const pressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bare').pathname;
    if (path.startsWith('/tiles/')) {
      passOn(view.productUrl + path).then(
        ({ status, headers, body }) => response.writeHead(status, headers).end(body),
        () => response.writeHead(502).end(),
      );
      return;
    }
    const file = join(folder, 'out', path === '/' ? 'index.html' : path);
    try {
      const body = pressed.get(file) ?? brotliCompressSync(readFileSync(file));
      pressed.set(file, body);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response
        .writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'cache-control': 'max-age=3600' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A tile as the product sends it: the packed bytes pass through untouched. */
async function passOn(url: string) {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const body = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  return {
    status: response.status,
    headers: { 'content-type': type, 'cache-control': 'max-age=3600' },
    body,
  };
}

function writeSources(folder: string, view: BareView): void {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare map</title>
<meta name="description" content="A map and nothing else">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>html,body,#map{margin:0;height:100%}h1,i{position:fixed;z-index:1}i{width:16px;height:16px;background:#06c}h1{margin:8px;font:16px sans-serif}</style></head>
<body><h1>A map and nothing else</h1><main id="map"></main><i hidden></i><script type="module" src="./main.js"></script></body></html>`;
  const script = `import { Map, setWorkerUrl } from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
setWorkerUrl(worker);
const map = new Map({
  container: 'map', attributionControl: false,
  center: ${JSON.stringify(view.centre)}, zoom: ${view.zoom},
  style: { version: 8,
    sources: { zones: { type: 'vector', minzoom: 10, maxzoom: 16,
      tiles: [location.origin + '/tiles/${view.layerId}/${view.versionId}/{z}/{x}/{y}.mvt'] } },
    layers: [{ id: 'zones', type: 'fill', source: 'zones', 'source-layer': 'zone', paint: { 'fill-color': '#caa' } }] },
});
const dot = document.querySelector('i');
map.on('click', ({ point }) => {
  dot.hidden = false;
  dot.style.left = point.x + 'px';
  dot.style.top = point.y + 'px';
});
map.once('idle', () => performance.mark('map-idle'));`;
  writeFileSync(join(folder, 'index.html'), html);
  writeFileSync(join(folder, 'main.js'), script);
}
