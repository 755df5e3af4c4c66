import { type CaseRow, CONTACT_LENGTH, MESSAGE_LENGTH } from '#domain/correction/correction';
import type { ReadingContent, ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { formatPosition } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { placeTitle, textPageHref } from '../lookup/index.ts';
import { PARTS, partOf, rowSaid, rowTitle } from './row-words.ts';
import { texts } from './texts.ts';

type Content = Extract<ReadingContent, { page: 'correction' }>;

/** “Data ini keliru”: a form without a script, about one row behind the answer of a place. */
export function CorrectionPage({ data, content }: { data: ReadingData; content: Content }) {
  const reader = useReader();
  const t = useTexts(texts);
  const { answer, rows, given, wrong, problem, part } = content;
  const [lng, lat] = answer.place.point;
  const title = placeTitle(answer, data.city.name, reader);
  return (
    <ReadingFrame
      data={data}
      section="map"
      hasDate={false}
      isUseful={false}
      steps={[{ label: title, href: textPageHref([lng, lat], data.on) }]}
    >
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <p className="quiet tabular">
        {t.place}: {title}, {formatPosition([lng, lat], reader.language)}
      </p>
      {(problem !== null || wrong.length > 0) && (
        <div role="alert">
          <Notice title={t.notSent}>
            {problem !== null && <p>{problem}</p>}
            {wrong.map((field) => (
              <p key={field}>{t[`wrong.${field}`]}</p>
            ))}
          </Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <p className="unknown-block">{t.noRows}</p>
      ) : (
        <form className="correction" method="post" action={data.path.split('?')[0]}>
          {data.on !== null && <input type="hidden" name="on" value={data.on} />}
          <fieldset>
            <legend>{t.rows}</legend>
            {PARTS.map((one) => (
              <Rows
                key={one}
                title={t[one]}
                rows={rows.filter((row) => partOf(row) === one)}
                chosen={given.row}
                isOpen={part === one || (part === null && one !== 'kegiatan')}
              />
            ))}
          </fieldset>
          <div className="correction-field">
            <label htmlFor="pesan">{t.message}</label>
            <p id="pesan-bantuan" className="quiet">
              {t.messageHelp}
            </p>
            <textarea
              id="pesan"
              name="pesan"
              rows={5}
              required
              minLength={10}
              maxLength={MESSAGE_LENGTH}
              aria-describedby="pesan-bantuan"
              defaultValue={given.message}
            />
          </div>
          <div className="correction-field">
            <label htmlFor="kontak">
              {t.contact} <span className="quiet">({t.optional})</span>
            </label>
            <p id="kontak-bantuan" className="quiet">
              {t.contactHelp}
            </p>
            <input
              id="kontak"
              name="kontak"
              autoComplete="email"
              maxLength={CONTACT_LENGTH}
              aria-describedby="kontak-bantuan"
              defaultValue={given.contact}
            />
          </div>
          <p className="hidden-visually">
            <label htmlFor="situs">{t.trap}</label>
            <input id="situs" name="situs" tabIndex={-1} autoComplete="off" />
          </p>
          <button type="submit" className="button-primary">
            {t.send}
          </button>
        </form>
      )}
    </ReadingFrame>
  );
}

/** The rows of one part of the answer, closed until they are wanted. */
function Rows({
  title,
  rows,
  chosen,
  isOpen,
}: {
  title: string;
  rows: readonly CaseRow[];
  chosen: string;
  isOpen: boolean;
}) {
  const reader = useReader();
  if (rows.length === 0) return null;
  return (
    <details className="quiet-details" open={isOpen || rows.some(({ key }) => key === chosen)}>
      <summary>
        <span>
          {title} ({rows.length})
        </span>
        <Icon name="down" />
      </summary>
      <ul className="correction-rows">
        {rows.map((row) => (
          <li key={row.key}>
            <label>
              <input type="radio" name="baris" value={row.key} defaultChecked={row.key === chosen} />
              <span>
                <strong>{rowTitle(row, reader)}</strong> <span>{rowSaid(row, reader)}</span>
                {row.basis !== null && (
                  <span className="quiet" lang="id">
                    {' '}
                    {row.basis.article}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
