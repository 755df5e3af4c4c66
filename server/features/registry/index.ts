export { registryOperations } from './operations.ts';
export { ownersOf, readLayers } from './queries.ts';
export { layerThing, registryRoutes, thingOfLayer } from './routes.ts';
