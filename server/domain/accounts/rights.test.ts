import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { ACTIONS, demandsSecondFactor, may, mayAll, RIGHTS, reachOf, type Thing } from './rights.ts';
import { ROLE_TITLES, ROLES, type Role } from './role.ts';

const anActor = (roles: readonly Role[], given: Partial<Actor> = {}): Actor => ({
  accountId: 'a1',
  name: 'Uji',
  roles,
  producerId: null,
  kelurahanCode: null,
  sessionId: 's1',
  hasSecondFactor: true,
  ...given,
});

describe('the table of rights', () => {
  it('gives every role something to do, and a title in both languages', () => {
    for (const role of ROLES) {
      expect(ACTIONS.some((action) => role in RIGHTS[action])).toBe(true);
      expect(ROLE_TITLES[role].id).not.toBe('');
      expect(ROLE_TITLES[role].en).not.toBe('');
    }
  });

  it('lets nobody without a role do anything', () => {
    for (const action of ACTIONS) expect(may(anActor([]), action, { accountId: 'a1' })).toBe(false);
  });

  it('keeps apart who manages people, who publishes and who watches', () => {
    for (const action of ['release.decide', 'layer.goBack', 'document.sign', 'audit.read'] as const)
      expect(reachOf(anActor(['administrator']), action)).toEqual([]);
    expect(reachOf(anActor(['auditor']), 'people.manage')).toEqual([]);
    expect(reachOf(anActor(['walidata']), 'people.manage')).toEqual([]);
  });

  it('IDO02: the field never learns who made a report', () => {
    for (const role of ['surveyor', 'satpolPp', 'lurah', 'analis', 'verifikator'] as const)
      expect(reachOf(anActor([role]), 'person.read')).toEqual([]);
  });
});

describe('ownership', () => {
  it('a producer reaches the data of the own office alone', () => {
    const actor = anActor(['produsenData'], { producerId: 'dppr' });
    expect(may(actor, 'layer.edit', { producerId: 'dppr' })).toBe(true);
    const foreign: readonly Thing[] = [
      { producerId: 'pu' },
      { producerId: 'dppr2' },
      { producerId: null },
      {},
      { accountId: 'a1', kelurahanCode: 'dppr' },
    ];
    for (const thing of foreign) expect(may(actor, 'layer.edit', thing)).toBe(false);
  });

  it('a producer without an office reaches nothing, least of all what belongs to none', () => {
    for (const producerId of [null, ''])
      for (const thing of [{}, { producerId: null }, { producerId: '' }])
        expect(may(anActor(['produsenData'], { producerId }), 'layer.edit', thing)).toBe(false);
  });

  it('IDO03: kelurahan 64.71.03.1003 is not 64.71.03.10030', () => {
    const lurah = anActor(['lurah'], { kelurahanCode: '64.71.03.1003' });
    expect(may(lurah, 'report.read', { kelurahanCode: '64.71.03.1003' })).toBe(true);
    for (const kelurahanCode of ['64.71.03.10030', '64.71.03.100', '64.71.03', '64.71.03.1004', null])
      expect(may(lurah, 'report.read', { kelurahanCode })).toBe(false);
  });

  it('IDO05: one foreign thing among fifty refuses all of them', () => {
    const actor = anActor(['produsenData'], { producerId: 'dppr' });
    const own = Array.from({ length: 49 }, () => ({ producerId: 'dppr' }));
    expect(mayAll(actor, 'layer.edit', own)).toBe(true);
    expect(mayAll(actor, 'layer.edit', [...own, { producerId: 'pu' }])).toBe(false);
  });

  it('IDO07: who prepared something, or whom it concerns, does not decide on it', () => {
    const actor = anActor(['walidata', 'pejabatPenandatangan']);
    expect(may(actor, 'release.decide', { closedTo: ['a2'] })).toBe(true);
    expect(may(actor, 'release.decide', { closedTo: ['a2', 'a1'] })).toBe(false);
  });

  it('several roles add up', () => {
    const actor = anActor(['produsenData', 'walidata'], { producerId: 'dppr' });
    expect(reachOf(actor, 'layer.edit').sort()).toEqual(['any', 'ownProducer']);
    expect(may(actor, 'layer.edit', { producerId: 'pu' })).toBe(true);
  });
});

it('who publishes, signs or sees personal data needs a second factor; a citizen does not', () => {
  const demanded = ROLES.filter((role) => demandsSecondFactor([role]));
  expect(ROLES.filter((role) => !demanded.includes(role))).toEqual(['pemohon', 'pelaporTerverifikasi']);
  expect(demandsSecondFactor([])).toBe(false);
  expect(demandsSecondFactor(['pemohon', 'walidata'])).toBe(true);
});
