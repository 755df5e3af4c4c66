import { relative } from 'node:path';
import { type ImportProblem, importProblem } from '#domain/publication/import-problem';
import { fail, ok, type Result } from '#domain/result';
import { isSafeLayerName } from './gdal/layer-name.ts';
import type { SourceLayer } from './gdal/parse-ogrinfo.ts';

export interface LayerChoice {
  readonly dataset: string;
  readonly layer: SourceLayer;
}

/**
 * The layer to read. A file with one layer that has features and geometry leaves no question; with several the operator
 * says which (`--source-layer`), by its name or, where two files have the same, by `path/name`.
 */
export function chooseLayer(
  choices: readonly LayerChoice[],
  wanted: string | null,
  folder: string,
): Result<LayerChoice, ImportProblem> {
  const fullName = (choice: LayerChoice): string =>
    `${relative(folder, choice.dataset)}/${choice.layer.name}`;
  const names = (list: readonly LayerChoice[]): string =>
    list
      .map((choice) =>
        list.some((other) => other !== choice && other.layer.name === choice.layer.name)
          ? fullName(choice)
          : choice.layer.name,
      )
      .join(' | ');
  if (wanted !== null) {
    const named = choices.filter((choice) => choice.layer.name === wanted || fullName(choice) === wanted);
    if (named.length === 1 && named[0]) return withSafeName(named[0]);
    const code = named.length === 0 ? 'layerNotFound' : 'layerChoiceNeeded';
    return fail(importProblem(code, { wanted, layers: names(named.length === 0 ? choices : named) }));
  }
  const spatial = choices.filter((choice) => choice.layer.geometryType !== 'None');
  const filled = spatial.filter((choice) => choice.layer.featureCount !== 0);
  const candidates = filled.length > 0 ? filled : spatial.length > 0 ? spatial : choices;
  if (candidates.length === 1 && candidates[0]) return withSafeName(candidates[0]);
  if (candidates.every((choice) => choice.layer.featureCount === 0)) return fail(importProblem('noFeatures'));
  return fail(importProblem('layerChoiceNeeded', { layers: names(candidates) }));
}

const withSafeName = (choice: LayerChoice): Result<LayerChoice, ImportProblem> =>
  isSafeLayerName(choice.layer.name) ? ok(choice) : fail(importProblem('layerNameNotAllowed'));
