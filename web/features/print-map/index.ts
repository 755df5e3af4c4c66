export { PrintTool } from './print-tool.tsx';
