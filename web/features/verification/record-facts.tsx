import type { ReactNode } from 'react';
import type { DocumentRecord } from '#domain/document/document';
import { formatArea, formatDay } from '../../lib/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { texts } from './texts.ts';

/** Everything that the register says of a document; nothing of a person. */
export function RecordFacts({
  found,
  zone,
}: {
  found: DocumentRecord;
  /** The clock of the city. */
  zone: { readonly timeZone: string; readonly label: string };
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { replacedBy, replacedByNumber, isTrial, state, endedAt } = found;
  const moment = (at: string): string => formatMoment(at, language, zone.timeZone, zone.label);
  return (
    <dl className="facts facts-rows">
      <Fact label={t.kind}>{t[`kind.${found.kind}`]}</Fact>
      {found.number !== null && <Fact label={t.number}>{found.number}</Fact>}
      <Fact label={t.documentCode}>
        <code className="hash">{found.documentId}</code>
      </Fact>
      <Fact label={t.state}>{isTrial && state === 'berlaku' ? t.trial : t[`state.${state}`]}</Fact>
      {found.reason !== null && <Fact label={t.reason}>{found.reason}</Fact>}
      {replacedBy !== null && (
        <Fact label={t.replacedBy}>
          <a href={`/krk/verifikasi/${replacedBy}`}>{replacedByNumber ?? replacedBy}</a>
        </Fact>
      )}
      <Fact label={t.issued}>{moment(found.issuedAt)}</Fact>
      {endedAt !== null && (state === 'dicabut' || state === 'digantikan') && (
        <Fact label={t[`ended.${state}`]}>{moment(endedAt)}</Fact>
      )}
      {found.validUntil !== null && <Fact label={t.validUntil}>{formatDay(found.validUntil, language)}</Fact>}
      <Fact label={t.kelurahan}>{found.kelurahan.join(', ') || t.none}</Fact>
      <Fact label={t.zones}>{found.zoneCodes.join(', ') || t.none}</Fact>
      {found.areaM2 !== null && <Fact label={t.area}>{formatArea(found.areaM2, language)}</Fact>}
      <Fact label={t.hash}>
        <code className="hash">{found.pdfSha256}</code>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
