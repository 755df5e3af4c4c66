const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' dan ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/**
 * The stable id of an activity that the table does not name itself: `<group>.<name>`. It depends on this row alone,
 * so that a row added elsewhere never changes it; at most 80 characters.
 *
 * @example activityIdOf('Hunian', 'Rumah Kos') === 'hunian.rumah-kos'
 */
export const activityIdOf = (groupName: string, name: string): string =>
  `${slug(groupName).slice(0, 24).replace(/-+$/, '')}.${slug(name)}`.slice(0, 80).replace(/[-.]+$/, '');
