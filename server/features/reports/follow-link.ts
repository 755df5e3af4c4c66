import type { ReportDeps } from './report-deps.ts';

/** Where news is read, of whichever report: a notification on a screen holds no number, and the device knows its own ones. */
export const newsLink = ({ http }: Pick<ReportDeps, 'http'>): string =>
  `${new URL(http?.publicUrl ?? http?.localUrl ?? 'http://127.0.0.1').origin}/laporan`;

/** The page that follows a report, by the address that people use: never what a request says its host is. */
export const followLink = (deps: Pick<ReportDeps, 'http'>, ticket: string): string =>
  `${newsLink(deps)}/${ticket}`;

/** What opens a report, as whoever holds it is told. */
export const secretOfReport = (
  deps: Pick<ReportDeps, 'http'>,
  ticket: string,
  secret: string,
): { ticket: string; secret: string; link: string } => ({
  ticket,
  secret,
  link: `${followLink(deps, ticket)}#${secret}`,
});
