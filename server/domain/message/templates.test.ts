import { describe, expect, it } from 'vitest';
import { composeMessage, TEMPLATES, type TemplateName } from './templates.ts';

const FILLED: Readonly<Record<TemplateName, unknown>> = {
  'operator.test': { origin: 'https://peta.example.go.id' },
  'correction.answered': { ticket: 'DK-2026-00001', link: 'https://peta.example.go.id/keliru/DK-2026-00001' },
  'account.invitation': { link: 'https://peta.example.go.id/konsol/undangan#x', hours: 72 },
  'account.rolesGiven': {
    roles: { id: 'Auditor', en: 'Auditor' },
    link: 'https://peta.example.go.id/konsol/audit?kind=account',
  },
  'document.groundChanged': {
    ticket: 'KRK-00000-00000',
    link: 'https://peta.example.go.id/krk/verifikasi/AAAAAAAAAAAAAAAAAAAAAA?banding=ya',
  },
  'report.received': {
    ticket: 'LAP-00000-00000',
    link: 'https://peta.example.go.id/laporan/LAP-00000-00000',
  },
  'report.news': { ticket: 'LAP-00000-00000', link: 'https://peta.example.go.id/laporan/LAP-00000-00000' },
  'report.push': { link: 'https://peta.example.go.id/laporan' },
  'case.dueSoon': { cases: 2, day: '26 November 2026', link: 'https://peta.example.go.id/konsol/laporan' },
  'case.escalated': {
    cases: 3,
    link: 'https://peta.example.go.id/konsol/laporan?overdue=true',
    hasFocalPoint: false,
  },
  'application.replaced': {
    ticket: 'KRK-00000-00000',
    link: 'https://peta.example.go.id/krk/permohonan/KRK-00000-00000',
  },
};

describe('messages', () => {
  it.each(Object.keys(TEMPLATES) as TemplateName[])('%s is written in both languages', (name) => {
    const [id, en] = (['id', 'en'] as const).map((language) => composeMessage(name, language, FILLED[name]));
    for (const { subject, body } of [id!, en!]) {
      expect(subject).not.toBe('');
      expect(subject.length).toBeLessThan(78);
      expect(body).toMatch(/\S\n$/);
    }
    expect(id).not.toEqual(en);
  });

  it('an invitation says for which city and role, and until when', () => {
    const until = { id: '3 Desember 2026 pukul 12.00 WITA', en: '3 December 2026, 12:00 WITA' };
    const { subject, body } = composeMessage('account.invitation', 'id', {
      link: 'https://peta.example.go.id/konsol/undangan?lang=id#x',
      hours: 72,
      city: 'Kota Contoh',
      roles: { id: 'Walidata', en: 'Data custodian' },
      agency: 'bappeda',
      until,
    });
    expect(subject).toContain('Kota Contoh');
    for (const said of ['Peran: Walidata', 'Instansi: bappeda', until.id]) expect(body).toContain(said);
  });

  it('refuses what is missing, unknown or empty', () => {
    for (const parameters of [{}, { origin: '' }, { origin: 'x', name: 'Siti' }, { origin: 1 }, null])
      expect(() => composeMessage('operator.test', 'id', parameters)).toThrow();
  });

  it('has no line break in a subject, whatever it is filled with', () => {
    const { body } = composeMessage('operator.test', 'id', {
      origin: 'a\r\nBcc: orang@example.com\r\n\r\nlain',
    });
    expect(body).not.toContain('\r');
  });
});
