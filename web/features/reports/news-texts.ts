import { textsIn } from '../../locale/feature-texts.ts';

/** By what somebody is told of news about their report. */
export const newsTexts = textsIn({
  id: {
    news: 'Kabar',
    'news.email': 'Surel',
    'news.phone': 'WhatsApp atau SMS',
    'news.browser': 'Perangkat yang Anda minta',
    newsBy: 'Bila ada yang baru, Anda dikabari lewat:',
    newsNone: 'Anda belum dikabari lewat apa pun: buka halaman ini untuk melihat yang baru.',
    newsSays: 'Kabar hanya berkata bahwa ada yang baru. Isi laporan tidak pernah ikut dikirim.',
    newsLost: (way: string) => `Kabar terakhir tidak dapat dikirim: ${way}. Lihatlah halaman ini sendiri.`,
    phoneOff:
      'Kota ini belum dapat mengirim pesan ke telepon: nomor Anda tidak dikabari. Lihatlah halaman ini sendiri.',
    tellThis: 'Kabari di perangkat ini',
    tellThisHelp:
      'Layar perangkat ini akan menampilkan “Ada kabar baru”, tanpa nomor dan tanpa isi. Untuk itu alamat browser ini disimpan tersandi, sampai Anda hentikan. Layanan pembuat browser tahu bahwa ada pesan, bukan isinya.',
    tellNone: 'Hentikan kabar ke semua perangkat',
    tellDenied: 'Browser ini menolak kabar. Izinkan di setelan situs, lalu coba lagi.',
    tellFailed: 'Perangkat ini tidak dapat dikabari sekarang. Coba lagi saat ada jaringan.',
  },
  en: {
    news: 'News',
    'news.email': 'E-mail',
    'news.phone': 'WhatsApp or SMS',
    'news.browser': 'Devices that you have asked for',
    newsBy: 'When there is something new, you are told by:',
    newsNone: 'Nothing tells you yet: open this page to see what is new.',
    newsSays: 'News says that there is something new. Nothing of the report is ever sent with it.',
    newsLost: (way) => `The last news could not be sent: ${way}. Look at this page yourself.`,
    phoneOff:
      'This city cannot send messages to telephones yet: your number is not told. Look at this page yourself.',
    tellThis: 'Tell me on this device',
    tellThisHelp:
      'The screen of this device will show “There is news”, without number and without words. For that the address of this browser is kept encrypted, until you stop it. The service of its maker knows that there is a message, not what it says.',
    tellNone: 'Stop news to all devices',
    tellDenied: 'This browser refuses news. Allow it in the settings of the site, then try again.',
    tellFailed: 'This device cannot be told now. Try again when there is a network.',
  },
});
