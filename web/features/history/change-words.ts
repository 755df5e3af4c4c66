import type { Says, Subject } from '#domain/zoning/answer-statements';
import { type Measure, measureSchema } from '#domain/zoning/figure';
import type { PlaceComparison } from '#domain/zoning/history';
import { itbxSchema } from '#domain/zoning/itbx';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import type { Reader } from '../../locale/reader.tsx';
import { lawMetres, measureWords, themeTitle } from '../lookup/index.ts';
import { texts } from './texts.ts';

export type Change = PlaceComparison['changes'][number];
type Texts = (typeof texts)['id'];

export const GROUPS = ['zone', 'figures', 'activities', 'overlays', 'other'] as const;
export type Group = (typeof GROUPS)[number];

/** Under which heading a change stands. */
export function groupOf({ subject }: Change): Group {
  switch (subject.kind) {
    case 'zone':
    case 'share':
      return 'zone';
    case 'figure':
    case 'cap':
    case 'setback':
      return 'figures';
    case 'activity':
      return 'activities';
    case 'theme':
    case 'overlay':
    case 'effect':
      return 'overlays';
    default:
      return 'other';
  }
}

const measureOf = (code: string): Measure | null => measureSchema.safeParse(code.split(' ')[0]).data ?? null;
const themeName = (code: string, reader: Reader): string => themeTitle({ code, title: code }, reader.t);

/** What the change is about, in words. */
export function subjectWords({ subject }: Pick<Change, 'subject'>, reader: Reader, own: Texts): string {
  const { kind, code, name } = subject;
  const measure = measureOf(code);
  const measureName = measure === null ? code : reader.t[`measure.${measure}`];
  const [first = '', second = ''] = code.split(' ');
  switch (kind) {
    case 'zone':
      return own['group.zone'];
    case 'share':
      return own.share;
    case 'figure':
      return measureName;
    case 'cap':
      return own.cap(measureName, themeName(second, reader));
    case 'setback': {
      const title = reader.t[`setback.${first as 'gsb' | 'jbs' | 'jbb'}`];
      const road = code.slice(first.length).trim();
      return road === '' ? title : `${title}, ${reader.t['setback.ofRoad'](road)}`;
    }
    case 'activity':
      return name ?? code;
    case 'condition':
      return own.condition(code);
    case 'note':
      return own[`note.${first as 'parkir'}`];
    case 'theme':
      return themeName(code, reader);
    case 'overlay':
      return name ?? themeName(first, reader);
    case 'effect':
      return [themeName(first, reader), ...(name === null ? [] : [name])].join(': ');
    case 'rtrw':
      return `${reader.t['rtrw.title']}: ${name ?? code}`;
  }
}

const numberIn = (says: Says, field: string): number | null =>
  typeof says[field] === 'number' ? says[field] : null;
const textIn = (says: Says, field: string): string => (typeof says[field] === 'string' ? says[field] : '');

/** What one side of the change says, in words; null says that nothing was said. */
export function saidWords(
  { subject }: Pick<Change, 'subject'>,
  side: { readonly says: Says } | null,
  reader: Reader,
  own: Texts,
): string {
  if (side === null) return own.nothing;
  const { says } = side;
  const { t, language } = reader;
  switch (subject.kind) {
    case 'zone':
      return [textIn(says, 'code'), textIn(says, 'subzoneName') || textIn(says, 'zoneName')].join(' ').trim();
    case 'share':
    case 'overlay': {
      const pct = numberIn(says, 'sharePct');
      return (
        [textIn(says, 'levelCode'), pct === null ? '' : formatPercent(pct, language)]
          .filter(Boolean)
          .join(', ') || own['state.concerned']
      );
    }
    case 'figure':
      return figureSaid(subject.code, says, reader, own);
    case 'cap': {
      const value = numberIn(says, 'value');
      const words = `${value === null ? '' : formatNumber(value, language)} ${textIn(says, 'unit')}`.trim();
      return says.operator === 'min' ? own.least(words) : own.most(words);
    }
    case 'setback': {
      const metres = numberIn(says, 'valueM');
      if (metres !== null) return lawMetres(metres, language);
      return textIn(says, 'text') || statusWords(says, own);
    }
    case 'activity': {
      const itbx = itbxSchema.safeParse(says.itbx).data ?? 'unknown';
      const codes = textIn(says, 'codes')
        .split(',')
        .filter((code) => code !== '' && code !== 'I' && code !== 'X');
      return codes.length === 0 ? t[`itbx.${itbx}`] : `${t[`itbx.${itbx}`]} (${codes.join(', ')})`;
    }
    case 'theme': {
      const state = textIn(says, 'state');
      return state === 'concerned' || state === 'notConcerned' ? own[`state.${state}`] : own['state.noData'];
    }
    case 'effect':
    case 'condition':
    case 'note':
      return textIn(says, 'body');
    case 'rtrw': {
      const agreement = textIn(says, 'agreement');
      return agreement === 'agrees' || agreement === 'check' ? t[`rtrw.${agreement}`] : t['rtrw.notJudged'];
    }
  }
}

function figureSaid(code: string, says: Says, reader: Reader, own: Texts): string {
  const measure = measureOf(code);
  const value = numberIn(says, 'value');
  if (says.status !== 'set' || measure === null || value === null) {
    const classes = textIn(says, 'classes');
    if (classes !== '') return `${own['status.needsParcel']}: ${classesWords(classes, measure, reader)}`;
    return textIn(says, 'text') || statusWords(says, own);
  }
  const words = measureWords(measure, value, reader);
  return says.operator === 'min' ? own.least(words) : own.most(words);
}

/** `60 %, 65 %`: the values of all classes, in their order, each once. */
function classesWords(classes: string, measure: Measure | null, reader: Reader): string {
  const values = classes.split(';').map((row) => row.split('|')[3] ?? '');
  const words = values.map((value) =>
    measure !== null && value !== '' && Number.isFinite(Number(value))
      ? measureWords(measure, Number(value), reader)
      : value,
  );
  return [...new Set(words)].join(', ');
}

function statusWords(says: Says, own: Texts): string {
  const status = textIn(says, 'status');
  const key = `status.${status}`;
  return key in own ? (own[key as keyof Texts] as string) : status;
}

/** What a statement of an answer is about, for pages that compare nothing. */
export const subjectInWords = (subject: Subject, reader: Reader): string =>
  subjectWords({ subject }, reader, texts[reader.language]);

/** What a statement of an answer says. */
export const saidInWords = (subject: Subject, says: Says, reader: Reader): string =>
  saidWords({ subject }, { says }, reader, texts[reader.language]);
