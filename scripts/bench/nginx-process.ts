import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nginxFolderPrefix } from './sweep-leftovers.ts';
import type { ListedTile } from './tile-list.ts';

export interface NginxProcess {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The ceiling: one nginx worker that sends the same bytes as `gzip_static` files, from a directory of its own. */
export async function startNginx(tiles: readonly ListedTile[]): Promise<NginxProcess> {
  const root = mkdtempSync(nginxFolderPrefix());
  const port = await findFreePort();
  for (const { path, bytes } of tiles) {
    const file = join(root, 'www', `${path}.gz`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  writeFileSync(join(root, 'nginx.conf'), configuration(root, port));
  const child = spawn('nginx', ['-p', root, '-c', join(root, 'nginx.conf'), '-e', join(root, 'error.log')], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitUntilItAnswers(`${origin}/empty`);
  return {
    origin,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const configuration = (root: string, port: number): string => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${root}/nginx.pid;
events { worker_connections 256; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=10000 inactive=1h;
  client_body_temp_path ${root}/body;
  proxy_temp_path ${root}/proxy;
  fastcgi_temp_path ${root}/fastcgi;
  uwsgi_temp_path ${root}/uwsgi;
  scgi_temp_path ${root}/scgi;
  types { application/vnd.mapbox-vector-tile mvt; }
  server {
    listen 127.0.0.1:${port};
    root ${root}/www;
    location = /empty { return 204; }
    location / {
      gzip_static always;
      etag on;
      add_header Cache-Control "public, max-age=31536000, immutable";
    }
  }
}
`;

async function waitUntilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await wait(100);
  }
  throw new Error(`nginx does not answer at ${url}`);
}
