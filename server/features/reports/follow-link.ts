import type { ReportDeps } from './report-deps.ts';

/** The page that follows a report, by the address that people use: never what a request says its host is. */
export const followLink = ({ http }: Pick<ReportDeps, 'http'>, ticket: string): string =>
  `${new URL(http?.publicUrl ?? http?.localUrl ?? 'http://127.0.0.1').origin}/laporan/${ticket}`;

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
