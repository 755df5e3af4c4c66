/**
 * Why sixteen digits are no NIK; null when they can be one. Kabupaten, birthday (women's days are 41–71) and serial;
 * whether the person exists, the register knows alone.
 */
export function nikFault(nik: string): 'digits' | 'birthday' | null {
  if (!/^[1-9]\d{15}$/.test(nik)) return 'digits';
  const day = Number(nik.slice(6, 8)) % 40;
  const month = Number(nik.slice(8, 10));
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && nik.slice(12) !== '0000' ? null : 'birthday';
}

/** A NIK as staff see it: `3271**********01`. */
export const maskNik = (nik: string): string =>
  nik.length < 8 ? '*'.repeat(nik.length) : `${nik.slice(0, 4)}${'*'.repeat(nik.length - 6)}${nik.slice(-2)}`;
