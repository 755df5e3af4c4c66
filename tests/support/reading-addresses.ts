/** Pages that are only read, in the small city, with what each must answer. */
export const READING_ADDRESSES: readonly (readonly [address: string, status: number])[] = [
  ['/peraturan', 200],
  ['/peraturan/rules-uji/rdtr', 200],
  ['/peraturan/rules-uji/tidak-ada', 404],
  ['/istilah', 200],
  ['/istilah/kdb', 200],
  ['/istilah/tidak-ada', 404],
  ['/di-mana', 200],
  ['/lokasi/116.80400,-1.19300/riwayat', 200],
  ['/lokasi/di-sana/riwayat', 404],
  ['/kelurahan', 200],
  ['/kelurahan/barat', 200],
  ['/kelurahan/tidak-ada', 404],
  ['/blok/CONTOH-A.1', 200],
  ['/blok/CONTOH-A.99', 404],
];
