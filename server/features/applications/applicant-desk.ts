import type { Context } from 'hono';
import { EMPTY_DRAFT } from '#domain/krk/application';
import type { OwnApplication, PublicStatus, StepBody } from '#domain/krk/application-answers';
import { type FormFields, ownFields, readForm } from '#domain/krk/application-form';
import type { HeldSettings } from '#domain/krk/settings';
import { isOver } from '#domain/krk/states';
import type { Language } from '#domain/language';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { allOrNothing } from '../../platform/all-or-nothing.ts';
import { isSecret } from '../../platform/secret-link.ts';
import { type Access, spendPublicTry } from '../accounts/index.ts';
import { endRoundWithSubject } from '../field-rounds/index.ts';
import { audit } from '../log/index.ts';
import { applicantMover } from './applicant-mover.ts';
import type { ApplicationDeps } from './application-deps.ts';
import {
  keepContent,
  kelurahanOf,
  lookAtGround,
  type MadeApplication,
  makeApplication,
  readContent,
  submitApplication,
} from './keep-draft.ts';
import { type Mover, type Seen, takeStep } from './move-application.ts';
import { dropPaper, keepPaper } from './papers/keep-paper.ts';
import { erasePerson } from './people/person.ts';
import { type ApplicationRow, findByTicket, lockApplication } from './queries.ts';
import { makeReplacement, type ReplaceReason } from './replacing/replace-application.ts';
import { heldSettings } from './settings/held-settings.ts';
import { readStatus, tellOwn } from './tell-applications.ts';
import { TICKET } from './ticket.ts';

/** Applications from one place in an hour, before each further one waits: a notary's office files many. */
const FREE_APPLICATIONS = 40;

/** Steps that an applicant takes. */
export type ApplicantStep = 'submit' | 'resubmit' | 'withdraw' | 'object';

/** What an applicant is shown of the ground, to see that it is the right one. */
interface GroundInWords {
  readonly areaM2: number | null;
  readonly kelurahan: string | null;
  readonly zones: readonly string[];
}

/** An application in the hands of whoever holds its secret or its account. */
export interface OwnHandle {
  readonly row: ApplicationRow;
  read(): Promise<OwnApplication>;
  /** The form as it was typed; null once the person was erased. */
  fields(): Promise<FormFields | null>;
  /** @returns the fields that are not right: what was typed is kept all the same */
  keep(revision: number, fields: FormFields): Promise<Result<readonly string[], Problem>>;
  /** The ground as the plan knows it today, or why it is none; null before there is one. */
  ground(): Promise<Result<GroundInWords, Problem> | null>;
  step(revision: number, step: ApplicantStep, body: StepBody): Promise<Result<null, Problem>>;
  addPaper(revision: number, kind: string, bytes: Uint8Array): Promise<Result<null, Problem>>;
  dropPaper(revision: number, paperId: string): Promise<Result<null, Problem>>;
  /** A new application in the place of this one, whose document is in force until the new one is out. */
  replace(as: ReplaceReason): Promise<Result<MadeApplication, Problem>>;
  /** The signed file that was issued; null while there is none, or it cannot be read. */
  file(): Promise<Uint8Array | null>;
  /** Everything that is kept about the person, as they may take it away. */
  export(): Promise<OwnApplication>;
  /** Erases who asked; only where nothing is waited for. */
  erase(): Promise<Result<null, Problem>>;
}

/** Where applicants come to: with JavaScript through the API, without it through pages. */
export interface ApplicantDesk {
  make(c: Context, language: Language): Promise<Result<MadeApplication, Problem>>;
  status(ticket: string): Promise<PublicStatus | undefined>;
  /** @param secret of the link; null = whoever is signed in */
  open(c: Context, ticket: string, secret: string | null): Promise<OwnHandle | undefined>;
  settings(): Promise<HeldSettings>;
}

export function openDesk(deps: ApplicationDeps, access: Pick<Access, 'readActor'>): ApplicantDesk {
  const find = async (ticket: string) =>
    TICKET.test(ticket) ? await findByTicket(deps.sql, ticket) : undefined;
  return {
    async make(c, language) {
      // Counted by where it comes from: nobody fills the register from one place.
      const spent = spendPublicTry(deps, c, 'application', FREE_APPLICATIONS);
      if (!spent.ok) return spent;
      const person = await access.readActor(c);
      const accountId = person?.roles.includes('pemohon') === true ? person.accountId : null;
      return ok(await makeApplication(deps, { language, accountId }));
    },
    status: (ticket) => readStatus(deps, ticket),
    async open(c, ticket, secret) {
      const row = await find(ticket);
      if (row === undefined) return undefined;
      if (secret !== null)
        return isSecret(secret, row.secretHash) ? handle(deps, row, applicantMover(deps)) : undefined;
      const person = row.accountId === null ? undefined : await access.readActor(c);
      if (person === undefined || person.accountId !== row.accountId) return undefined;
      return handle(deps, row, { ...applicantMover(deps), actor: `account:${person.accountId}` });
    },
    settings: () => heldSettings(deps),
  };
}

function handle(deps: ApplicationDeps, row: ApplicationRow, mover: Mover): OwnHandle {
  const { applicationId } = row;
  const seen = (revision: number): Seen => ({ applicationId, revision });
  const read = async (): Promise<OwnApplication> =>
    tellOwn(deps, row, (await readContent(deps, applicationId))?.draft ?? EMPTY_DRAFT);
  return {
    row,
    read,
    fields: async () => (await readContent(deps, applicationId))?.fields ?? null,
    async keep(revision, sent) {
      const fields = ownFields(sent);
      const { draft, faults } = readForm(fields);
      const kept = await keepContent(deps, mover, seen(revision), { draft, fields });
      return kept.ok ? ok(faults) : kept;
    },
    async ground() {
      const content = await readContent(deps, applicationId);
      if (content === null || content.draft.ground === null) return null;
      const found = await lookAtGround(deps, content.draft.ground);
      if (!found.ok) return found;
      const { answer } = found.value;
      return ok({
        areaM2: answer.place.areaM2,
        kelurahan: kelurahanOf(answer),
        zones: [...new Set(answer.parts.map(({ zone }) => zone.code))],
      });
    },
    step: (revision, step, body) =>
      step === 'submit' || step === 'resubmit'
        ? submitApplication(deps, mover, seen(revision), step)
        : takeStep(deps, mover, seen(revision), step, body, async ({ tx }) => {
            if (step === 'withdraw')
              await endRoundWithSubject(deps, tx, 'application', applicationId, mover.actor);
            return null;
          }),
    async addPaper(revision, kind, bytes) {
      const { settings } = await heldSettings(deps);
      return settings.papers?.some(({ id }) => id === kind) === true
        ? keepPaper(deps, mover, seen(revision), { kind, bytes })
        : fail(
            problem('invalidField', {
              name: 'kind',
              reason: (settings.papers ?? []).map(({ id }) => id).join(', '),
            }),
          );
    },
    dropPaper: (revision, paperId) => dropPaper(mover, seen(revision), paperId),
    replace: (as) => makeReplacement(deps, row, as),
    file: async () => (row.documentId === null ? null : await deps.documents.file(row.documentId)),
    async export() {
      await audit(
        deps.sql,
        { kind: 'person.exported', actor: mover.actor, facts: { applicationId } },
        deps.clock,
      );
      return read();
    },
    async erase() {
      // What is being worked on cannot forget for whom: it is withdrawn first. As it stands now, not as it was opened.
      const refused = await allOrNothing<Problem>(mover.within, async (tx) => {
        const held = await lockApplication(tx, applicationId);
        if (held === undefined) return problem('notFound');
        if (held.state !== 'draf' && !isOver(held.state))
          return problem('stepNotPossible', { state: held.state, step: 'erase' });
        await erasePerson(deps, tx, applicationId, mover.actor, 'person');
        return null;
      });
      return refused === null ? ok(null) : fail(refused);
    },
  };
}
