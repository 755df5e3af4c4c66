import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { TILE_REVISION } from '../../../../tiles/layers/index.ts';
import type { LayerAndVersion } from '../queries.ts';

/** Where archives lie that nobody has approved; nothing here has a name under which tiles are served. */
export const preparedDirectory = (tilesDirectory: string): string => join(tilesDirectory, 'prepared');

/**
 * Stands for all that an archive is made of: the version, whose rows never change, what the archive says of its layer, and
 * the program that draws. The version in force does not belong to it: tiles that are taken over are the same byte for byte.
 */
export const stampOf = (
  { layerId, kind, title, isDemo }: LayerAndVersion,
  versionId: string,
  revision: number = TILE_REVISION,
): string =>
  createHash('sha256')
    .update(JSON.stringify([revision, layerId, kind, title, isDemo, versionId]))
    .digest('hex')
    .slice(0, 16);
