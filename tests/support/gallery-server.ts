import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { projectRoot } from './source-files.ts';

export interface GalleryServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves tests/gallery from its sources: every component in every state. */
export async function startGallery(port: number): Promise<GalleryServer> {
  const server = await createServer({
    configFile: false,
    root: join(projectRoot, 'tests', 'gallery'),
    cacheDir: join(projectRoot, 'node_modules', '.vite-gallery'),
    plugins: [react()],
    logLevel: 'warn',
    server: { host: '127.0.0.1', port, fs: { allow: [projectRoot] } },
  });
  await server.listen();
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    stop: () => server.close(),
  };
}
