export { type DemoState, demoStateOf, type LoadDemoInput, type LoadedDemo, loadDemo } from './load-demo.ts';
