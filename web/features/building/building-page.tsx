import type { Building } from '#domain/building/building';
import type { Proposal } from '#domain/building/proposal';
import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BuildingView } from './building-view.tsx';
import { wordsOf } from './building-words.ts';
import { pageTexts } from './page-texts.ts';
import { ProposalForm } from './proposal-form.tsx';

/** “What can be built?” for one parcel, complete without script: the number asks, the form asks again. */
export function BuildingPage({
  data,
  nib,
  building,
  proposal,
  problem,
}: {
  data: ReadingData;
  nib: string;
  building: Building | null;
  proposal: Proposal;
  /** Why there is no answer, in the reader's language; null when none was asked for, or there is one. */
  problem: string | null;
}) {
  const { language } = useReader();
  const t = wordsOf(language);
  const words = pageTexts[language];
  const onField = data.on === null ? null : <input type="hidden" name="on" value={data.on} />;
  return (
    <ReadingFrame data={data} section="building" hasDate={false}>
      <h1>{t.title}</h1>
      {problem !== null && (
        <div role="alert" id="salah">
          <Notice title={problem} />
        </div>
      )}
      <form className="parcel-number" method="get" action="/bangun">
        <label htmlFor="nib">{words.label}</label>
        <div className="proposal-field">
          <input
            id="nib"
            name="nib"
            inputMode="numeric"
            defaultValue={nib}
            maxLength={40}
            required
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : 'salah'}
            // biome-ignore lint/a11y/noAutofocus: the page came anew because of what stands in this field
            autoFocus={problem !== null}
          />
        </div>
        {onField}
        <button type="submit" className={building === null ? 'button-primary' : 'button'}>
          {words.show}
        </button>
      </form>
      {building === null ? (
        <>
          <p className="quiet">{words.intro}</p>
          <p className="actions">
            <a className="button" href="/?alat=bangun~gambar">
              <Icon name="pin" />
              {words.draw}
            </a>
            <a className="button" href="/?alat=bangun~berkas">
              <Icon name="page" />
              {words.file}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="actions">
            <a className="button" href={`/?alat=bangun~${nib}${data.on === null ? '' : `&on=${data.on}`}`}>
              <Icon name="pin" />
              {words.onMap}
            </a>
          </p>
          <BuildingView
            building={building}
            on={data.on}
            form={
              <ProposalForm given={proposal} hidden={{ nib, ...(data.on === null ? {} : { on: data.on }) }} />
            }
          />
        </>
      )}
    </ReadingFrame>
  );
}
