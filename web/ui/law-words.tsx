/** A sentence in the reader's language in which some words stand as the law writes them, in Indonesian. */
export function LawWords({ sentence, words }: { sentence: string; words: string }) {
  const at = words === '' ? -1 : sentence.indexOf(words);
  if (at < 0) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <span lang="id">{words}</span>
      {sentence.slice(at + words.length)}
    </>
  );
}
