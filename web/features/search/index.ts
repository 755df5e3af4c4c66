export { PlaceForm } from './place-form.tsx';
export { SearchBox } from './search-box.tsx';
