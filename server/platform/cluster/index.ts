export { findClusterAccount } from './cluster-account.ts';
export { chooseClusterDirectory, readDataMajor } from './cluster-directory.ts';
export { checkPostgis, chooseInstallation, findInstallations } from './find-postgres.ts';
export { startCluster } from './start-cluster.ts';
