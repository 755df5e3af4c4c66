import * as z from 'zod/mini';
import type { Language } from '../language.ts';

/** A message as it leaves: plain text, one subject line. */
export interface MessageText {
  readonly subject: string;
  readonly body: string;
}

const line = z.string().check(z.minLength(1), z.maxLength(500));

/** A template with what it is filled with. Nothing personal: names, places and what was reported stay behind the link. */
function template<P extends z.ZodMiniObject>(
  parameters: P,
  write: Readonly<Record<Language, (values: z.infer<P>) => MessageText>>,
) {
  return {
    parameters,
    write: (language: Language, given: unknown) => write[language](parameters.parse(given)),
  };
}

const both = z.strictObject({ id: line, en: line });
/** What an invitation is for; absent in messages that were queued before it was said. */
const invitationParameters = z.strictObject({
  link: line,
  hours: z.int(),
  city: z.exactOptional(line),
  roles: z.exactOptional(both),
  agency: z.exactOptional(line),
  until: z.exactOptional(both),
});

const told = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `\n${name}: ${value}`;

/** Every message that the product sends, in both languages. */
export const TEMPLATES = {
  'operator.test': template(z.strictObject({ origin: line }), {
    id: ({ origin }) => ({
      subject: 'Uji pengiriman pesan',
      body: `Pesan ini membuktikan bahwa ${origin} dapat mengirim surel.\nTidak ada yang perlu Anda lakukan.`,
    }),
    en: ({ origin }) => ({
      subject: 'Test of sending messages',
      body: `This message shows that ${origin} can send mail.\nThere is nothing for you to do.`,
    }),
  }),
  'account.invitation': template(invitationParameters, {
    id: ({ link, hours, city, roles, agency, until }) => ({
      subject: city === undefined ? 'Undangan One Map One Data' : `Undangan One Map One Data ${city}`,
      body: `Anda diundang memakai One Map One Data${city === undefined ? '' : ` ${city}`}.${told('Peran', roles?.id)}${told('Instansi', agency)}

Buka tautan ini untuk membuat kata sandi:

${link}

Tautan berlaku ${hours} jam${until === undefined ? '' : `, sampai ${until.id},`} dan hanya sekali. Siapa yang mengundang tampil di balik tautan. Abaikan pesan ini bila Anda tidak mengharapkannya; tidak ada akun yang dibuat.`,
    }),
    en: ({ link, hours, city, roles, agency, until }) => ({
      subject:
        city === undefined ? 'Invitation to One Map One Data' : `Invitation to One Map One Data ${city}`,
      body: `You are invited to use One Map One Data${city === undefined ? '' : ` ${city}`}.${told('Role', roles?.en)}${told('Agency', agency)}

Open this link to choose a password:

${link}

The link holds for ${hours} hours${until === undefined ? '' : `, until ${until.en},`} and only once. Who invites you is shown behind it. Ignore this message if you did not expect it; no account is made then.`,
    }),
  }),
  'account.rolesGiven': template(z.strictObject({ roles: both, link: line }), {
    id: ({ roles, link }) => ({
      subject: 'Peran yang memutuskan atau membaca data orang diberikan',
      body: `Seseorang diberi peran: ${roles.id}. Siapa yang memberi dan kepada siapa tercatat:

${link}`,
    }),
    en: ({ roles, link }) => ({
      subject: 'A role that decides or reads who people are was given',
      body: `Somebody was given a role: ${roles.en}. Who gave it, and to whom, stands in the log:

${link}`,
    }),
  }),
  'correction.answered': template(z.strictObject({ ticket: line, link: line }), {
    id: ({ ticket, link }) => ({
      subject: `Kasus ${ticket} sudah dijawab`,
      body: `“Data ini keliru” yang Anda kirim (${ticket}) sudah dijawab. Jawabannya juga tampil sebagai catatan pada baris itu.\n\nBuka dengan tautan yang Anda simpan saat mengirimnya, atau dengan kuncinya di sini:\n\n${link}`,
    }),
    en: ({ ticket, link }) => ({
      subject: `Case ${ticket} has been answered`,
      body: `“This data is wrong”, which you sent (${ticket}), has been answered. The answer stands as a note on that row, too.\n\nOpen it with the link that you kept when you sent it, or with its key here:\n\n${link}`,
    }),
  }),
  'application.replaced': template(z.strictObject({ ticket: line, link: line }), {
    id: ({ ticket, link }) => ({
      subject: `Dokumen dari permohonan ${ticket} digantikan`,
      body: `Dokumen dari permohonan ${ticket} sudah digantikan dokumen baru dan tidak berlaku lagi. Pakailah penggantinya.

Siapa pun yang memeriksa dokumen lama akan membaca bahwa dokumen itu digantikan, dan oleh yang mana. Keadaan permohonan:

${link}`,
    }),
    en: ({ ticket, link }) => ({
      subject: `The document of application ${ticket} was replaced`,
      body: `The document of application ${ticket} was replaced by a new one and is no longer in force. Use the new one.

Whoever checks the old document reads that it was replaced, and by which. The state of the application:

${link}`,
    }),
  }),
  'report.received': template(z.strictObject({ ticket: line, link: line }), {
    id: ({ ticket, link }) => ({
      subject: `Laporan ${ticket} sudah diterima`,
      body: `Laporan ${ticket} sudah diterima. Sampai di mana penanganannya:

${link}

Untuk membaca isinya dan menulis pesan, pakai tautan rahasia yang Anda simpan saat mengirim. Kami tidak pernah memintanya.`,
    }),
    en: ({ ticket, link }) => ({
      subject: `Report ${ticket} has been received`,
      body: `Report ${ticket} has been received. How far it is:

${link}

To read it and to write messages, use the secret link that you kept when you sent it. We never ask for it.`,
    }),
  }),
  'report.news': template(z.strictObject({ ticket: line, link: line }), {
    id: ({ ticket, link }) => ({
      subject: `Kabar tentang laporan ${ticket}`,
      body: `Ada kabar baru tentang laporan ${ticket}. Bacalah di sini, dengan kunci dari tautan rahasia Anda:

${link}`,
    }),
    en: ({ ticket, link }) => ({
      subject: `News about report ${ticket}`,
      body: `There is news about report ${ticket}. Read it here, with the key of your secret link:

${link}`,
    }),
  }),
  /** On the screen of a telephone, locked too: not even that somebody has reported anything. */
  'report.push': template(z.strictObject({ link: line }), {
    id: () => ({ subject: 'Ada kabar baru', body: 'Ketuk untuk membacanya.' }),
    en: () => ({ subject: 'There is news', body: 'Tap to read it.' }),
  }),
  'case.dueSoon': template(z.strictObject({ cases: z.int(), day: line, link: line }), {
    id: ({ cases, day, link }) => ({
      subject: `${cases} perkara jatuh tempo sampai ${day}`,
      body: `${cases} perkara dugaan pelanggaran pada Anda jatuh tempo sampai ${day}. Sesudah itu perkara naik kepada atasan.

${link}`,
    }),
    en: ({ cases, day, link }) => ({
      subject: `Due by ${day}: ${cases} of your cases`,
      body: `Of the cases of suspected violations that are with you, ${cases} are due by ${day}. After that day they go to a superior.

${link}`,
    }),
  }),
  'case.escalated': template(z.strictObject({ cases: z.int(), link: line, hasFocalPoint: z.boolean() }), {
    id: ({ cases, link, hasFocalPoint }) => ({
      subject: `${cases} perkara lewat tenggat`,
      body: `${cases} perkara dugaan pelanggaran lewat tenggatnya dan dieskalasi kepada Anda.${hasFocalPoint ? '' : '\n\nTidak ada akun pejabat penghubung yang dapat menanganinya, atau perkaranya menyangkut mereka. Undang atau tunjuk pejabat penghubung.'}

${link}`,
    }),
    en: ({ cases, link, hasFocalPoint }) => ({
      subject: `${cases} cases are past their day`,
      body: `${cases} cases of suspected violations are past their day and are escalated to you.${hasFocalPoint ? '' : '\n\nThere is no liaison official who could handle them, or the cases are about them. Invite or name one.'}

${link}`,
    }),
  }),
  'document.groundChanged': template(z.strictObject({ ticket: line, link: line }), {
    id: ({ ticket, link }) => ({
      subject: `Rencana di lokasi permohonan ${ticket} sudah berubah`,
      body: `Sejak dokumen dari permohonan ${ticket} terbit, rencana tata ruang di lokasinya berubah. Dokumen itu sendiri tidak berubah: isinya menurut rencana pada hari terbitnya.

Apa yang berubah, aturan demi aturan:

${link}

Bila Anda belum membangun, tanyakan kepada kantor apa artinya bagi Anda sebelum memakai dokumen itu.`,
    }),
    en: ({ ticket, link }) => ({
      subject: `The plan at the place of application ${ticket} has changed`,
      body: `Since the document of application ${ticket} was issued, the plan at its place has changed. The document itself has not: it says what the plan said on the day of its issue.

What has changed, rule by rule:

${link}

If you have not built yet, ask the office what that means for you before you use the document.`,
    }),
  }),
} as const;

export type TemplateName = keyof typeof TEMPLATES;
/** What a template is filled with. */
export type TemplateParameters<T extends TemplateName> = z.infer<(typeof TEMPLATES)[T]['parameters']>;

const singleLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/**
 * Fills a template. The subject is one line whatever the parameters hold: a line break there would be a header of the
 * mail.
 * @throws Error when a parameter is missing, unknown or of another kind
 */
export function composeMessage(name: TemplateName, language: Language, parameters: unknown): MessageText {
  const { subject, body } = TEMPLATES[name].write(language, parameters);
  return { subject: singleLine(subject), body: `${body.replace(/\r\n?/g, '\n').trimEnd()}\n` };
}

/** True for the name of a template that this program knows. */
export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name);
