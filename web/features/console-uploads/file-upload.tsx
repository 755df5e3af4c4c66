import { type DragEvent, useId, useRef, useState } from 'react';
import { UPLOAD_LIMIT_BYTES, type Upload } from '#domain/release/upload';
import { formatBytes } from '../../lib/moment.ts';
import { UploadGone } from '../../lib/send-file.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import { Failure } from '../console-frame/index.ts';
import { StoredFile } from './stored-file.tsx';
import { texts } from './texts.ts';
import { type UploadState, useUpload } from './use-upload.ts';

/** Chooses one file and sends it; says at every moment what of it is safe. */
export function FileUpload({ onStored }: { onStored: (upload: Upload | null) => void }) {
  const t = useTexts(texts);
  const { state, send, pause, clear } = useUpload(onStored);
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    setRefusal(file.size > UPLOAD_LIMIT_BYTES ? t.tooLarge : file.size === 0 ? t.empty : null);
    if (file.size > 0 && file.size <= UPLOAD_LIMIT_BYTES) void send(file);
  };
  switch (state.step) {
    case 'none':
      return <DropZone refusal={refusal} onFile={take} />;
    case 'stored':
      return <StoredFile upload={state.upload} onRemove={clear} />;
    case 'failed':
      return (
        <div className="upload-box">
          <p className="row-title">{state.file.name}</p>
          {state.error instanceof UploadGone ? <p role="alert">{t.gone}</p> : <Failure error={state.error} />}
          <p className="form-actions">
            <button type="button" className="button-primary" onClick={() => void send(state.file)}>
              {t.again}
            </button>
            <button type="button" className="button" onClick={clear}>
              {t.remove}
            </button>
          </p>
        </div>
      );
    default:
      return (
        <OnItsWay state={state} onPause={pause} onResume={() => void send(state.file)} onRemove={clear} />
      );
  }
}

function DropZone({ refusal, onFile }: { refusal: string | null; onFile: (file: File | undefined) => void }) {
  const t = useTexts(texts);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className={isOver ? 'upload-box upload-drop upload-over' : 'upload-box upload-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <StaffIcon name="upload" />
      <p>
        <input
          ref={input}
          id={id}
          type="file"
          className="hidden-visually"
          aria-describedby={`${id}-formats`}
          onChange={(event) => onFile(event.target.files?.[0])}
        />
        <label className="button" htmlFor={id}>
          {t.choose}
        </label>{' '}
        <span className="quiet">{t.drop}</span>
      </p>
      <p className="quiet" id={`${id}-formats`}>
        {t.formats}
      </p>
      {refusal !== null && (
        <p className="form-error" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}

function OnItsWay({
  state,
  onPause,
  onResume,
  onRemove,
}: {
  state: Extract<UploadState, { step: 'sending' | 'waiting' | 'paused' }>;
  onPause: () => void;
  onResume: () => void;
  onRemove: () => void;
}) {
  const t = useTexts(texts);
  const { language } = useReader();
  const { file, bytes, rate } = state;
  const seconds = rate === null ? null : Math.ceil((file.size - bytes) / rate);
  const left =
    seconds === null ? [] : [t.left(seconds < 90 ? t.seconds(seconds) : t.minutes(Math.round(seconds / 60)))];
  const detail = [t.progress(formatBytes(bytes, language), formatBytes(file.size, language)), ...left];
  return (
    <div className="upload-box">
      <ProgressBar
        label={`${t.sending} ${file.name}`}
        share={bytes / file.size}
        detail={detail.join(' · ')}
      />
      <p role="status" className="quiet">
        {state.step === 'waiting' ? t.waiting : state.step === 'paused' ? t.paused : ''}
        {state.step === 'sending' && state.isResumed && t.resumed}
      </p>
      <p className="form-actions">
        {state.step === 'paused' ? (
          <button type="button" className="button-primary" onClick={onResume}>
            <StaffIcon name="play" />
            {t.resume}
          </button>
        ) : (
          <button type="button" className="button" onClick={onPause}>
            <StaffIcon name="pause" />
            {t.pause}
          </button>
        )}
        <button type="button" className="button" onClick={onRemove}>
          {t.remove}
        </button>
      </p>
    </div>
  );
}
