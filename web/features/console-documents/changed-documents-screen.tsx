import { type ChangedDocuments, changedDocumentsSchema } from '#domain/document/changed-document';
import { useTexts } from '../../locale/feature-texts.ts';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  Loading,
  Moment,
  Screen,
  useConsoleAddress,
  useStaffQuery,
  withQuery,
} from '../console-frame/index.ts';
import { ChangeList } from '../history/index.ts';
import { DocumentTabs } from './document-tabs.tsx';
import { texts } from './texts.ts';

type ChangedDocument = ChangedDocuments['documents'][number];

const CHANGED = '/api/v1/staff/documents/changed';

/** Documents in force whose ground the plan has changed; which of them is looked at stands in the address. */
export function ChangedDocumentsScreen() {
  const t = useTexts(texts);
  const { query } = useConsoleAddress();
  const after = query.get('setelah');
  const list = useStaffQuery(
    after === null ? CHANGED : `${CHANGED}?after=${encodeURIComponent(after)}`,
    changedDocumentsSchema,
  );
  if (list.data === undefined)
    return (
      <Screen title={t.title} lead={t.lead}>
        <DocumentTabs current="changed" />
        {list.error === null ? <Loading /> : <Failure error={list.error} onRetry={list.refetch} />}
      </Screen>
    );
  const { documents, changed, inForce, waiting, next } = list.data;
  const chosen = documents.find(({ documentId }) => documentId === query.get('dokumen'));
  return (
    <Screen title={t.title} lead={t.lead}>
      <DocumentTabs current="changed" />
      <p>
        <strong>{t.counts(changed, inForce)}</strong>
      </p>
      {waiting > 0 && <p className="unknown-block">{t.waiting(waiting)}</p>}
      {documents.length === 0 && waiting === 0 && (
        <EmptyState icon="check" title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      )}
      {documents.length > 0 && (
        <ul className="rows">
          {documents.map((one) => (
            <Line key={one.documentId} document={one} isChosen={one === chosen} />
          ))}
        </ul>
      )}
      <p className="form-actions">
        {after !== null && (
          <ConsoleLink className="button" href={withQuery({ setelah: null, dokumen: null })}>
            {t.first}
          </ConsoleLink>
        )}
        {next !== null && (
          <ConsoleLink className="button" href={withQuery({ setelah: next, dokumen: null })}>
            {t.more}
          </ConsoleLink>
        )}
      </p>
      {chosen !== undefined && <WhatChanged document={chosen} />}
    </Screen>
  );
}

function Line({ document, isChosen }: { document: ChangedDocument; isChosen: boolean }) {
  const t = useTexts(texts);
  const { documentId, number, kelurahan, zoneCodes, compared, isTold, issuedAt } = document;
  const said = compared.changes.filter(({ change }) => change !== 'citation').length;
  return (
    <li>
      <ConsoleLink
        className="row-link"
        href={withQuery({ dokumen: documentId })}
        {...(isChosen ? { 'aria-current': 'true' as const } : {})}
      >
        <span>
          <span className="row-title tabular">{number}</span>
          <span className="row-facts">
            <span>{kelurahan.join(', ')}</span>
            <span>{zoneCodes.join(', ')}</span>
            <span>
              <Moment at={issuedAt} />
            </span>
          </span>
        </span>
        <span className="row-facts">
          <span>{said === 0 ? t.citationOnly : t.changes(said)}</span>
          {said > 0 && <span>{isTold ? t.told : t.notTold}</span>}
        </span>
      </ConsoleLink>
    </li>
  );
}

function WhatChanged({ document }: { document: ChangedDocument }) {
  const t = useTexts(texts);
  const { documentId, applicationId, number, compared } = document;
  return (
    <section aria-labelledby="yang-berubah">
      <h2 id="yang-berubah">{t.whatChanged(number)}</h2>
      <p className="actions">
        {applicationId !== null && (
          <ConsoleLink className="button" href={`/konsol/permohonan/${applicationId}`}>
            {t.application}
          </ConsoleLink>
        )}
        <a className="button" href={`/krk/verifikasi/${documentId}`}>
          {t.document}
        </a>
      </p>
      <ChangeList comparison={compared} />
    </section>
  );
}
