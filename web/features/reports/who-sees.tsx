import { ROLE_TITLES } from '#domain/accounts/role';
import { type ReportPart, readersOf } from '#domain/report/who-sees';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { whoSeesTexts } from './who-sees-texts.ts';

/** “Siapa melihat apa”: what the office reads, by its table of rights, and what others learn; no asterisk. */
export function WhoSees({ isAnonymous }: { isAnonymous: boolean }) {
  const { language } = useReader();
  const t = useTexts(whoSeesTexts);
  const readers = (part: ReportPart): string =>
    readersOf(part)
      .map(({ role, isLocal }) => `${ROLE_TITLES[role][language]}${isLocal ? ` (${t.there})` : ''}`)
      .join(', ');
  const rows = [
    [t.person, isAnonymous ? t.personNobody : `${readers('person')}: ${t.withReason}`],
    [t.messages, readers('messages')],
    [t.report, readers('report')],
    [t.dispute, readers('dispute')],
    [t.standing, t.standingEverybody],
    [t.replies, t.repliesReporters],
    [t.passedOn, t.passedOnHow],
    [t.similar, t.similarHow],
    [t.accused, t.accusedNothing],
  ] as const;
  return (
    <table className="report-sees">
      <caption>{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.who}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, who]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{who}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
