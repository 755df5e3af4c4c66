import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Language } from '#domain/language';
import { Announcer, useAnnounce } from '../../../app/announcer.tsx';
import { rewritePhoto } from '../../../lib/photo/rewrite-photo.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { ReaderProvider } from '../../../locale/reader.tsx';
import { BlurEditor } from '../form/blur-editor.tsx';
import { PhotoButtons } from '../form/photo-buttons.tsx';
import { photoTexts } from '../form/photo-texts.ts';
import { useFileAddress } from '../form/use-file-address.ts';
import { PHOTO_NAME, usePhotoFocus } from '../form/use-photo-focus.ts';
import '../form/report-app.css';

const roots = new WeakMap<HTMLElement, Root>();
let choices = 0;

/**
 * Shows photos that are about to follow a report, to be covered or taken out.
 * @param onChange told of what is left to be sent
 */
export async function showSentPhotos(
  place: HTMLElement,
  files: readonly Blob[],
  language: Language,
  onChange: (files: readonly Blob[]) => void,
): Promise<void> {
  const t =
    language === 'en'
      ? (await import('../../../locale/en.ts')).en
      : (await import('../../../locale/id.ts')).id;
  const root = roots.get(place) ?? createRoot(place);
  roots.set(place, root);
  choices += 1;
  root.render(
    <ReaderProvider reader={{ language, t }}>
      <Announcer>
        <SentPhotos key={choices} chosen={files} onChange={onChange} />
      </Announcer>
    </ReaderProvider>,
  );
}

function SentPhotos({
  chosen,
  onChange,
}: {
  chosen: readonly Blob[];
  onChange: (files: readonly Blob[]) => void;
}) {
  const t = useTexts(photoTexts);
  const [files, setFiles] = useState(chosen);
  const [edited, setEdited] = useState<Blob | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const announce = useAnnounce();
  const { list, goOnAt } = usePhotoFocus(isBusy);
  const put = (next: readonly Blob[]): void => {
    setFiles(next);
    onChange(next);
  };
  const cover = async (file: Blob, marks: Parameters<typeof rewritePhoto>[1]): Promise<void> => {
    const index = files.indexOf(file);
    setEdited(null);
    setIsBusy(true);
    goOnAt(index);
    // Until it is covered it is not sent; what could not be covered never is.
    onChange(files.filter((one) => one !== file));
    const written = await rewritePhoto(file, marks);
    setIsBusy(false);
    put(files.flatMap((one) => (one !== file ? [one] : written.ok ? [written.value.blob] : [])));
    announce(written.ok ? t.wasHidden(index + 1) : t.wasRemoved(index + 1, files.length - 1));
  };
  const remove = (index: number): void => {
    put(files.filter((_, at) => at !== index));
    announce(t.wasRemoved(index + 1, files.length - 1));
    goOnAt(index);
  };
  return (
    <>
      <ol className="report-photo-list" ref={list}>
        {files.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a photo is its place in the message; its picture is made anew
          <li key={index}>
            <Picture file={file} name={t.photo(index + 1)} />
            <p>
              <strong {...PHOTO_NAME}>{t.photo(index + 1)}</strong>
            </p>
            <PhotoButtons
              number={index + 1}
              isBusy={isBusy}
              onHide={() => setEdited(file)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      {edited !== null && (
        <BlurEditor
          number={files.indexOf(edited) + 1}
          file={edited}
          onDone={(marks) => void cover(edited, marks)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function Picture({ file, name }: { file: Blob; name: string }) {
  const url = useFileAddress(file);
  return url === null ? null : <img src={url} alt={name} />;
}
