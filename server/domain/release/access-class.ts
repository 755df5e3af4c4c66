import * as z from 'zod/mini';

/**
 * Who may see a layer (UU 14/2008): everybody; agencies that sign in; its own producer and the walidata. Only `terbuka`
 * ever leaves by a public door: `version_in_force` knows no other.
 */
export const ACCESS_CLASSES = ['terbuka', 'terbatas', 'internal'] as const;
export const accessClassSchema = z.enum(ACCESS_CLASSES);
export type AccessClass = z.infer<typeof accessClassSchema>;
