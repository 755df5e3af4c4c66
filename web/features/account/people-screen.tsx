import { useState } from 'react';
import { type OpenInvitation, type Person, peopleSchema } from '#domain/accounts/account-answers';
import { ROLE_TITLES } from '#domain/accounts/role';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { EmptyState, Failure, Loading, Moment, Screen, useStaffQuery } from '../console-frame/index.ts';
import { useProducers } from '../console-producers/index.ts';
import { ChangePerson } from './change-person.tsx';
import { InvitePerson } from './invite-person.tsx';
import { useKelurahan } from './kelurahan-choice.tsx';
import { texts } from './people-texts.ts';
import { useSending } from './use-sending.ts';

/** Who has an account, and who was invited. */
export function PeopleScreen() {
  const t = useTexts(texts);
  const list = useStaffQuery('/api/v1/staff/people', peopleSchema);
  const [isInviting, setIsInviting] = useState(false);
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      actions={
        <button type="button" className="button-primary" onClick={() => setIsInviting(true)}>
          {t.invite}
        </button>
      }
    >
      {isInviting && <InvitePerson onClose={() => setIsInviting(false)} onSent={list.refetch} />}
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {list.data === undefined ? (
        list.error === null && <Loading />
      ) : (
        <>
          {list.data.invitations.length > 0 && (
            <Invitations invitations={list.data.invitations} onChanged={list.refetch} />
          )}
          <People people={list.data.people} onChanged={list.refetch} />
        </>
      )}
    </Screen>
  );
}

function Invitations({
  invitations,
  onChanged,
}: {
  invitations: readonly OpenInvitation[];
  onChanged: () => void;
}) {
  const t = useTexts(texts);
  const { language } = useReader();
  const announce = useAnnounce();
  const { failure, tell } = useSending();
  const withdraw = async (id: string): Promise<void> => {
    if (!(await tell(`/api/v1/staff/people/invitations/${id}`, { method: 'DELETE' }))) return;
    announce(t.withdrawn);
    onChanged();
  };
  return (
    <section className="block">
      <h2>{t.pending}</h2>
      <ul className="rows">
        {invitations.map(({ invitationId, email, roles, isNewPassword, expiresAt }) => (
          <li key={invitationId} className="row-plain">
            <div>
              <p className="row-title">{email}</p>
              <p className="row-facts">
                <span>
                  {isNewPassword
                    ? t.newPassword
                    : roles.map((role) => ROLE_TITLES[role][language]).join(', ') || t.noRole}
                </span>
                <span>
                  {t.expires} <Moment at={expiresAt} />
                </span>
              </p>
            </div>
            <button
              type="button"
              className="button"
              aria-label={t.withdrawLabel(email)}
              onClick={() => void withdraw(invitationId)}
            >
              {t.withdraw}
            </button>
          </li>
        ))}
      </ul>
      {failure !== null && (
        <p className="form-error" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}

function People({ people, onChanged }: { people: readonly Person[]; onChanged: () => void }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const [words, setWords] = useState('');
  const [changed, setChanged] = useState<string | null>(null);
  const wanted = words.trim().toLowerCase();
  const rolesOf = (person: Person): string =>
    person.roles.map((role) => ROLE_TITLES[role][language]).join(', ') || t.noRole;
  const found = people.filter((person) =>
    `${person.name} ${person.email} ${rolesOf(person)}`.toLowerCase().includes(wanted),
  );
  const agencies = useProducers();
  const agencyOf = (id: string): string =>
    agencies.data?.producers.find(({ producerId }) => producerId === id)?.name ?? id;
  const kelurahan = useKelurahan();
  const kelurahanOf = (code: string): string =>
    kelurahan.data?.kelurahan.find((one) => one.code === code)?.name ?? code;
  const open = people.find(({ accountId }) => accountId === changed);
  return (
    <section className="block">
      <h2>{t.people}</h2>
      {open !== undefined && (
        <ChangePerson person={open} onClose={() => setChanged(null)} onChanged={onChanged} />
      )}
      {people.length < 2 && (
        <EmptyState icon="people" title={t.noneYet}>
          <p>{t.noneYetHelp}</p>
        </EmptyState>
      )}
      {people.length > 7 && (
        <search className="filters">
          <FormField label={t.search}>
            {(control) => (
              <input
                {...control}
                type="search"
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </FormField>
        </search>
      )}
      {found.length === 0 && <p>{t.noneFound}</p>}
      <ul className="rows">
        {found.map((person) => (
          <li key={person.accountId} className="row-plain">
            <div>
              <p className="row-title">{person.name}</p>
              <p className="row-facts">
                <span>{person.email}</span>
                <span>{rolesOf(person)}</span>
                {person.producerId !== null && <span>{agencyOf(person.producerId)}</span>}
                {person.kelurahanCode !== null && <span>{kelurahanOf(person.kelurahanCode)}</span>}
                <span>
                  {person.lastSignedInAt === null ? (
                    t.never
                  ) : (
                    <>
                      {t.lastSignedIn} <Moment at={person.lastSignedInAt} />
                    </>
                  )}
                </span>
                <Mark
                  tone={person.hasSecondFactor ? 'good' : 'warn'}
                  icon={person.hasSecondFactor ? 'check' : 'warning'}
                >
                  {person.hasSecondFactor ? t.withFactor : t.withoutFactor}
                </Mark>
                {person.isClosed && (
                  <Mark tone="bad" icon="forbidden">
                    {t.closed}
                  </Mark>
                )}
              </p>
            </div>
            <button
              type="button"
              className="button"
              aria-label={t.changeLabel(person.name)}
              onClick={() => setChanged(person.accountId)}
            >
              {t.change}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
