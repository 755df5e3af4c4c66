import { CATEGORIES } from '#domain/report/category';
import { formatDay, formatPosition } from '../../../lib/format.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { useReader } from '../../../locale/reader.tsx';
import type { Part } from './draft.ts';
import { formTexts } from './form-texts.ts';
import { fromWords } from './pin-words.ts';
import { placeTexts } from './place-texts.ts';
import { PlaceWords } from './place-words.tsx';
import type { DraftKeeper } from './use-draft.ts';

/** The whole report in short, each part with the way back to it. */
export function ReviewPart({ keeper, onPart }: { keeper: DraftKeeper; onPart: (part: Part) => void }) {
  const { language } = useReader();
  const t = useTexts(formTexts);
  const where = useTexts(placeTexts);
  const { draft } = keeper;
  const { category, pin } = draft;
  const contact = [draft.phone, draft.email].map((one) => one.trim()).filter(Boolean);
  const place =
    draft.way === 'landmark'
      ? t.byWords(draft.kelurahan, draft.landmark)
      : pin === null
        ? t.none
        : t.byPin(formatPosition(pin.at, language));
  const rows: readonly (readonly [Part, readonly string[]])[] = [
    [
      'apa',
      [
        category === null ? t.none : CATEGORIES[category].title[language],
        draft.description.trim(),
        draft.about.trim() === '' ? '' : `${t.about}: ${draft.about.trim()}`,
        draft.isAboutOffice === true ? t.aboutOffice : '',
      ],
    ],
    [
      'mana',
      [
        place,
        draft.way === 'pin' && pin !== null ? fromWords(pin, where, language) : '',
        draft.supports === null ? '' : t.supports,
      ],
    ],
    [
      'kapan',
      [draft.seenOn === '' ? t.none : formatDay(draft.seenOn, language), t[`ongoing.${draft.ongoing}`]],
    ],
    ['foto', [t.photos(draft.photos.length)]],
    [
      'siapa',
      [
        ...(draft.isAnonymous ? [t.anonymous] : [t.confidential, contact.join(', ') || t.none]),
        draft.mayPassOn ? t.passOn : '',
      ],
    ],
  ];
  return (
    <>
      <dl className="facts facts-rows report-review">
        {rows.map(([part, said]) => (
          <div key={part}>
            <dt>{t[`part.${part}`]}</dt>
            <dd>
              {said.filter(Boolean).map((line) => (
                <p key={line}>{line}</p>
              ))}
              {part === 'mana' && draft.way === 'pin' && pin !== null && (
                <p>
                  <PlaceWords at={pin.at} category={category} />
                </p>
              )}
              <button
                type="button"
                className="report-link"
                aria-label={`${t.change}: ${t[`part.${part}`]}`}
                onClick={() => onPart(part)}
              >
                {t.change}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t.sendHelp}</p>
    </>
  );
}
