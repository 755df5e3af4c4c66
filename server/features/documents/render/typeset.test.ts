import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { composeExtract } from '#domain/extract/compose-extract';
import type { Extract } from '#domain/extract/extract';
import { anAnswer } from '../../../../tests/support/an-answer.ts';
import { expandedOf, fontsOf, infoOf, textOf, wordsOf } from '../../../../tests/support/read-document.ts';
import { aCity } from '../../../../tests/support/some-facts.ts';
import { drawCode } from '../map/draw-code.ts';
import { composeSheet, type SheetOrder } from '../sheet/compose-sheet.ts';
import { printable, printableJson } from '../sheet/printable.ts';
import { openTypesetter, type Typesetter } from './typeset.ts';

/** Letters of which a reader of PDF gives back every one, in their written order. */
const NAMES = [
  'देवनागरी श्रीमान् क्षत्रिय',
  'Nguyễn Đặng Thị Ánh',
  'Владимир Ильин',
  'Արմեն Սարգսյան',
  'გიორგი ბერიძე',
  'አበበ ቢቂላ',
  '張偉明 欧阳娜娜 たなか',
  '김철수 이영희',
  'Toko 😀 Bu Ani ❤',
];
/** Letters that are joined, stacked or turned: they come back in another order, or as the sign that they make together. */
const JOINED: Readonly<Record<string, string>> = {
  Arabic: 'محمد بن عبد الله الأنصاري',
  Javanese: 'ꦗꦮ ꦱꦸꦫꦧꦪ',
  Balinese: 'ᬯᬬᬦ᭄ ᬩᬮᬶ',
  Buginese: 'ᨒ ᨈᨙᨊᨗ ᨕᨁᨛ',
  Rejang: 'ꤽꤿ ꤰꤱ',
  Sundanese: 'ᮃᮞᮨᮕ᮪ ᮞᮥᮔ᮪ᮓ',
  Khmer: 'សុខា ចាន់ថា',
  Lao: 'ສົມພອນ ວົງສາ',
  Myanmar: 'မောင်အောင် ကျော်',
  Thai: 'สมชาย ใจดี ศรีน้ำเงิน',
  Bengali: 'রবীন্দ্রনাথ ঠাকুর',
  Gujarati: 'મોહનદાસ ગાંધી',
  Gurmukhi: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
  Batak: 'ᯅᯖᯂ᯲',
  Kannada: 'ಶ್ರೀನಿವಾಸ ಕೃಷ್ಣ',
  Malayalam: 'കൃഷ്ണൻ നായർ',
  Oriya: 'ଜଗନ୍ନାଥ ମିଶ୍ର',
  Sinhala: 'ශ්‍රී පෙරේරා',
  Tamil: 'முருகன் செல்வி',
  Telugu: 'వేంకటేశ్వర రావు',
  Thaana: 'މުހައްމަދު',
  Hebrew: 'דוד כהן',
  Tibetan: 'བསྟན་འཛིན་རྒྱ་མཚོ',
};
const LONG = 'Raden Mas Panji Sosrokusumo '.repeat(8).slice(0, 200);
const UNBROKEN = 'W'.repeat(300);
/** `gnp.exe` turned around, and letters that nothing here can set. */
const TURNED = 'surat\u202Egnp.exe';
const ABSENT = '\u{11EE0}\u{11EE1} \u{13000}';

let typeset: Typesetter['set'];
beforeAll(() => {
  typeset = openTypesetter().set;
});

function extractOf(): Extract {
  const composed = composeExtract(anAnswer(), { kind: 'point' }, 'Balikpapan');
  if (!composed.ok) throw new Error(composed.problem);
  return composed.value;
}

function render(given: Partial<SheetOrder>): Uint8Array {
  const verifyAt = 'https://peta.contoh.go.id/krk/verifikasi/AbCdEfGhIjKlMnOpQrStUv';
  const order: SheetOrder = {
    kind: 'krk',
    language: 'id',
    extract: extractOf(),
    documentId: 'AbCdEfGhIjKlMnOpQrStUv',
    number: 'CONTOH/7/2026',
    isTrial: true,
    issuedAt: new Date('2027-01-05T04:00:00Z'),
    validUntil: null,
    verifyAt,
    signedBy: null,
    approved: null,
    sections: [],
    changes: [],
    closingText: null,
    ...given,
  };
  const map = {
    scale: 1_000,
    crs: 'WGS 84 / UTM 50S',
    epsg: 32_750,
    labels: [],
    others: [],
    hasApproved: false,
    hasRoads: true,
    hasParcels: true,
  };
  const sheet = composeSheet(order, map, aCity());
  return typeset({
    sheet: printableJson(sheet),
    foot: printable(sheet.foot),
    map: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 174 101"><rect width="174" height="101" fill="#eee"/></svg>',
    code: drawCode(verifyAt),
    extract: '{}',
    certificate: 'a.b.c',
    madeAt: 1_800_000_000,
  });
}

describe('a document', () => {
  test('PDF08: prints names in every script and of every length inside its margins, and what it cannot set as its script and number', () => {
    const rows = [...NAMES, ...Object.values(JOINED), LONG, UNBROKEN, TURNED, ABSENT].map((value, n) => ({
      label: `Nama ${n}`,
      value,
    }));
    const pdf = render({
      sections: [
        {
          title: 'Pemohon',
          blocks: [
            { kind: 'facts', rows },
            { kind: 'notice', text: UNBROKEN },
          ],
        },
        {
          title: LONG,
          blocks: [
            {
              kind: 'table',
              head: ['A', 'B', UNBROKEN],
              widths: [1, 1, 1],
              rows: [[LONG, UNBROKEN, ABSENT]],
            },
          ],
        },
      ],
    });
    const text = textOf(pdf).replace(/\s+/g, ' ');
    // Where a letter carries two signs the reader of the test loses the space behind it.
    const letters = (words: string): string => words.replace(/\s/g, '');
    for (const name of [...NAMES, LONG]) expect(letters(text)).toContain(letters(name));
    for (const [script, name] of Object.entries(JOINED)) {
      // A ligature comes back as one sign or as all that it is made of.
      const base = new RegExp(`(?=\\p{Script=${script}})\\p{L}`, 'gu');
      const [printed = 0, written = 0] = [text, name].map((words) => words.match(base)?.length ?? 0);
      expect([script, printed >= 0.8 * written]).toEqual([script, true]);
    }
    expect(text).toContain('suratgnp.exe');
    expect(text).toContain('[Makasar U+11EE0][Makasar U+11EE1] [U+13000]');
    expect(text).toContain('ditulis sebagai nama aksara dan nomor Unicode');
    const { width, height } = wordsOf(pdf)[0] ?? { width: 0, height: 0 };
    const outside = wordsOf(pdf).filter(
      ({ word, left, right, top, bottom }) =>
        // The mark across the page is the only thing that leaves the margins.
        !'UJI COBA – BUKAN DOKUMEN RESMI'.includes(word) &&
        (left < 50 || right > width - 50 || top < 30 || bottom > height - 8),
    );
    expect(outside).toEqual([]);
  });

  test('has the structure that an archive demands: letters, colours, tags, language, attachments, nothing that acts', () => {
    const pdf = render({
      sections: [
        {
          title: 'Nama',
          blocks: [{ kind: 'facts', rows: [{ label: 'Nama', value: '張偉 محمد 😀 김철수 สมชาย ᨒᨈᨙ' }] }],
        },
      ],
    });
    if (process.env.KEEP_DOCUMENTS !== undefined) writeFileSync(process.env.KEEP_DOCUMENTS, pdf);
    for (const { name, isEmbedded, isUnicode } of fontsOf(pdf))
      expect([name, isEmbedded, isUnicode]).toEqual([name, true, true]);
    const file = expandedOf(pdf);
    expect(file).toMatch(/\/OutputIntents/);
    expect(file).toMatch(/\/S \/GTS_PDFA1/);
    expect(file).toMatch(/\/DestOutputProfile/);
    expect(file).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
    expect(file).toMatch(/\/StructTreeRoot/);
    expect(file).toMatch(/\/Lang \(id/);
    expect(file).toMatch(/\/Type \/Metadata/);
    expect(file).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
    expect(file).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(file.match(/\/AFRelationship \/(?:Data|Supplement)/g)).toHaveLength(2);
    for (const tag of ['Document', 'H1', 'H2', 'Table', 'TH', 'TD', 'Figure', 'P', 'Link'])
      expect(file, tag).toMatch(new RegExp(`/S /${tag}\\b`));
    const figures = file.split('endobj').filter((object) => /\/S \/Figure\b/.test(object));
    expect(figures.map((object) => /\/Alt [(<]/.test(object))).toEqual([true, true]);
    expect(file).not.toMatch(/\/(?:JavaScript|JS|Launch|Encrypt|LZWDecode|RichMedia|XFA|NeedAppearances)\b/);
  });

  test('peer defect, a number computed at print time: it prints the number that it was given, whatever year it is made in', () => {
    const text = textOf(render({}));
    expect(text).toContain('CONTOH/7/2026');
    // Nothing had to be written in another way, and nothing is said of it.
    expect(text).not.toContain('nomor Unicode');
  });

  test('peer defect, an applicant of another document: made after another it has nothing of that one in it, though most of it was kept', () => {
    const of = (value: string): SheetOrder['sections'] => [
      { title: 'Pemohon', blocks: [{ kind: 'facts', rows: [{ label: 'Nama', value }] }] },
    ];
    const before = render({
      documentId: 'AAAAAAAAAAAAAAAAAAAAAA',
      number: 'CONTOH/1/2026',
      sections: of('CONTOH Budi'),
    });
    const after = render({
      documentId: 'BBBBBBBBBBBBBBBBBBBBBB',
      number: 'CONTOH/2/2026',
      language: 'en',
      sections: of('CONTOH Siti'),
    });
    expect([textOf(before), textOf(after)]).toEqual([
      expect.stringContaining('CONTOH Budi'),
      expect.stringContaining('CONTOH Siti'),
    ]);
    expect(textOf(before)).toContain('Kode AAAAAAAAAAAAAAAAAAAAAA');
    const text = textOf(after);
    expect(text).toContain('BBBBBBBBBBBBBBBBBBBBBB');
    expect(text).not.toMatch(/AAAAAAAA|CONTOH\/1|Dasar hukum|Budi/);
    expect(infoOf(after)).toMatch(/Title:\s+City plan certificate/);
    expect(infoOf(after)).toMatch(/Keywords:\s+https:\/\/peta\.contoh\.go\.id/);
  });
});
