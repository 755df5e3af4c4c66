export { BuildingTool } from './building-tool.tsx';
