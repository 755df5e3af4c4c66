export { ReportTool } from './report-tool.tsx';
