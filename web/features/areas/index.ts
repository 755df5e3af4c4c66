export { BlockPage } from './block-page.tsx';
export { KelurahanList } from './kelurahan-list.tsx';
export { KelurahanPage } from './kelurahan-page.tsx';
