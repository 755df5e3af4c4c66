import { QueryClient } from '@tanstack/react-query';

/** The cache of what the server knows. Answers stay fresh for a minute, as the server's own policy says. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 60_000, retry: 1, refetchOnWindowFocus: false, networkMode: 'always' },
    },
  });
}
