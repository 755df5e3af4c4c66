import { textsIn } from '../../locale/feature-texts.ts';

/** Why a file is not taken as a photo, and what to do then. */
export const faultTexts = textsIn({
  id: {
    notAPicture: 'Berkas ini bukan foto. Pilih foto JPEG, PNG atau WebP.',
    notOpenedHere:
      'Peramban ini tidak dapat membuka foto HEIC. Atur kamera ke “paling kompatibel” (JPEG) atau kirim tangkapan layarnya.',
    tooLarge: 'Berkas ini lebih besar dari 60 MB. Pilih foto yang lebih kecil.',
    tooManyPixels: 'Foto ini lebih dari 75 megapiksel. Pilih foto yang lebih kecil.',
    unreadable: 'Foto ini rusak atau tidak dapat ditulis ulang, jadi tidak dipakai. Ambil foto lagi.',
  },
  en: {
    notAPicture: 'This file is no photo. Choose a JPEG, PNG or WebP photo.',
    notOpenedHere:
      'This browser cannot open HEIC photos. Set the camera to “most compatible” (JPEG), or send a screenshot of it.',
    tooLarge: 'This file is larger than 60 MB. Choose a smaller photo.',
    tooManyPixels: 'This photo has more than 75 megapixels. Choose a smaller one.',
    unreadable: 'This photo is damaged or cannot be written anew, so it is not used. Take it again.',
  },
});
