import { BlockPage, KelurahanList, KelurahanPage } from '../features/areas/index.ts';
import { BuildingPage } from '../features/building/index.ts';
import { CasePage, CorrectionPage } from '../features/corrections/index.ts';
import { findTerm, GlossaryPage, TermPage } from '../features/glossary/index.ts';
import { HistoryPage } from '../features/history/index.ts';
import { KrkApplicationPage, KrkFormPage, KrkLookupPage } from '../features/krk/index.ts';
import { RegulationList, RegulationPage } from '../features/regulations/index.ts';
import { ReportFormPage, ReportLookupPage, ReportPage } from '../features/reports/index.ts';
import { VerificationPage } from '../features/verification/index.ts';
import { WherePage } from '../features/where/index.ts';
import { type Reader, ReaderProvider } from '../locale/reader.tsx';
import { MissingPage } from './missing-page.tsx';
import { ProblemPage } from './problem-page.tsx';
import type { ReadingData } from './reading-data.ts';

/** A page for reading. Nothing that the browser starts from imports it: it is HTML and stays HTML. */
export function ReadingPage({ data, reader }: { data: ReadingData; reader: Reader }) {
  return (
    <ReaderProvider reader={reader}>
      <Content data={data} />
    </ReaderProvider>
  );
}

function Content({ data }: { data: ReadingData }) {
  const { content } = data;
  switch (content.page) {
    case 'regulations':
      return <RegulationList data={data} sets={content.sets} />;
    case 'regulation':
      return <RegulationPage data={data} regulation={content.regulation} />;
    case 'glossary':
      return <GlossaryPage data={data} />;
    case 'term': {
      const term = findTerm(content.slug);
      return term === undefined ? null : <TermPage data={data} term={term} />;
    }
    case 'kelurahanList':
      return <KelurahanList data={data} areas={content.areas} />;
    case 'kelurahan':
      return <KelurahanPage data={data} area={content.area} />;
    case 'block':
      return <BlockPage data={data} block={content.block} />;
    case 'where':
      return <WherePage data={data} content={content} />;
    case 'history':
      return <HistoryPage data={data} content={content} />;
    case 'problem':
      return <ProblemPage data={data} content={content} />;
    case 'building':
      return <BuildingPage data={data} {...content} />;
    case 'correction':
      return <CorrectionPage data={data} content={content} />;
    case 'case':
      return <CasePage data={data} content={content} />;
    case 'verification':
      return <VerificationPage data={data} content={content} />;
    case 'krkForm':
      return <KrkFormPage data={data} content={content} />;
    case 'krkLookup':
      return <KrkLookupPage data={data} />;
    case 'krkApplication':
      return <KrkApplicationPage data={data} content={content} />;
    case 'reportForm':
      return <ReportFormPage data={data} content={content} />;
    case 'reportLookup':
      return <ReportLookupPage data={data} />;
    case 'report':
      return <ReportPage data={data} content={content} />;
    case 'missing':
      return <MissingPage data={data} content={content} />;
  }
}
