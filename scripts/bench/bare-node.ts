import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { ListedTile } from './tile-list.ts';

/**
 * A server of its own process that does nothing but send finished bytes with Node's own HTTP: what is left for any
 * program on Node. Started with the directory in which each tile lies as `<number>`, `paths.json` names them in that
 * order, and `headers.json` holds the names and values that every answer bears.
 */
const [folder = ''] = process.argv.slice(2);
const paths: ListedTile['path'][] = JSON.parse(readFileSync(join(folder, 'paths.json'), 'utf8'));
const headers: string[] = JSON.parse(readFileSync(join(folder, 'headers.json'), 'utf8'));
const tiles = new Map(paths.map((path, index) => [path, readFileSync(join(folder, String(index)))]));

const server = createServer((request, response) => {
  const tile = tiles.get(request.url ?? '');
  if (tile === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, [...headers, 'content-length', String(tile.length)]).end(tile);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send?.({ port: address.port });
});
