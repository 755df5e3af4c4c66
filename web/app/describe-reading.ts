import { zonesOfParts } from '#domain/areas/zones-of-parts';
import { findTerm } from '../features/glossary/index.ts';
import { formTexts } from '../features/krk/index.ts';
import { verificationTexts } from '../features/verification/index.ts';
import { formatHectares, formatPercent, formatPosition } from '../lib/format.ts';
import type { Reader } from '../locale/reader.tsx';
import type { PageDescription } from './describe-page.ts';
import { describeResult } from './describe-result.ts';
import { problemTexts } from './problem-texts.ts';
import type { ReadingContent, ReadingData } from './reading-data.ts';
import { readingTexts } from './reading-texts.ts';

/** Zones that a description names. */
const NAMED_ZONES = 3;

/** Title and description of a page for reading. Demonstration data says so where a tab and a link show it. */
export function describeReading(data: ReadingData, reader: Reader): PageDescription {
  const { city } = data;
  const { title, description } = wordsOf(data.content, reader);
  const isAboutData = data.content.page !== 'glossary' && data.content.page !== 'term';
  const demo = city.isDemo && isAboutData ? `${reader.t['app.demo']}: ` : '';
  const product = `${reader.t['app.name']} – ${city.name}`;
  return {
    title: `${describeResult(data.content, reader.language)}${demo}${title} – ${product}`,
    description: `${demo}${description || reader.t['app.description'](city.name)}`,
  };
}

function wordsOf(content: ReadingContent, reader: Reader): PageDescription {
  const { language } = reader;
  const isIndonesian = language === 'id';
  switch (content.page) {
    case 'regulations': {
      const names = content.sets.flatMap((set) => set.regulations.map(({ regulation }) => regulation.title));
      return {
        title: isIndonesian ? 'Peraturan tata ruang' : 'Planning regulations',
        description: names.join('; '),
      };
    }
    case 'regulation': {
      const { regulation, articles } = content.regulation.text;
      const count = isIndonesian
        ? `${articles.length} pasal tersimpan`
        : `${articles.length} articles stored`;
      return {
        title: [
          regulation.title,
          ...(regulation.title.includes(regulation.numberText ?? '') ? [] : [regulation.numberText]),
        ].join(' '),
        description: `${regulation.title}. ${count}, ${reader.t[`legal.status.${regulation.status}`]}.`,
      };
    }
    case 'glossary':
      return {
        title: isIndonesian ? 'Istilah tata ruang' : 'Glossary of spatial planning',
        description: isIndonesian
          ? 'KDB, KLB, GSB, ITBX, KRK dan istilah tata ruang lain dengan kata-kata sehari-hari.'
          : 'KDB, KLB, GSB, ITBX, KRK and other words of Indonesian spatial planning in everyday language.',
      };
    case 'term': {
      const term = findTerm(content.slug);
      if (term === undefined) return { title: content.slug, description: '' };
      return { title: `${term.word}: ${term.name[language]}`, description: term.meaning[language] };
    }
    case 'kelurahanList': {
      const names = content.areas.map(({ name }) => name).join(', ');
      return { title: 'Kelurahan', description: names };
    }
    case 'kelurahan': {
      const { name, kecamatan, areaM2, zones } = content.area;
      const largest = zones.slice(0, NAMED_ZONES).map((zone) => {
        const percent = formatPercent(Math.round((100 * zone.areaM2) / areaM2), language);
        return `${zone.code} ${percent}`;
      });
      const where = [name, ...(kecamatan === null ? [] : [`Kecamatan ${kecamatan}`])].join(', ');
      return {
        title: `Kelurahan ${name}`,
        description: `${where}, ${formatHectares(areaM2, language)}. ${largest.join(', ')}`,
      };
    }
    case 'block': {
      const { code, areaM2, kelurahan } = content.block;
      const zones = zonesOfParts(content.block);
      const word = isIndonesian ? 'Blok' : 'Block';
      return {
        title: `${word} ${code}`,
        description: [
          `${word} ${code}, ${formatHectares(areaM2, language)}`,
          zones.map((zone) => zone.code).join(', '),
          kelurahan.map((area) => `Kelurahan ${area.name}`).join(', '),
        ]
          .filter(Boolean)
          .join('. '),
      };
    }
    case 'where': {
      const { answer, asked } = content;
      const own = isIndonesian ? 'Di mana boleh' : 'Where is it permitted';
      const possible = answer?.city.outcomes.filter(
        ({ itbx }) => itbx === 'I' || itbx === 'T' || itbx === 'B',
      );
      const m2 = possible?.reduce((total, outcome) => total + outcome.areaM2, 0) ?? 0;
      return {
        title: asked === '' ? `${own} …?` : `${own}: ${answer?.activity.name ?? asked}?`,
        description: answer === null ? '' : `${answer.activity.name}: ${formatHectares(m2, language)}`,
      };
    }
    case 'history': {
      const [lng, lat] = content.history.point;
      return {
        title: `${isIndonesian ? 'Riwayat' : 'History'} ${formatPosition([lng, lat], language)}`,
        description: content.history.events
          .map((event) => event.decree)
          .join('; ')
          .slice(0, 300),
      };
    }
    case 'problem':
      return { title: problemTexts[language][content.problem], description: '' };
    case 'building': {
      const title = isIndonesian ? 'Apa yang bisa dibangun?' : 'What can be built?';
      const { building } = content;
      if (building === null) return { title, description: '' };
      const parcel = `${isIndonesian ? 'Bidang' : 'Parcel'} ${content.nib}`;
      const zones = building.parts.map(({ zone }) => zone.code).join(', ');
      return { title: `${title} ${parcel}`, description: `${parcel}, ${zones}` };
    }
    case 'correction':
      return { title: isIndonesian ? 'Data ini keliru' : 'This data is wrong', description: '' };
    case 'case': {
      const ticket = content.told?.ticket ?? '';
      return { title: `${isIndonesian ? 'Kasus' : 'Case'} ${ticket}`.trim(), description: '' };
    }
    case 'verification': {
      const t = verificationTexts[language];
      const found = content.document;
      if (found === null) return { title: t.title, description: t.lead };
      const state = found.isTrial && found.state === 'berlaku' ? t.trial : t[`state.${found.state}`];
      return { title: `${state}: ${t[`kind.${found.kind}`]}`, description: found.kelurahan.join(', ') };
    }
    case 'krkForm':
      return { title: isIndonesian ? 'Ajukan KRK' : 'Apply for a KRK', description: '' };
    case 'krkLookup':
      return { title: isIndonesian ? 'Status permohonan KRK' : 'State of an application', description: '' };
    case 'krkApplication':
      return {
        // The question first: every page of the form is otherwise called the same.
        title: `${content.step === null || content.fields === null ? '' : `${formTexts[language][`ask.${content.step}`]} – `}${isIndonesian ? 'Permohonan' : 'Application'} ${content.asked}`,
        description: '',
      };
    case 'reportForm':
      return {
        title: isIndonesian ? 'Laporkan dugaan pelanggaran' : 'Report a suspected violation',
        description: '',
      };
    case 'reportLookup':
      return { title: isIndonesian ? 'Ikuti laporan' : 'Follow a report', description: '' };
    case 'report':
      return { title: `${isIndonesian ? 'Laporan' : 'Report'} ${content.asked}`, description: '' };
    case 'missing':
      return { title: readingTexts[language][`missing.${content.what}`], description: '' };
  }
}
