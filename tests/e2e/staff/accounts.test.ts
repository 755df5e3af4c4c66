import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { invite } from '../../../server/features/accounts/index.ts';
import { aVisitor, DESKTOP, PHONE } from '../../support/a-visitor.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findViolations } from '../../support/find-violations.ts';
import { oneTimeCode } from '../../support/one-time-code.ts';
import { pressOn, typeOn } from '../../support/press-keys.ts';
import { startStaffServer } from '../../support/staff-server.ts';

let browser: Browser;
let staff: Awaited<ReturnType<typeof startStaffServer>>;
beforeAll(async () => {
  [browser, staff] = await Promise.all([launchChromium(), startStaffServer(inject('databaseServerUrl'))]);
});
afterAll(async () => {
  await browser?.close();
  await staff?.stop();
});

const PASSWORD = 'tujuh kapal biru pelan';

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expect(await findViolations(page), name).toEqual([]);
}

test('invited, with a second factor, and back again: every screen by keyboard names and without an axe violation', async () => {
  const order = {
    email: 'kepala@example.go.id',
    roles: ['administrator', 'auditor'] as const,
    language: 'id' as const,
  };
  await staff.deps.sql`insert into producer (producer_id, name) values ('dppr', 'CONTOH DPPR')`;
  const made = await invite({ ...staff.deps, origin: staff.url }, 'operator', {
    ...order,
    producerId: null,
    kelurahanCode: null,
  });
  const { page, complaints } = await aVisitor(browser, staff.url, { ...PHONE, bypassCSP: true });
  await page.goto(made.ok ? made.value.link : '');
  await heading(page, 'Buat kata sandi');
  await page.getByLabel('Nama lengkap').fill('CONTOH Kepala');
  await page.getByLabel('Kata sandi baru').fill('kepala kepala');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Kata sandi baru').fill(PASSWORD);
  await page.keyboard.press('Enter');

  await heading(page, 'Pasang verifikasi dua langkah');
  const secret = ((await page.locator('.account-secret').textContent()) ?? '').replace(/\s/g, '');
  expect(await page.locator('.account-codes li').count()).toBe(10);
  expect(await findViolations(page)).toEqual([]);
  await page.getByLabel('Terakhir: kode').fill(oneTimeCode(secret, -1));
  await page.keyboard.press('Enter');
  await heading(page, 'Akun saya');
  await page.getByText('Perangkat ini').first().waitFor();
  expect(await page.getByText('Perangkat ini').count()).toBe(1);

  await page.setViewportSize(DESKTOP);
  await page.goto('/konsol/orang?lang=en');
  await heading(page, 'People');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('dialog').getByLabel('E-mail address').fill('data@example.go.id');
  await page.getByRole('checkbox', { name: 'Data producer' }).check();
  await page.getByLabel('Agency (data producer)').selectOption('CONTOH DPPR');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('Invitations not opened yet').waitFor();
  await page.getByText('data@example.go.id').first().waitFor();

  await page.goto('/konsol/audit?lang=id&kind=account.invited');
  await heading(page, 'Catatan');
  await page.locator('tbody tr').nth(1).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(2);

  // Out and in again with the keyboard alone.
  await pressOn(page, page.getByRole('button', { name: 'Keluar' }));
  await page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor();
  await page.goto('/konsol/orang');
  await heading(page, 'Masuk');
  await typeOn(page, page.getByLabel('Surel'), order.email);
  await typeOn(page, page.getByLabel('Kata sandi'), PASSWORD);
  await page.keyboard.press('Enter');
  await heading(page, 'Kode dari ponsel');
  await typeOn(page, page.getByLabel('Kode enam angka'), oneTimeCode(secret));
  await page.keyboard.press('Enter');
  await heading(page, 'Orang');
  // What the browser says of answers that are no success, as the refused password and the ended session are.
  expect(complaints.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
});
