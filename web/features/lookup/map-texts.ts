import { textsIn } from '../../locale/feature-texts.ts';

export const texts = textsIn({
  id: {
    legend: 'Legenda',
    closeLegend: 'Tutup legenda',
    zoomIn: 'Perbesar',
    zoomOut: 'Perkecil',
    north: 'Utara di atas',
    northTurned: (degrees: number) =>
      `Utara ${Math.abs(degrees)}° ke ${degrees < 0 ? 'kiri' : 'kanan'} dari atas`,
    northLetter: 'U',
    scale: (length: string) => `Skala: garis ini ${length} di lapangan`,
    sources: 'Sumber',
    middle: (place: string, outcome: string, length: string) =>
      `Tengah peta: ${place}, ${outcome}. Lebar layar ${length}. Enter untuk jawabannya.`,
    ofDevice: 'Jawaban dari perangkat ini, bukan dari server.',
    failed: 'Sebagian peta belum termuat. Jawaban tetap dapat dipercaya.',
    layers: 'Peta untuk tanggal ini belum termuat, jadi tidak ada zona yang digambar.',
    slow: 'Sambungan lambat: peta masih dimuat, jawaban sudah ada.',
    lost: 'Perangkat menghentikan gambar peta. Peta kembali sendiri bila bisa; jawaban tetap ada di sini.',
    retry: 'Coba lagi',
    reload: 'Muat ulang halaman',
  },
  en: {
    legend: 'Legend',
    closeLegend: 'Close legend',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    north: 'North is up',
    northTurned: (degrees) => `North is ${Math.abs(degrees)}° to the ${degrees < 0 ? 'left' : 'right'} of up`,
    northLetter: 'N',
    scale: (length) => `Scale: this line is ${length} on the ground`,
    sources: 'Sources',
    middle: (place, outcome, length) =>
      `Middle of the map: ${place}, ${outcome}. The screen is ${length} wide. Enter for the answer.`,
    ofDevice: 'This answer comes from this device, not from the server.',
    failed: 'Part of the map has not loaded. The answer still stands.',
    layers: 'The map of this day has not loaded, so no zone is drawn.',
    slow: 'Slow connection: the map is still loading, answers work.',
    lost: 'The device stopped drawing the map. It comes back by itself when it can; the answer stays here.',
    retry: 'Try again',
    reload: 'Reload the page',
  },
});
