import type { Actor } from '#domain/accounts/actor';
import type { Queryable } from '../../platform/db.ts';

/** The actor behind a session that holds at a moment; undefined once it has ended or its account is closed. */
export async function findActor(sql: Queryable, token: string, now: Date): Promise<Actor | undefined> {
  const [row] = await sql<Actor[]>`
    select a.id as "accountId", a.name, a.producer_id as "producerId", a.kelurahan_code as "kelurahanCode",
           s.id as "sessionId", a.has_second_factor and s.has_second_factor as "hasSecondFactor",
           array(select role from account_role r where r.account_id = a.id order by role) as roles
    from account_session s join account a on a.id = s.account_id
    where s.token = ${token} and s.expires_at > ${now} and a.disabled_at is null`;
  return row;
}

/** From here to the end of the transaction the second lock holds, where the server has it. */
export async function actAsStaff(tx: Queryable, sessionId: string): Promise<void> {
  await tx`select act_as_staff(${sessionId})`;
}
