import type { Upload } from '#domain/release/upload';
import { formatBytes } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConsoleLink, Moment } from '../console-frame/index.ts';
import { texts } from './texts.ts';

/** A file that has arrived whole: its hash, and whether it was here before. */
export function StoredFile({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const { earlier } = upload;
  return (
    <div className="upload-box">
      <p className="row-facts">
        <Mark tone="good" icon="check">
          {t.stored}
        </Mark>
        <span className="row-title">{upload.fileName}</span>
        <span className="tabular">{formatBytes(upload.byteCount, language)}</span>
        <button type="button" className="link-button" onClick={onRemove}>
          {t.remove}
        </button>
      </p>
      <p className="quiet">
        {t.sha}: <code className="hash">{upload.sha256}</code>
      </p>
      {earlier !== null && (
        <Notice
          title={earlier.fileName === null ? t.sameFile : `${t.sameFile} ${t.sameFileAs(earlier.fileName)}`}
        >
          <p>
            <Moment at={earlier.storedAt} />
          </p>
          {earlier.versions.length > 0 && (
            <p>
              {t.sameVersions}{' '}
              {earlier.versions.map((version) => (
                <ConsoleLink
                  key={version.versionId}
                  href={`/konsol/lapisan/${version.layerId}?bagian=riwayat`}
                >
                  {version.layerId}
                </ConsoleLink>
              ))}
            </p>
          )}
        </Notice>
      )}
    </div>
  );
}
