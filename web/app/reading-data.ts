import type { AreaName, BlockSummary, KelurahanSummary } from '#domain/areas/area-summary';
import type { Building } from '#domain/building/building';
import type { Proposal } from '#domain/building/proposal';
import type { CaseRow, PublicCase } from '#domain/correction/correction';
import type { DocumentGround, DocumentRecord } from '#domain/document/document';
import type { OwnApplication, PublicStatus } from '#domain/krk/application-answers';
import type { FormFields } from '#domain/krk/application-form';
import type { FormPart } from '#domain/krk/form-parts';
import type { ServiceSettings } from '#domain/krk/settings';
import type { Language } from '#domain/language';
import type { FormField } from '#domain/report/form-fields';
import type {
  ErasedReporter,
  OwnReport,
  PlaceOfReport,
  PublicReport,
  ReportReach,
} from '#domain/report/report-answers';
import type { RegulationOnDay, RegulationSet } from '#domain/rules/regulation-text';
import type { TargetKind } from '#domain/search/target';
import type { Answer } from '#domain/zoning/answer';
import type { History, PlaceComparison } from '#domain/zoning/history';
import type { WhereAllowed } from '#domain/zoning/where-allowed';
import type { CityFacts } from './page-data.ts';

/** A place that a typed text may mean. */
export interface PlaceOffer {
  readonly label: string;
  /** What it is, where places of several kinds are offered. */
  readonly kind?: TargetKind;
  readonly detail: string;
  readonly href: string;
}

/** What a page that is only read shows. */
export type ReadingContent =
  | { readonly page: 'regulations'; readonly sets: readonly RegulationSet[] }
  | { readonly page: 'regulation'; readonly regulation: RegulationOnDay }
  | { readonly page: 'glossary' }
  | { readonly page: 'term'; readonly slug: string }
  | { readonly page: 'kelurahanList'; readonly areas: readonly AreaName[] }
  | { readonly page: 'kelurahan'; readonly area: KelurahanSummary }
  | { readonly page: 'block'; readonly block: BlockSummary }
  | {
      readonly page: 'where';
      readonly asked: string;
      /** Kelurahan in the order of their names, not of what is possible there. */
      readonly isByName: boolean;
      readonly answer: WhereAllowed | null;
    }
  | {
      readonly page: 'history';
      readonly history: History;
      /** The place and its zones in words, on the later day. */
      readonly answer: Answer;
      /** The days compared; null where nothing ever changed. */
      readonly days: { readonly from: string; readonly to: string } | null;
      readonly comparison: PlaceComparison | null;
    }
  | {
      readonly page: 'problem';
      readonly problem: 'notFound' | 'coordinate' | 'day' | 'place' | 'swapped' | 'choose' | 'server';
      readonly typed: string;
      readonly offers: readonly PlaceOffer[];
    }
  | {
      readonly page: 'building';
      readonly nib: string;
      readonly building: Building | null;
      readonly proposal: Proposal;
      readonly problem: string | null;
    }
  | {
      readonly page: 'correction';
      readonly answer: Answer;
      /** Rows behind the answer, one of which is said to be wrong. */
      readonly rows: readonly CaseRow[];
      /** As it was filled in before. */
      readonly given: { readonly row: string; readonly message: string; readonly contact: string };
      readonly wrong: readonly ('row' | 'message' | 'contact')[];
      readonly problem: string | null;
      /** The part of the answer that the reader came from. */
      readonly part: string | null;
    }
  | {
      readonly page: 'case';
      /** Null: there is no such case. */
      readonly told: PublicCase | null;
      /** To be kept: the case was opened just now. */
      readonly link: string | null;
      /** The key that came with it is another's. */
      readonly isKeyWrong: boolean;
    }
  | {
      readonly page: 'verification';
      /** As it was asked for; empty when none was. */
      readonly code: string;
      /** Null when there is no document of this code. */
      readonly document: DocumentRecord | null;
      readonly ground: DocumentGround | null;
      /** Today was asked for to compare with; null although it was: a source fails. */
      readonly isCompared: boolean;
      readonly comparison: PlaceComparison | null;
      readonly zone: { readonly timeZone: string; readonly label: string };
      /** The key of the log as it is kept outside; empty without a document. */
      readonly logKey: string;
    }
  | {
      readonly page: 'krkForm';
      /** As it was typed before. */
      readonly fields: FormFields;
      readonly problem: string | null;
      readonly settings: ServiceSettings;
    }
  | { readonly page: 'krkLookup' }
  | {
      readonly page: 'krkApplication';
      /** The ticket as it was asked for. */
      readonly asked: string;
      /** Null: no application was submitted under this ticket. */
      readonly status: PublicStatus | null;
      /** Null without the secret of its link. */
      readonly own: OwnApplication | null;
      /** Null without the secret, and once the person was erased. */
      readonly fields: FormFields | null;
      /** The part of the form that is open; null: the application as a whole. */
      readonly step: FormPart | 'periksa' | null;
      /** What the plan knows of the ground, or why it is none; null where it was not asked. */
      readonly ground: {
        readonly seen: {
          readonly areaM2: number | null;
          readonly kelurahan: string | null;
          readonly zones: readonly string[];
        } | null;
        readonly problem: string | null;
      } | null;
      /** Something was saved just now. */
      readonly isSaved: boolean;
      /** The kind of paper that was not taken. */
      readonly wrongPaper: string | null;
      readonly problem: string | null;
      /** To be kept: the application was made just now. */
      readonly link: string | null;
      readonly settings: ServiceSettings;
    }
  | {
      readonly page: 'reportForm';
      /** Sent with the form: the same form sent twice is one report. */
      readonly key: string;
      /** As it was typed before. */
      readonly fields: Readonly<Record<string, string>>;
      /** Fields that are not right. */
      readonly faults: readonly FormField[];
      /** What is known about the pin; null without one. */
      readonly place: PlaceOfReport | null;
      /** Names of the kelurahan in force. */
      readonly kelurahan: readonly string[];
      readonly reach: ReportReach;
      readonly problem: string | null;
    }
  | { readonly page: 'reportLookup' }
  | {
      readonly page: 'report';
      /** The ticket as it was asked for. */
      readonly asked: string;
      /** Null: there is no report under this ticket. */
      readonly told: PublicReport | null;
      /** Null without the secret. */
      readonly own: OwnReport | null;
      /** To be kept, and why it is shown: the report was sent just now, or has another secret. */
      readonly link: string | null;
      readonly linkFor: 'new' | 'changed' | null;
      /** Sent with the next message: sent twice, it is one. */
      readonly messageId: string;
      readonly reach: ReportReach;
      /** What was written and not taken: it stands in its field again. */
      readonly typed: string;
      /** Something was saved just now. */
      readonly isSaved: boolean;
      /** What was erased just now. */
      readonly erased: ErasedReporter | null;
      readonly problem: string | null;
    }
  | {
      readonly page: 'missing';
      readonly what: 'regulation' | 'term' | 'kelurahan' | 'block' | 'place' | 'day' | 'server';
      readonly asked: string;
      readonly offers: readonly { readonly label: string; readonly href: string }[];
    };

/** Everything that a page for reading is made from. It is rendered once, on the server, and never continued. */
export interface ReadingData {
  readonly language: Language;
  readonly city: CityFacts;
  /** The calendar day where the city lies, `YYYY-MM-DD`. */
  readonly today: string;
  /** The day that the address asks for; null = today. */
  readonly on: string | null;
  /** Path and query of the address. */
  readonly path: string;
  readonly content: ReadingContent;
}
