import { useState } from 'react';
import { ROLE_TITLES, ROLES, type Role } from '#domain/accounts/role';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { ProducerChoice } from '../console-producers/index.ts';
import { fieldOf } from './form-parts.tsx';
import { KelurahanChoice } from './kelurahan-choice.tsx';
import { texts } from './people-texts.ts';

export interface Standing {
  readonly roles: readonly Role[];
  readonly producerId: string | null;
  readonly kelurahanCode: string | null;
}

/** Roles, and what two of them need. */
export function StandingFields({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const [roles, setRoles] = useState<ReadonlySet<Role>>(new Set(standing.roles));
  const [producerId, setProducerId] = useState(standing.producerId ?? '');
  const toggle = (role: Role): void => {
    const next = new Set(roles);
    if (!next.delete(role)) next.add(role);
    setRoles(next);
  };
  return (
    <>
      <fieldset className="choices account-roles">
        <legend>{t.roles}</legend>
        {ROLES.map((role) => (
          <label key={role} className="choice">
            <input
              type="checkbox"
              name="roles"
              value={role}
              checked={roles.has(role)}
              onChange={() => toggle(role)}
            />
            <span className="choice-name">{ROLE_TITLES[role][language]}</span>
          </label>
        ))}
      </fieldset>
      {roles.has('produsenData') && (
        <ProducerChoice
          label={t.producer}
          help={t.producerHelp}
          value={producerId}
          isRequired
          onChoose={(chosen) => setProducerId(chosen)}
        />
      )}
      {roles.has('lurah') && <KelurahanChoice value={standing.kelurahanCode} />}
    </>
  );
}

/** What the fields say. */
export const standingIn = (fields: FormData): Standing => ({
  roles: fields.getAll('roles').map((role) => String(role) as Role),
  producerId: fieldOf(fields, 'producerId').trim() || null,
  kelurahanCode: fieldOf(fields, 'kelurahanCode').trim() || null,
});
