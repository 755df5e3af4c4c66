import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CityProfile, cityProfileSchema } from '#domain/city/profile';
import { OperatorProblem } from './operator-problem.ts';
import { findProjectRoot } from './project-root.ts';

/**
 * Reads the profile of a city, `data/cities/<id>/profile.json`.
 * @throws OperatorProblem when there is none or it does not fit its schema
 */
export function readCityProfile(
  id: string,
  citiesFolder = join(findProjectRoot(), 'data', 'cities'),
): CityProfile {
  const path = join(citiesFolder, id, 'profile.json');
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new OperatorProblem(
      'environment',
      `The profile of the city "${id}" cannot be read: ${String(error)}.`,
    );
  }
  const parsed = cityProfileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new OperatorProblem('environment', `The profile ${path} does not fit its schema at: ${places}.`);
}
