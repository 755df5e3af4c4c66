import { CATEGORIES, categoriesOf, TRACK_TITLES, TRACKS } from '#domain/report/category';
import {
  ABOUT_LENGTH,
  DESCRIPTION_LENGTH,
  LANDMARK_LENGTH,
  MOST_PHOTOS,
  NAME_LENGTH,
  ONGOING,
} from '#domain/report/report';
import type { ReportReach } from '#domain/report/report-answers';
import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { formatPosition } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ReportAppData } from './form/start-report-form.tsx';
import { PageField, type Typed } from './page-field.tsx';
import { pageTexts } from './page-texts.ts';
import { ReportPlaceFacts, RuleChoices, SimilarChoices } from './report-place-facts.tsx';
import { WhoSees } from './who-sees.tsx';

type Content = Extract<ReadingContent, { page: 'reportForm' }>;

const FORM_ID = 'lapor';

/** Reporting without a script: one form, and what the plan says at the pin beside it. */
export function ReportFormPage({ data, content }: { data: ReadingData; content: Content }) {
  const { language } = useReader();
  const t = useTexts(pageTexts);
  const { fields, faults, problem, place, key } = content;
  const typed: Typed = { fields, faults };
  const { tellsPhones, keepReporterDays } = content.reach;
  const appData: ReportAppData = {
    language,
    city: data.city,
    kelurahan: content.kelurahan,
    reach: { tellsPhones, keepReporterDays },
  };
  return (
    <ReadingFrame data={data} section={null} hasDate={false} isUseful={false} form={FORM_ID}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {data.city.isDemo && <Notice title={t.demo} />}
      <p>{t.danger}</p>
      <p>
        <a href="/laporan">{t.haveTicket}</a>
      </p>
      {(problem !== null || faults.length > 0) && (
        <div role="alert">
          <Notice title={t.notSent}>
            {problem !== null && <p>{problem}</p>}
            {faults.map((fault) => (
              <p key={fault}>{t[`wrong.${fault}`]}</p>
            ))}
          </Notice>
        </div>
      )}
      <div data-report-app={JSON.stringify(appData)} />
      <form
        id={FORM_ID}
        className="correction"
        method="post"
        action="/lapor"
        encType="multipart/form-data"
        data-report-form=""
      >
        <input type="hidden" name="kunci" value={key} />
        <WherePart content={content} typed={typed} />
        <fieldset>
          <legend>{t.what}</legend>
          {TRACKS.map((track) => (
            <div key={track}>
              <p className="quiet">{TRACK_TITLES[track][language]}</p>
              {categoriesOf(track).map((category) => (
                <label key={category} className="krk-choice">
                  <input
                    type="radio"
                    name="jenis"
                    value={category}
                    defaultChecked={fields.jenis === category}
                    required
                  />
                  <span>
                    <strong>{CATEGORIES[category].title[language]}</strong>{' '}
                    <span className="quiet">{CATEGORIES[category].help[language]}</span>
                  </span>
                </label>
              ))}
            </div>
          ))}
        </fieldset>
        {place !== null && <SimilarChoices place={place} chosen={fields.dukung ?? ''} />}
        {place !== null && <RuleChoices place={place} chosen={fields.aturan ?? ''} />}
        <PageField
          {...typed}
          name="uraian"
          label={t.describe}
          help={t.describeHelp}
          rows={6}
          most={DESCRIPTION_LENGTH.most}
          isRequired
        />
        <PageField {...typed} name="terlapor" label={t.about} help={t.aboutHelp} most={ABOUT_LENGTH} />
        <label className="krk-choice">
          <input
            type="checkbox"
            name="pemerintah"
            value="ya"
            defaultChecked={fields.pemerintah !== undefined}
          />
          <span>
            {t.aboutOffice} <span className="quiet">{t.aboutOfficeHelp}</span>
          </span>
        </label>
        <fieldset>
          <legend>{t.when}</legend>
          <PageField {...typed} name="tanggal" label={t.seenOn} kind="date" latest={data.today} isRequired />
          <p>{t.ongoing}</p>
          {ONGOING.map((one) => (
            <label key={one} className="krk-choice">
              <input
                type="radio"
                name="berlangsung"
                value={one}
                defaultChecked={(fields.berlangsung ?? 'unknown') === one}
              />
              {t[`ongoing.${one}`]}
            </label>
          ))}
        </fieldset>
        <div className="correction-field">
          <label htmlFor="foto">
            {t.photos} <span className="quiet">({t.optional})</span>
          </label>
          <p id="foto-help" className="quiet">
            {t.photosHelp(MOST_PHOTOS)}
          </p>
          {(fields.fotoAda ?? '') !== '' && (
            <p>
              {t.photosKept((fields.fotoAda ?? '').split(' ').length)}
              <input type="hidden" name="fotoAda" value={fields.fotoAda} />
            </p>
          )}
          <input
            id="foto"
            name="foto"
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp"
            aria-describedby="foto-help"
          />
        </div>
        <WhoPart typed={typed} reach={content.reach} />
        <p className="hidden-visually">
          <label htmlFor="situs">{t.trap}</label>
          <input id="situs" name="situs" tabIndex={-1} autoComplete="off" />
        </p>
        <p className="quiet">{t.dispute}</p>
        <button type="submit" className="button-primary">
          {t.send}
        </button>
      </form>
    </ReadingFrame>
  );
}

function WherePart({ content, typed }: { content: Content; typed: Typed }) {
  const { language } = useReader();
  const t = useTexts(pageTexts);
  const { fields, place, kelurahan } = content;
  const { lon = '', lat = '' } = fields;
  if (place !== null)
    return (
      <fieldset>
        <legend>{t.where}</legend>
        <input type="hidden" name="lon" value={lon} />
        <input type="hidden" name="lat" value={lat} />
        <p className="tabular">
          {t.pin}: {formatPosition([Number(lon), Number(lat)], language)}{' '}
          <a href={`/?p=${Number(lon).toFixed(5)},${Number(lat).toFixed(5)}`}>{t.move}</a>
        </p>
        <ReportPlaceFacts place={place} />
        {place.swapOffer !== null && (
          <p>
            {t.swap}{' '}
            <button
              type="submit"
              className="button"
              formNoValidate
              name="tempat"
              value={`${place.swapOffer[0]},${place.swapOffer[1]}`}
            >
              {formatPosition(place.swapOffer, language)}
            </button>
          </p>
        )}
      </fieldset>
    );
  return (
    <fieldset>
      <legend>{t.where}</legend>
      <PageField {...typed} name="koordinat" label={t.coordinate} help={t.coordinateHelp} most={500} />
      <p>{t.orByName}</p>
      <div className="correction-field">
        <label htmlFor="kelurahan">{t.kelurahan}</label>
        <select
          id="kelurahan"
          name="kelurahan"
          defaultValue={fields.kelurahan ?? ''}
          aria-invalid={typed.faults.includes('kelurahan') || undefined}
        >
          <option value="">{t.choose}</option>
          {kelurahan.map((name) => (
            <option key={name} lang="id">
              {name}
            </option>
          ))}
        </select>
      </div>
      <PageField
        {...typed}
        name="patokan"
        label={t.landmark}
        help={t.landmarkHelp}
        most={LANDMARK_LENGTH.most}
      />
    </fieldset>
  );
}

function WhoPart({ typed, reach }: { typed: Typed; reach: ReportReach }) {
  const t = useTexts(pageTexts);
  const isAnonymous = typed.fields.identitas === 'anonim';
  return (
    <fieldset>
      <legend>{t.who}</legend>
      <WhoSees isAnonymous={isAnonymous} />
      <label className="krk-choice">
        <input type="radio" name="identitas" value="rahasia" defaultChecked={!isAnonymous} />
        {t.confidential}
      </label>
      <p className="quiet">
        {t.contactHelp} {!reach.tellsPhones && t.phoneNotTold} {t.keptUntil(reach.keepReporterDays)}
      </p>
      <PageField {...typed} name="nama" label={t.name} complete="name" most={NAME_LENGTH} />
      <PageField {...typed} name="surel" label={t.email} kind="email" complete="email" most={200} />
      <PageField {...typed} name="telepon" label={t.phone} kind="tel" complete="tel" most={25} />
      <label className="krk-choice">
        <input type="radio" name="identitas" value="anonim" defaultChecked={isAnonymous} />
        <span>
          {t.anonymous} <span className="quiet">{t.anonymousHelp}</span>
        </span>
      </label>
      <label className="krk-choice">
        <input
          type="checkbox"
          name="ombudsman"
          value="ya"
          defaultChecked={typed.fields.ombudsman !== undefined}
        />
        {t.ombudsman}
      </label>
    </fieldset>
  );
}
