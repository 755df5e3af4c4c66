import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../../app/announcer.tsx';
import type { CityFacts } from '../../../app/page-data.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { useReader } from '../../../locale/reader.tsx';
import type { OutboxItem } from '../../../offline/outbox.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { AskFirst } from './ask-first.tsx';
import { deviceTexts } from './device-texts.ts';
import { FAULTS, type Fault, faultsOf, isBegun, PARTS, type Part } from './draft.ts';
import { faultWords, formTexts } from './form-texts.ts';
import { type Reach, WhatPart, WhenPart, WhoPart } from './parts.tsx';
import { PhotoPart } from './photo-part.tsx';
import { PlacePart } from './place-part.tsx';
import { ReviewPart } from './review-part.tsx';
import { saveAsFile } from './save-as-file.ts';
import { type DraftKeeper, useDraft } from './use-draft.ts';
import { useOtherLanguage } from './use-other-language.ts';
import { usePart } from './use-part.ts';

/** The form, one question on the screen at a time; every answer is on the device before the next question. */
export function ReportForm({
  item,
  isNew,
  takesFocus,
  city,
  kelurahan,
  reach,
  today,
  onQueued,
  onDiscard,
}: {
  item: OutboxItem;
  isNew: boolean;
  /** It stands in place of something that the reader has just left. */
  takesFocus: boolean;
  city: CityFacts;
  kelurahan: readonly string[];
  reach: Reach;
  today: string;
  onQueued: (queued: { item: OutboxItem; isKept: boolean }) => void;
  onDiscard: () => void;
}) {
  const t = useTexts(formTexts);
  const { language } = useReader();
  const keeper = useDraft(item, isNew);
  useOtherLanguage(item.key, keeper.keep);
  const [part, goTo] = usePart();
  const [asked, setAsked] = useState<ReadonlySet<Part>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();
  const told = useTexts(faultWords);
  const all = faultsOf(keeper.draft, today);
  const faults = all.filter((fault) => part === 'periksa' || (FAULTS[fault] === part && asked.has(part)));
  const index = PARTS.indexOf(part);
  const [before, after] = [PARTS[index - 1], PARTS[index + 1]];
  const hasMoved = useRef(takesFocus);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each part the reading position goes to its question
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus();
    hasMoved.current = true;
  }, [part]);
  const goOn = (): void => {
    const open = all.some((fault) => FAULTS[fault] === part);
    setAsked((seen) => new Set([...seen, part]));
    if (!open && after !== undefined) goTo(after);
    if (open) leadToWrong();
  };
  const leadToWrong = (): void => {
    // What is wrong is marked with the next drawing.
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')?.focus();
      const open = all.filter((fault) => FAULTS[fault] === part);
      announce(open.map((fault) => told[fault]).join(' '));
    });
  };
  const send = async (): Promise<void> => {
    const queued = await keeper.queue(language);
    if (queued !== null) onQueued(queued);
  };
  return (
    <div ref={form} className={index === 0 ? 'report-form' : 'report-form report-later'}>
      <nav className="report-steps" aria-label={t.steps}>
        <ol>
          {PARTS.map((one) => (
            <li key={one}>
              <button
                type="button"
                aria-current={one === part ? 'step' : undefined}
                onClick={() => goTo(one)}
              >
                {t[`part.${one}`]}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <p className="quiet">{t.stepOf(index + 1, PARTS.length)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {t[`ask.${part}`]}
      </h2>
      {part === 'apa' && <WhatPart keeper={keeper} faults={faults} />}
      {part === 'mana' && <PlacePart keeper={keeper} city={city} kelurahan={kelurahan} faults={faults} />}
      {part === 'kapan' && <WhenPart keeper={keeper} faults={faults} today={today} />}
      {part === 'foto' && <PhotoPart keeper={keeper} />}
      {part === 'siapa' && <WhoPart keeper={keeper} faults={faults} reach={reach} />}
      {part === 'periksa' && <ReviewPart keeper={keeper} onPart={goTo} />}
      {part === 'periksa' && <Missing faults={faults} onPart={goTo} />}
      <div className="report-actions report-onward">
        {after === undefined ? (
          <button
            type="button"
            className="button-primary"
            disabled={all.length > 0}
            onClick={() => void send()}
          >
            <Icon name="up" />
            {t.send}
          </button>
        ) : (
          <button type="button" className="button-primary" onClick={goOn}>
            {t.next}
          </button>
        )}
        {before !== undefined && (
          <button type="button" className="button" onClick={() => goTo(before)}>
            {t.back}
          </button>
        )}
      </div>
      <Kept keeper={keeper} onDiscard={onDiscard} />
    </div>
  );
}

/** What keeps it from being sent, each with the way to its question. */
function Missing({ faults, onPart }: { faults: readonly Fault[]; onPart: (part: Part) => void }) {
  const t = useTexts(formTexts);
  const words = useTexts(faultWords);
  if (faults.length === 0) return null;
  return (
    <div role="alert">
      <Notice title={t.toMend}>
        <ul>
          {faults.map((fault) => (
            <li key={fault}>
              <button type="button" className="report-link" onClick={() => onPart(FAULTS[fault])}>
                {words[fault]}
              </button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** Whether what is on the screen is safe, said before somebody leaves; and how to take it off a telephone of many. */
function Kept({ keeper, onDiscard }: { keeper: DraftKeeper; onDiscard: () => void }) {
  const t = useTexts(formTexts);
  const { draft, failure, isKept, item } = keeper;
  const ask = useTexts(deviceTexts);
  const announce = useAnnounce();
  const wasTold = useRef(false);
  // Once, and not with each letter: whoever types by ear hears what they type.
  useEffect(() => {
    if (!isKept || wasTold.current || !isBegun(draft)) return;
    wasTold.current = true;
    announce(t.kept);
  }, [isKept, draft, announce, t]);
  if (failure !== null)
    return (
      <div role="alert">
        <Notice title={t[failure]}>
          <div className="report-actions">
            <button type="button" className="button" onClick={() => void saveAsFile([item])}>
              {t.export}
            </button>
          </div>
        </Notice>
      </div>
    );
  if (!isBegun(draft)) return <p className="quiet">{t.notYetKept}</p>;
  return (
    <div className="report-kept">
      <p>
        {isKept && <Icon name="check" />} {isKept ? t.kept : t.keeping}
      </p>
      <AskFirst
        className="report-link"
        label={t.discard}
        question={ask.removeAsk}
        yes={ask.removeYes}
        onYes={onDiscard}
      />
    </div>
  );
}
