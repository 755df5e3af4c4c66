import type { ReactNode } from 'react';
import type { DocumentRecord } from '#domain/document/document';
import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { ChangeList } from '../history/index.ts';
import { FileCheck } from './file-check.tsx';
import { GroundShape } from './ground-shape.tsx';
import { RecordFacts } from './record-facts.tsx';
import { texts } from './texts.ts';

type Content = Extract<ReadingContent, { page: 'verification' }>;

/** What a document is worth today, complete without a script; with one, the file itself is checked on the device. */
export function VerificationPage({ data, content }: { data: ReadingData; content: Content }) {
  const t = useTexts(texts);
  const { document: found, code } = content;
  return (
    <ReadingFrame
      data={data}
      section={null}
      hasDate={false}
      isUseful={found !== null}
      steps={code === '' ? [] : [{ label: t.title, href: '/krk/verifikasi' }]}
    >
      <h1>{found === null ? t.title : t.titleOf(t[`kind.${found.kind}`])}</h1>
      {code !== '' && <Outcome found={found} />}
      {found === null ? <CodeForm code={code} /> : <Found content={content} found={found} />}
      <FileCheck found={found} />
    </ReadingFrame>
  );
}

/** The answer in one word and one sentence, first of all. A trial says that before anything else. */
function Outcome({ found }: { found: DocumentRecord | null }) {
  const t = useTexts(texts);
  if (found === null) return <State state="tidakDikenal" />;
  const isStillIssued = found.state === 'berlaku';
  if (found.isTrial && isStillIssued)
    return (
      <div className="document-state document-state-trial">
        <p className="document-state-word">
          <Icon name="warning" />
          {t.trial}
        </p>
        <p>{t['means.trial']}</p>
      </div>
    );
  return (
    <>
      {found.isTrial && <Notice title={t.trial}>{t['means.trial']}</Notice>}
      <State state={found.state}>
        {found.replacedBy !== null && (
          <p>
            <a href={`/krk/verifikasi/${found.replacedBy}`}>{t.openReplacing(found.replacedByNumber)}</a>
          </p>
        )}
      </State>
    </>
  );
}

function State({
  state,
  children,
}: {
  state: DocumentRecord['state'] | 'tidakDikenal';
  children?: ReactNode;
}) {
  const t = useTexts(texts);
  return (
    <div className={`document-state document-state-${state}`}>
      <p className="document-state-word">
        <Icon name={state === 'berlaku' ? 'check' : state === 'tidakDikenal' ? 'question' : 'forbidden'} />
        {t[`state.${state}`]}
      </p>
      <p>{t[`means.${state}`]}</p>
      {children}
    </div>
  );
}

function CodeForm({ code }: { code: string }) {
  const t = useTexts(texts);
  return (
    <>
      <p>{t.lead}</p>
      <form className="parcel-number" method="get" action="/krk/verifikasi">
        <label htmlFor="kode">{t.code}</label>
        <div className="proposal-field">
          <input
            id="kode"
            name="kode"
            defaultValue={code}
            maxLength={80}
            autoCapitalize="off"
            spellCheck={false}
            required
          />
        </div>
        <button type="submit" className="button-primary">
          {t.show}
        </button>
      </form>
    </>
  );
}

function Found({ content, found }: { content: Content; found: DocumentRecord }) {
  const t = useTexts(texts);
  const api = `/api/v1/documents/${found.documentId}`;
  return (
    <>
      {found.kind === 'itr' && <p>{t['means.itr']}</p>}
      <Section id="tercatat" title={t.facts}>
        <p className="quiet">{t.compare}</p>
        <RecordFacts found={found} zone={content.zone} />
        {content.ground !== null && <GroundShape ground={content.ground} />}
        <p className="actions">
          {found.kind === 'itr' && found.hasFile && (
            <a className="button" href={`${api}/pdf`}>
              <Icon name="page" />
              {t.download}
            </a>
          )}
          <a className="button" href={`${api}/proof`}>
            <Icon name="check" />
            {t.proof}
          </a>
          {(found.state === 'dicabut' || found.state === 'digantikan') && (
            <a className="button" href={`${api}/proof?of=end`}>
              <Icon name="check" />
              {t[`proof.${found.state}`]}
            </a>
          )}
        </p>
        {!found.hasFile && <p className="quiet">{t.fileGone}</p>}
        <p className="quiet">{t.proofHelp}</p>
        <details className="quiet-details">
          <summary>{t.offline}</summary>
          <p>{t.offlineHelp}</p>
          <p className="log-key">
            <code>{content.logKey}</code>
          </p>
          <p>
            <a href="/api/v1/documents/keys" download="keys.json">
              {t.keyList}
            </a>
          </p>
        </details>
      </Section>
      <Section id="perubahan" title={t.changes}>
        {!found.hasFile ? (
          <p>{t.noComparisonWithout}</p>
        ) : content.comparison === null ? (
          <>
            <p>{content.isCompared ? t.noComparison : t.changesHelp}</p>
            <form method="get" action={`/krk/verifikasi/${found.documentId}#perubahan-title`}>
              <input type="hidden" name="banding" value="ya" />
              <button type="submit" className="button">
                <Icon name="history" />
                {t.ask}
              </button>
            </form>
          </>
        ) : (
          <ChangeList comparison={content.comparison} />
        )}
      </Section>
    </>
  );
}
