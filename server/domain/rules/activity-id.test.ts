import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { activityIdOf } from './activity-id.ts';
import { asIdentifier } from './cell.ts';

describe('the id of an activity without one', () => {
  it.each([
    ['Hunian', 'Rumah Kos', 'hunian.rumah-kos'],
    ['Wisata & Rekreasi', 'Salon Kecantikan', 'wisata-dan-rekreasi.salon-kecantikan'],
    ['Jasa', 'Service (Elektronik) / AC', 'jasa.service-elektronik-ac'],
    ['Wisata', 'Café', 'wisata.cafe'],
  ])('%s, %s is %s', (group, name, id) => {
    expect(activityIdOf(group, name)).toBe(id);
  });

  it('tells the same name in two groups apart', () => {
    expect(activityIdOf('Jasa', 'Salon')).not.toBe(activityIdOf('Wisata', 'Salon'));
  });

  it('does not change with case or spaces', () => {
    expect(activityIdOf('HUNIAN ', ' rumah  kos')).toBe(activityIdOf('Hunian', 'Rumah Kos'));
  });

  it('is an identifier of at most 80 characters for any words with a letter', () => {
    const words = fc.string({ minLength: 1, maxLength: 120 }).map((text) => `a${text}`);
    fc.assert(
      fc.property(words, words, (group, name) => {
        expect(asIdentifier(activityIdOf(group, name)).ok).toBe(true);
      }),
    );
  });
});
