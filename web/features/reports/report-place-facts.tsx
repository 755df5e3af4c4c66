import type { CategoryCode } from '#domain/report/category';
import { CATEGORIES } from '#domain/report/category';
import { NATIONAL_DESK } from '#domain/report/jurisdiction';
import type { PlaceOfReport } from '#domain/report/report-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LawWords } from '../../ui/law-words.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RowSaid, RowTitle } from '../corrections/index.ts';
import { NearWords } from './near-words.tsx';
import { pageTexts } from './page-texts.ts';

/** What is known about the pin before anything is sent: the plan, and for whom the place is. */
export function ReportPlaceFacts({ place }: { place: PlaceOfReport }) {
  const { language } = useReader();
  const t = useTexts(pageTexts);
  const { jurisdiction, zones } = place;
  const authority = jurisdiction.authority?.[language] ?? null;
  return (
    <>
      <dl className="facts" aria-label={t.plan}>
        <div>
          <dt>{t.kelurahan}</dt>
          <dd lang="id">{place.kelurahan ?? '–'}</dd>
        </div>
        {place.isInCity && (
          <div>
            <dt>{t.near}</dt>
            <dd>
              <NearWords place={place} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t.zones}</dt>
          <dd lang={zones.length === 0 ? undefined : 'id'}>
            {zones.length === 0
              ? t.noPlan
              : zones.map(({ code, name }) => (name === null ? code : `${code} ${name}`)).join('; ')}
          </dd>
        </div>
      </dl>
      {!place.isInCity && (
        <Notice title={t.outside}>
          {authority !== null && <p>{t['whose.elsewhere'](authority)}</p>}
          <p>
            {t.desk}{' '}
            <a href={NATIONAL_DESK.url} lang="id">
              {NATIONAL_DESK.name}
            </a>
          </p>
        </Notice>
      )}
      {place.isInCity && jurisdiction.whose === 'elsewhere' && (
        <Notice title={t['whose.elsewhere'](authority ?? '–')}>
          {jurisdiction.evidence !== null && (
            <p>
              <LawWords sentence={t.evidence(jurisdiction.evidence)} words={jurisdiction.evidence} />
            </p>
          )}
          <p>{t.stillTaken}</p>
        </Notice>
      )}
      {place.isInCity && jurisdiction.whose !== 'elsewhere' && <p>{t[`whose.${jurisdiction.whose}`]}</p>}
    </>
  );
}

/** Open reports around the pin, to be supported instead of told again; nothing says where, when or by whom. */
export function SimilarChoices({ place, chosen }: { place: PlaceOfReport; chosen: string }) {
  const { language } = useReader();
  const t = useTexts(pageTexts);
  if (place.similar === null || place.similar.length === 0) return null;
  return (
    <fieldset>
      <legend>{t.similar}</legend>
      <p className="quiet">{t.similarHelp}</p>
      {place.similar.map(({ category, token }) => (
        <label key={category} className="krk-choice">
          <input type="radio" name="dukung" value={token} defaultChecked={token === chosen} />
          {t.support(CATEGORIES[category as CategoryCode].title[language])}
        </label>
      ))}
      <label className="krk-choice">
        <input type="radio" name="dukung" value="" defaultChecked={chosen === ''} />
        {t.similarNone}
      </label>
    </fieldset>
  );
}

/** Every row of the plan here, one of which may be broken; closed until it is wanted. */
export function RuleChoices({ place, chosen }: { place: PlaceOfReport; chosen: string }) {
  const t = useTexts(pageTexts);
  if (place.rules.length === 0) return null;
  return (
    <fieldset>
      <legend>{t.rule}</legend>
      <label className="krk-choice">
        <input type="radio" name="aturan" value="" defaultChecked={chosen === ''} />
        {t.ruleNone}
      </label>
      <details className="quiet-details" open={chosen !== ''}>
        <summary>
          <span>{t.rules(place.rules.length)}</span>
          <Icon name="down" />
        </summary>
        <ul className="correction-rows">
          {place.rules.map((row) => (
            <li key={row.key}>
              <label>
                <input type="radio" name="aturan" value={row.key} defaultChecked={row.key === chosen} />
                <span>
                  <strong>
                    <RowTitle row={row} />
                  </strong>{' '}
                  <span>
                    <RowSaid row={row} />
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}
