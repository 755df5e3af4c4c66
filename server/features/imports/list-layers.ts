import { type ImportProblem, ImportRefusal, importProblem } from '#domain/publication/import-problem';
import type { LayerChoice } from './choose-layer.ts';
import { inspectDataset } from './gdal/inspect-source.ts';
import type { ImportLimits } from './limits.ts';

/**
 * All layers of all datasets of a staged source; a dataset that cannot be read does not hide the others.
 * @throws ImportRefusal `unreadable` when the only known file is broken, `unsupportedDriver` when none is known
 */
export async function listLayers(
  source: { readonly datasets: readonly string[]; readonly folder: string; readonly name: string },
  limits: ImportLimits,
): Promise<LayerChoice[]> {
  const choices: LayerChoice[] = [];
  let broken: ImportProblem | null = null;
  for (const dataset of source.datasets) {
    const layers = await inspectDataset(dataset, source.folder, limits);
    if (layers.ok) choices.push(...layers.value.map((layer) => ({ dataset, layer })));
    else if (layers.problem.code === 'unreadable') broken ??= layers.problem;
  }
  if (choices.length > 0) return choices;
  throw new ImportRefusal(broken ?? importProblem('unsupportedDriver', { name: source.name }));
}
