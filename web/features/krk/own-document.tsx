import type { OwnApplication } from '#domain/krk/application-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { Section } from '../../ui/section.tsx';
import { documentTexts } from './document-texts.ts';

/** The document of an application in the hands of who asked for it: the file itself, its check, and asking for another. */
export function OwnDocument({ own }: { own: OwnApplication }) {
  const t = useTexts(documentTexts);
  const { document, replaces, mayReplace, ticket } = own;
  const path = `/krk/permohonan/${ticket}`;
  return (
    <>
      {replaces !== null && document === null && (
        <p>
          {t[`replaces.${replaces.as}`]}{' '}
          <a href={`/krk/permohonan/${replaces.ticket}`}>{replaces.number ?? replaces.ticket}</a>.{' '}
          {t.untilThen}
        </p>
      )}
      {document !== null && (
        <Section id="dokumen" title={t.document}>
          <p>
            <strong className="tabular">{document.number}</strong>
          </p>
          <p className="actions">
            <a className="button-primary" href={`${path}/dokumen.pdf`} download>
              {t.download}
            </a>
            <a className="button" href={document.verificationPath}>
              {t.verify}
            </a>
          </p>
        </Section>
      )}
      {mayReplace && (
        <details className="quiet-details">
          <summary>{t.replace}</summary>
          <form className="correction" method="post" action={`${path}/ganti`}>
            <p className="quiet">{t.replaceHelp}</p>
            <p className="actions">
              {(['correction', 'extension'] as const).map((as) => (
                <button key={as} type="submit" className="button" name="as" value={as}>
                  {t[`as.${as}`]}
                </button>
              ))}
            </p>
          </form>
        </details>
      )}
    </>
  );
}
