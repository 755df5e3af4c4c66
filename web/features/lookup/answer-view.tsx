import type { ReactNode } from 'react';
import type { Answer } from '#domain/zoning/answer';
import { partKey } from '#domain/zoning/part-key';
import { useReader } from '../../locale/reader.tsx';
import { DemoRibbon } from '../../ui/demo-ribbon.tsx';
import { Section } from '../../ui/section.tsx';
import { Activities } from './activities.tsx';
import { ActivityQuestion } from './activity-question.tsx';
import { Identity, PlaceFacts } from './identity.tsx';
import { Jumps } from './jumps.tsx';
import { KrkHere } from './krk-here.tsx';
import { LegalBasis } from './legal-basis.tsx';
import { FirstNotices, Notices } from './notices.tsx';
import { BuildHere, HistoryHere, ItrHere } from './onward.tsx';
import { KeyFigures } from './plain-sentence.tsx';
import { PlanRevisions, RowNotesContext, WrongHere } from './remarks.tsx';
import { ReportHere } from './report-here.tsx';
import { SourcesProvider } from './source-link.tsx';
import { CityPlan, Nearby } from './surroundings.tsx';
import { TermLink } from './term-link.tsx';
import { Themes } from './themes.tsx';
import { Unknowns } from './unknowns.tsx';
import { Versions } from './versions.tsx';
import { PartFigures, PerPart, ZoneHeading } from './zone-part.tsx';

/**
 * One answer, complete, in one order: what zone this is, the numbers, may I, what else applies, by which law, what is
 * not known, as of when, what it is worth, hand it on. The half sheet of a phone shows the zone in words, three numbers
 * and the way to everything else. The map panel and the text page render the same.
 */
export function AnswerView({
  answer,
  city,
  disclaimer,
  back,
  note = null,
  actions,
}: {
  answer: Answer;
  city: string;
  disclaimer: string;
  /** The way back to the place on the map; it stays beside the place's name. */
  back: ReactNode;
  /** What is to be known of all of it before anything is read: that it is not the server's answer of this moment. */
  note?: ReactNode;
  actions: ReactNode;
}) {
  const { t } = useReader();
  const isInside = answer.coverage !== 'outsideCity';
  const hasParts = answer.parts.length > 0;
  return (
    <SourcesProvider sources={answer.sources}>
      <RowNotesContext value={answer.rowNotes}>
        <article className="answer" aria-labelledby="answer-title">
          {answer.isDemo && <DemoRibbon />}
          <Identity answer={answer} city={city} back={back} />
          {note}
          <FirstNotices answer={answer} />
          {answer.parts.map((part, index) => (
            <ZoneHeading
              key={partKey(part)}
              part={part}
              position={{ n: index + 1, total: answer.parts.length }}
            />
          ))}
          <PlanRevisions answer={answer} />
          <Notices answer={answer} city={city} />
          {hasParts && <PerPart answer={answer}>{(part) => <KeyFigures part={part} />}</PerPart>}
          {isInside && <Jumps hasParts={hasParts} />}
          {hasParts && (
            <Section id="angka" title={t['figures.title']}>
              <PerPart answer={answer}>{(part) => <PartFigures part={part} />}</PerPart>
              <BuildHere answer={answer} />
              <KrkHere answer={answer} />
              <WrongHere answer={answer} part="angka" />
            </Section>
          )}
          {hasParts && (
            <Section id="kegiatan" title={t['itbx.title']}>
              <ActivityQuestion answer={answer} />
              <h3>
                <TermLink slug="itbx">{t['itbx.all']}</TermLink>
              </h3>
              <PerPart answer={answer}>{(part) => <Activities part={part} />}</PerPart>
              <WrongHere answer={answer} part="kegiatan" />
            </Section>
          )}
          {isInside && (
            <Section id="tambahan" title={t['themes.title']}>
              <Themes themes={answer.themes} />
              <WrongHere answer={answer} part="tambahan" />
            </Section>
          )}
          {isInside && (
            <Section id="rtrw" title={t['rtrw.title']}>
              <CityPlan rtrw={answer.rtrw} />
            </Section>
          )}
          {answer.roads.length + answer.utilities.length > 0 && (
            <Section id="sekitar" title={t['near.title']}>
              <Nearby answer={answer} />
            </Section>
          )}
          {isInside && (
            <Section id="hukum" title={t['legal.title']}>
              <LegalBasis sources={answer.sources} />
            </Section>
          )}
          {isInside && (
            <Section id="belum" title={t['unknown.title']}>
              <Unknowns answer={answer} />
            </Section>
          )}
          <Section id="tempat" title={t['place.title']}>
            <PlaceFacts answer={answer} />
          </Section>
          <Section id="versi" title={t['versions.title']}>
            <Versions answer={answer} />
            {isInside && <HistoryHere answer={answer} />}
          </Section>
          <Section id="penting" title={t['disclaimer.title']}>
            {answer.isDemo && <p className="demo-meaning">{t['app.demoMeaning']}</p>}
            <p className="disclaimer">{disclaimer}</p>
          </Section>
          {isInside && <ItrHere answer={answer} />}
          {isInside && <ReportHere answer={answer} />}
          {actions}
        </article>
      </RowNotesContext>
    </SourcesProvider>
  );
}
