export { CoordinateList } from './coordinate-list.tsx';
export { readTool, type Tool, type ToolProps, writeTool } from './tool.ts';
export { useDrawing } from './use-drawing.ts';
