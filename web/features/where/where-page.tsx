import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { texts } from './texts.ts';
import {
  ConditionTexts,
  KelurahanLine,
  OutcomeTable,
  OverlayRules,
  useSummary,
  ZonesByOutcome,
} from './where-answer.tsx';
import { byName, byShare } from './where-words.ts';

const EXAMPLES = ['bengkel', 'gudang', 'rumah tunggal'];

/** “Di mana boleh …?” complete without a map and without a script. */
export function WherePage({
  data,
  content,
}: {
  data: ReadingData;
  content: Extract<ReadingContent, { page: 'where' }>;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { asked, answer, isByName } = content;
  const summary = useSummary(answer ?? undefined);
  const hrefOf = (words: string): string =>
    `/di-mana?kegiatan=${encodeURIComponent(words)}${data.on === null ? '' : `&on=${data.on}`}`;
  return (
    <ReadingFrame data={data} section="where" hasDate>
      <h1>{answer === null ? t.title : t.titleOf(answer.activity.name)}</h1>
      <form className="place-form" action="/di-mana">
        <label htmlFor="kegiatan">{t.label}</label>
        <div className="place-form-row">
          <div className="field">
            <Icon name="search" />
            <input
              id="kegiatan"
              name="kegiatan"
              type="search"
              required
              maxLength={200}
              placeholder={t.placeholder}
              defaultValue={asked}
            />
          </div>
          <button type="submit" className="button-primary">
            {t.ask}
          </button>
        </div>
        {data.on !== null && <input type="hidden" name="on" value={data.on} />}
      </form>
      {answer === null && (
        <>
          <p>{asked === '' ? t.empty : t.unknownActivity(asked)}</p>
          <p>
            {t.examples}:{' '}
            {EXAMPLES.map((example) => (
              <a key={example} href={hrefOf(example)} lang="id" className="where-example">
                {example}
              </a>
            ))}
          </p>
        </>
      )}
      {answer !== null && (
        <>
          <p className="lead">{summary}</p>
          {answer.alternatives.length > 0 && (
            <p>
              {t.others}:{' '}
              {answer.alternatives.map((other) => (
                <a key={other.activityId} href={hrefOf(other.name)} lang="id" className="where-example">
                  {other.name}
                </a>
              ))}
            </p>
          )}
          <p className="actions">
            <a
              className="button"
              href={`/?alat=dimana&activity=${encodeURIComponent(asked)}${data.on === null ? '' : `&on=${data.on}`}`}
            >
              <Icon name="pin" />
              {t.map}
            </a>
          </p>
          <Section id="hasil" title={t.legend}>
            <OutcomeTable ground={answer.city} />
          </Section>
          <Section id="kelurahan" title={t.perKelurahan}>
            <p className="where-sort">
              {t.sort}:{' '}
              {isByName ? <a href={`${hrefOf(asked)}#kelurahan-title`}>{t.sortShare}</a> : t.sortShare}
              {' · '}
              {isByName ? (
                t.sortName
              ) : (
                <a href={`${hrefOf(asked)}&urut=nama#kelurahan-title`}>{t.sortName}</a>
              )}
            </p>
            <ul className="where-kelurahan">
              {(isByName ? byName : byShare)(answer.kelurahan).map((row) => (
                <li key={row.name}>
                  <KelurahanLine row={row}>
                    <a
                      href={`/?alat=dimana&activity=${encodeURIComponent(asked)}&c=${row.point.map((one) => one.toFixed(5)).join(',')}&z=13.2${data.on === null ? '' : `&on=${data.on}`}`}
                    >
                      {row.name}
                    </a>
                  </KelurahanLine>
                </li>
              ))}
            </ul>
          </Section>
          <Section id="tambahan" title={t.overlays}>
            <OverlayRules answer={answer} />
          </Section>
          <Section id="zona" title={t.perZone}>
            <ZonesByOutcome answer={answer} isOpen />
          </Section>
          <Section id="syarat" title={t.conditions}>
            <ConditionTexts answer={answer} />
          </Section>
          <Section id="versi" title={t.data}>
            <ul className="plain-list">
              {answer.versions
                .filter(({ kind }) => kind === 'zones' || kind === 'rules' || kind === 'overlay')
                .map((version) => (
                  <li key={version.layerId}>
                    <span lang="id">
                      {version.title}, {version.decree}
                    </span>{' '}
                    <span className="quiet">
                      {formatDay(version.validFrom, language)} · {version.versionId}
                    </span>
                  </li>
                ))}
            </ul>
          </Section>
        </>
      )}
    </ReadingFrame>
  );
}
