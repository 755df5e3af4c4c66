import { useEffect, useState } from 'react';
import { faultTexts } from '../../lib/photo/fault-texts.ts';
import { type PhotoFault, rewritePhoto } from '../../lib/photo/rewrite-photo.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, useAct } from '../console-frame/index.ts';
import { sendCasePhoto } from './case-api.ts';
import { stepTexts } from './step-texts.ts';

/** A photo for a case: written anew by the browser, then sent at once; what was sent is shown. */
export function PhotoField({
  caseId,
  label,
  help,
  error: missing,
  onPhoto,
}: {
  caseId: string;
  label: string;
  help: string;
  error: string | null;
  /** Its id once the server has it; null while there is none. */
  onPhoto: (photoId: string | null) => void;
}) {
  const { language } = useReader();
  const t = useTexts(stepTexts);
  const faults = useTexts(faultTexts);
  const [url, setUrl] = useState<string | null>(null);
  const [fault, setFault] = useState<PhotoFault | null>(null);
  const { isBusy, error, run } = useAct();
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    onPhoto(null);
    setUrl(null);
    setFault(null);
    void run(async () => {
      const written = await rewritePhoto(file);
      if (!written.ok) return setFault(written.problem);
      const photoId = crypto.randomUUID();
      await sendCasePhoto(caseId, photoId, written.value.blob, language);
      setUrl(URL.createObjectURL(written.value.blob));
      onPhoto(photoId);
    });
  };
  return (
    <>
      <FormField label={label} help={help} error={fault === null ? missing : faults[fault]}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept="image/*"
            onChange={(event) => {
              choose(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        )}
      </FormField>
      {isBusy && <p role="status">{t.photoBusy}</p>}
      {error !== null && <Failure error={error} />}
      {url !== null && (
        <>
          <p role="status">{t.photoSent}</p>
          <img className="case-photo" src={url} alt={label} />
        </>
      )}
    </>
  );
}
