import type { Sql } from 'postgres';
import {
  abandonedDrafts,
  deleteApplication,
  forgetSealed,
  namedApplications,
} from '../../server/features/applications/people/queries.ts';
import { findByDocument } from '../../server/features/applications/queries.ts';
import {
  findInForce,
  findReplacing,
  setReplacing,
} from '../../server/features/applications/replacing/queries.ts';
import {
  changedDocuments,
  claimUntold,
  countChanged,
  documentsToAsk,
  keepAsked,
  touchedDocuments,
  untoldDocuments,
} from '../../server/features/documents/changed-ground/queries.ts';
import {
  deleteDraft,
  dropDrafts,
  droppedDrafts,
  findDraft,
  insertDraft,
  takeDraft,
} from '../../server/features/documents/drafts/queries.ts';
import { keepCertificate, listCertificates } from '../../server/features/documents/queries.ts';

const NOW = new Date('2026-11-24T02:00:00Z');
const nobody = '00000000-0000-0000-0000-000000000000';

/** Every statement about documents that wait, are replaced, or lie on changed ground, for whoever wants to see all of them. */
export async function lookAtDocuments(quiet: Sql, sql: Sql): Promise<void> {
  const made = { orderId: 'krk:uji', documentId: 'A'.repeat(22), issuedAt: NOW } as never;
  await insertDraft(sql, made, 'operator', NOW);
  await findDraft(sql, 'krk:uji', 'operator');
  await dropDrafts(sql, 'krk:uji');
  await takeDraft(sql, 'A'.repeat(22));
  await droppedDrafts(sql);
  await deleteDraft(sql, 'A'.repeat(22));
  await findByDocument(sql, 'A'.repeat(22));
  await findReplacing(sql, nobody);
  await findInForce(sql, nobody);
  await setReplacing(sql, nobody, { applicationId: nobody, as: 'correction' });
  const [document] = await quiet<{ id: string }[]>`select document_id as id from document limit 1`;
  if (document === undefined) throw new Error('no document was given out');
  await documentsToAsk(sql, { versionsKey: 'x', today: '2026-11-24', limit: 1 });
  await keepAsked(sql, {
    documentId: document.id,
    versionsKey: 'x',
    askedAt: NOW,
    compared: { changes: [] } as never,
    changeCount: 0,
    changeHash: 'x',
  });
  await changedDocuments(sql, { today: '2026-11-24', after: null, limit: 1 });
  await countChanged(sql, '2026-11-24', 'x');
  await untoldDocuments(sql, '2026-11-24');
  await claimUntold(sql, { documentId: document.id, changeHash: 'x' });
  await keepCertificate(sql, new Uint8Array([1]), 'uji', NOW);
  await listCertificates(sql);
  await namedApplications(sql, null, 1);
  await forgetSealed(sql, nobody);
  await abandonedDrafts(sql, NOW);
  await deleteApplication(sql, nobody);
  const rules = [{ versionId: 'x', codes: ['R-3'] }];
  await touchedDocuments(sql, { comparisonIds: ['x'], rules }, { today: '2026-11-24', limit: 1 });
}
