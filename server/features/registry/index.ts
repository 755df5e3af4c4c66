export { registryOperations } from './operations.ts';
export { ownersOf } from './queries.ts';
export { layerThing, registryRoutes, thingOfLayer } from './routes.ts';
