import type { Logger } from 'pino';
import type { DocumentMaker } from '../../server/features/applications/index.ts';
import {
  type DocumentDeps,
  giveOutDocument,
  openDocuments,
  readFile,
  signerOf,
} from '../../server/features/documents/index.ts';
import type { Signer } from '../../server/features/documents/seal/signer.ts';
import type { Database } from '../../server/platform/db.ts';
import type { ESignSettings } from '../../server/platform/deps.ts';
import { prepareKrk } from '../../server/prepare-krk.ts';
import { anOffice, type Office } from './an-office.ts';

/** Moments in which a process that signs can be killed. */
export type Moment = 'signed' | 'stored' | 'givenOut';

export interface SigningOffice extends Office {
  readonly documents: DocumentDeps;
}

export interface SigningWishes {
  readonly now: string;
  readonly eSign?: ESignSettings;
  readonly log?: Logger;
  readonly onMoment?: (moment: Moment) => void;
}

/**
 * An office whose documents are real: typeset, signed, on the disk and in the register.
 * @param folder where its files and keys lie
 */
export function aSigningOffice(
  sql: Database,
  folder: string,
  { now, eSign, log, onMoment = () => {} }: SigningWishes,
): SigningOffice {
  const http = { publicUrl: 'https://peta.example.go.id' } as const;
  const office = anOffice(sql, folder, {
    http: { ...plain, ...http },
    ...(log === undefined ? {} : { log }),
  });
  office.setNow(now);
  const opened = openDocuments({ ...office.deps, dataDirectory: folder, tilesDirectory: folder, eSign });
  if (opened === null) throw new Error('there is no directory for documents');
  const watched = (signer: Signer): Signer => ({
    name: signer.name,
    asksPassphrase: signer.asksPassphrase,
    async sign(pdf, at, secret) {
      const signed = await signer.sign(pdf, at, secret);
      onMoment('signed');
      return signed;
    },
  });
  const documents: DocumentDeps = {
    ...opened,
    signer: watched(opened.signer),
    officialSigner: watched(opened.officialSigner),
  };
  const maker: DocumentMaker = {
    signer: (isTrial) => signerOf(documents, { kind: 'krk', isTrial }),
    async prepare(order, secret) {
      const made = await prepareKrk(documents, office.deps.http, order, secret);
      onMoment('stored');
      return made;
    },
    async giveOut(tx, documentId, actor) {
      const out = await giveOutDocument(tx, documents, documentId, actor);
      onMoment('givenOut');
      return out;
    },
    file: (documentId) => readFile(documents, documentId),
  };
  Object.assign(office.deps, { documents: maker });
  return { ...office, documents };
}

const plain = { isHttps: false, isDevelopment: false, trustedProxies: [], isStopping: () => false };
