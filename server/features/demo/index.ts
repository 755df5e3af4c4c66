export { demoStateOf, loadDemo } from './load-demo.ts';
