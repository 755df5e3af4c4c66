import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of the page without a map. */
export const pageTexts = textsIn({
  id: {
    label: 'Nomor bidang tanah (NIB), bukan NIB usaha',
    show: 'Tampilkan',
    onMap: 'Lihat di peta, 3-D',
    draw: 'Gambar di peta atau tulis koordinat',
    file: 'Kirim berkas batas tanah',
    intro:
      'Tulis nomor bidang untuk melihat luas paling banyak, jarak bebas, dan ruang bangunnya. Tanah tanpa nomor dapat digambar, ditulis koordinatnya, atau dikirim sebagai berkas.',
  },
  en: {
    label: 'Number of the parcel (NIB bidang), not of a business',
    show: 'Show',
    onMap: 'See on the map, in 3-D',
    draw: 'Draw on the map or type coordinates',
    file: 'Send a file of the outline',
    intro:
      'Enter the number of a parcel to see how much may be built, the setbacks and the admissible volume. Ground without a number can be drawn, typed as coordinates, or sent as a file.',
  },
});
