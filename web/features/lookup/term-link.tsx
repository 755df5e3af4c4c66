import type { ReactNode } from 'react';

/** A word that the glossary explains. */
export function TermLink({ slug, children }: { slug: string; children: ReactNode }) {
  return (
    <a className="term" href={`/istilah/${slug}`}>
      {children}
    </a>
  );
}
