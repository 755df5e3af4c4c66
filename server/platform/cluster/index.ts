export { type ClusterAccount, findClusterAccount } from './cluster-account.ts';
export { chooseClusterDirectory, readDataMajor } from './cluster-directory.ts';
export { checkPostgis, chooseInstallation, findInstallations, minimumPostgis } from './find-postgres.ts';
export { type RunningCluster, startCluster } from './start-cluster.ts';
