import { touchedDocumentsSchema } from '#domain/document/changed-document';
import { releasePath } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { ConsoleLink, Failure, useStaffQuery } from '../console-frame/index.ts';
import { texts } from './texts.ts';

/** Documents in force that a release would touch, before anybody approves it. */
export function TouchedDocuments({ releaseId, on }: { releaseId: string; on: string }) {
  const t = useTexts(texts);
  const found = useStaffQuery(
    `${releasePath(releaseId)}/comparison/documents?on=${on}`,
    touchedDocumentsSchema,
  );
  if (found.error !== null) return <Failure error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return null;
  const { count, documents } = found.data;
  if (count === 0) return <p className="quiet">{t.touchedNone}</p>;
  return (
    <section aria-labelledby="dokumen-terkena">
      <h3 id="dokumen-terkena">{t.touched(count)}</h3>
      <p className="quiet">{t.touchedHelp}</p>
      <ul>
        {documents.map(({ documentId, applicationId, number, kelurahan, zoneCodes, byGround, byRules }) => (
          <li key={documentId}>
            {applicationId === null ? (
              <span className="tabular">{number}</span>
            ) : (
              <ConsoleLink className="tabular" href={`/konsol/permohonan/${applicationId}`}>
                {number}
              </ConsoleLink>
            )}{' '}
            {[...kelurahan, ...zoneCodes].join(', ')} –{' '}
            {[...(byGround ? [t.byGround] : []), ...(byRules ? [t.byRules] : [])].join(', ')}
          </li>
        ))}
        {count > documents.length && <li>{t.touchedMore(count - documents.length)}</li>}
      </ul>
    </section>
  );
}
