/** What the gallery's searches find; the words say which state is wanted. */
const FOUND = {
  results: [
    ['kelurahan', 'Klandasan Ulu', null, 'Balikpapan Kota'],
    ['kelurahan', 'Klandasan Ilir', null, 'Balikpapan Kota'],
    ['street', 'Jalan Contoh Raya', 'Klandasan Ulu', 'Balikpapan Kota'],
  ].map(([kind, name, kelurahan, kecamatan]) => ({
    kind,
    id: name,
    name,
    kelurahan,
    kecamatan,
    point: [116.8312, -1.2745],
    bbox: null,
  })),
  coordinate: null,
  hint: null,
};

export const SEARCHES = { results: 'klandasan', 'nothing found': 'tidak ada', failed: 'gagal' } as const;

/** No component of the gallery asks a server: searches are answered here, everything else is refused in words. */
export async function answerHere(input: RequestInfo | URL): Promise<Response> {
  const asked = new URL(String(input), window.location.href);
  const words = asked.searchParams.get('q');
  if (words === SEARCHES.results) return Response.json(FOUND);
  if (words === SEARCHES['nothing found']) return Response.json({ ...FOUND, results: [] });
  return Response.json({ title: 'Layanan sedang tidak menjawab.' }, { status: 503 });
}
