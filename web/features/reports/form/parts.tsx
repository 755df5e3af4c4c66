import { CATEGORIES, categoriesOf, TRACK_TITLES } from '#domain/report/category';
import { ABOUT_LENGTH, DESCRIPTION_LENGTH, NAME_LENGTH, ONGOING } from '#domain/report/report';
import type { ReportReach } from '#domain/report/report-answers';
import { useTexts } from '../../../locale/feature-texts.ts';
import { useReader } from '../../../locale/reader.tsx';
import { FormField } from '../../../ui/form-field.tsx';
import { WhoSees } from '../who-sees.tsx';
import { type Fault, TRACKS_ASKED } from './draft.ts';
import { faultWords, formTexts } from './form-texts.ts';
import type { DraftKeeper } from './use-draft.ts';

interface Asked {
  readonly keeper: DraftKeeper;
  /** What is wrong, once it was tried to go on. */
  readonly faults: readonly Fault[];
}

/** What it is, in words of the street, and told in one's own. */
export function WhatPart({ keeper, faults }: Asked) {
  const { language } = useReader();
  const t = useTexts(formTexts);
  const words = useTexts(faultWords);
  const isWrong = faults.includes('category');
  const { draft, change } = keeper;
  return (
    <>
      {TRACKS_ASKED.map((track, trackNo) => (
        <fieldset key={track} className="report-choices">
          <legend>{TRACK_TITLES[track][language]}</legend>
          {categoriesOf(track).map((category, no) => (
            <label key={category}>
              <input
                type="radio"
                name="jenis"
                checked={draft.category === category}
                {...(isWrong && trackNo === 0 && no === 0
                  ? { 'data-wrong': true, 'aria-describedby': 'salah-jenis' }
                  : {})}
                onChange={() => change({ category })}
              />
              <span>
                <strong>{CATEGORIES[category].title[language]}</strong>{' '}
                <span className="quiet">{CATEGORIES[category].help[language]}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {isWrong && (
        <p className="form-error" id="salah-jenis">
          {words.category}
        </p>
      )}
      <FormField
        label={t.description}
        help={t.descriptionHelp}
        error={faults.includes('description') ? words.description : null}
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            maxLength={DESCRIPTION_LENGTH.most}
            value={draft.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={t.about} help={t.aboutHelp} optional={t.optional}>
        {(control) => (
          <input
            {...control}
            maxLength={ABOUT_LENGTH}
            autoComplete="off"
            value={draft.about}
            onChange={(event) => change({ about: event.target.value })}
          />
        )}
      </FormField>
      <label className="report-tick">
        <input
          type="checkbox"
          checked={draft.isAboutOffice === true}
          onChange={() => change({ isAboutOffice: draft.isAboutOffice !== true })}
        />
        <span>
          {t.aboutOffice} <span className="quiet">{t.aboutOfficeHelp}</span>
        </span>
      </label>
    </>
  );
}

export function WhenPart({ keeper, faults, today }: Asked & { readonly today: string }) {
  const t = useTexts(formTexts);
  const words = useTexts(faultWords);
  const { draft, change } = keeper;
  return (
    <>
      <FormField label={t.seenOn} error={faults.includes('seenOn') ? words.seenOn : null}>
        {(control) => (
          <input
            {...control}
            type="date"
            max={today}
            value={draft.seenOn}
            onChange={(event) => change({ seenOn: event.target.value })}
          />
        )}
      </FormField>
      <fieldset className="report-choices">
        <legend>{t.ongoing}</legend>
        {ONGOING.map((ongoing) => (
          <label key={ongoing}>
            <input
              type="radio"
              name="berlangsung"
              checked={draft.ongoing === ongoing}
              onChange={() => change({ ongoing })}
            />
            {t[`ongoing.${ongoing}`]}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** By what somebody can be told who leaves a contact, and how long it is kept. */
export type Reach = Pick<ReportReach, 'tellsPhones' | 'keepReporterDays'>;

/** Confidential unless somebody wants otherwise; what that means stands on the same screen. */
export function WhoPart({ keeper, faults, reach }: Asked & { reach: Reach }) {
  const t = useTexts(formTexts);
  const words = useTexts(faultWords);
  const { draft, change } = keeper;
  const contact = faults.includes('contact') ? words.contact : null;
  return (
    <>
      <WhoSees isAnonymous={draft.isAnonymous} />
      <fieldset className="report-choices">
        <legend>{t.identity}</legend>
        {([false, true] as const).map((isAnonymous) => (
          <label key={String(isAnonymous)}>
            <input
              type="radio"
              name="cara-lapor"
              checked={draft.isAnonymous === isAnonymous}
              onChange={() => change({ isAnonymous })}
            />
            <span>
              <strong>{isAnonymous ? t.anonymous : t.confidential}</strong>{' '}
              <span className="quiet">{isAnonymous ? t.anonymousHelp : t.confidentialHelp}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {!draft.isAnonymous && (
        <fieldset className="report-contact">
          <legend className="hidden-visually">{t.nameAndContact}</legend>
          <p className="quiet">
            {t.contactHelp} {t.keptUntil(reach.keepReporterDays)}
          </p>
          {!reach.tellsPhones && <p className="quiet">{t.phoneNotTold}</p>}
          <FormField label={t.phone} error={faults.includes('phone') ? words.phone : contact}>
            {(control) => (
              <input
                {...control}
                type="tel"
                autoComplete="tel"
                maxLength={25}
                value={draft.phone}
                onChange={(event) => change({ phone: event.target.value })}
              />
            )}
          </FormField>
          <FormField label={t.email} error={faults.includes('email') ? words.email : null}>
            {(control) => (
              <input
                {...control}
                type="email"
                autoComplete="email"
                maxLength={200}
                value={draft.email}
                onChange={(event) => change({ email: event.target.value })}
              />
            )}
          </FormField>
          <FormField label={t.name} optional={t.optional}>
            {(control) => (
              <input
                {...control}
                autoComplete="name"
                maxLength={NAME_LENGTH}
                value={draft.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </FormField>
        </fieldset>
      )}
      <label className="report-tick">
        <input
          type="checkbox"
          checked={draft.mayPassOn}
          onChange={() => change({ mayPassOn: !draft.mayPassOn })}
        />
        {t.passOn}
      </label>
    </>
  );
}
