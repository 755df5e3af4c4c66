import type { Deps } from '../../platform/deps.ts';
import type { DocumentDeps } from './order.ts';
import { createRenderer } from './render/renderer.ts';
import { createBsreSigner } from './seal/bsre-signer.ts';
import { createLocalSigner } from './seal/local-signer.ts';

/** What documents are made with; one per process. Without a directory to keep them in none is given out: null. */
export function openDocuments(deps: Deps): DocumentDeps | null {
  const { sql, clock, log, city, keys, dataDirectory, eSign } = deps;
  if (dataDirectory === undefined) return null;
  const signer = createLocalSigner(keys);
  return {
    sql,
    clock,
    log,
    city,
    keys,
    dataDirectory,
    renderer: createRenderer(),
    signer,
    officialSigner: eSign === undefined ? signer : createBsreSigner(eSign, { log }),
  };
}
