// Where the screens begin: providers, theme and router.
import '@mantine/core/styles.css';
import './style.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../kernel/text.ts';
import { problemOf } from './api.ts';
import { ReaderProvider } from './language.tsx';
import { Toasts } from './parts/toast.tsx';
import { routerFor } from './routes.tsx';
import { usePreferences } from './session.tsx';
import { cssVariables, theme } from './theme.ts';
import { isLearned, learn } from './words.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      // What the server refused it will refuse again; only silence and its own trouble are worth another try.
      retry: (count, error) => count < 2 && [0, 502, 503, 504].includes(problemOf(error).status),
      retryDelay: (count) => 400 * 2 ** count * (0.5 + Math.random()),
    },
    mutations: { networkMode: 'always' },
  },
});
const router = routerFor(client);

function Preferred({ children }: { readonly children: ReactNode }) {
  const [{ language: wanted, zone, theme: scheme, density }] = usePreferences();
  const language = useLearned(wanted);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.density = density;
  }, [language, density]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      {...(scheme === 'auto' ? { defaultColorScheme: 'auto' as const } : { forceColorScheme: scheme })}
    >
      <ReaderProvider language={language} zone={zone}>
        {children}
        <Toasts />
      </ReaderProvider>
    </MantineProvider>
  );
}

/** The language wanted, as soon as its words are here; until then the one before. */
function useLearned(wanted: Language): Language {
  const [learned, setLearned] = useState(wanted);
  useEffect(
    () =>
      void learn(wanted).then(
        () => setLearned(wanted),
        () => undefined,
      ),
    [wanted],
  );
  return isLearned(wanted) ? wanted : learned;
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Preferred>
          <RouterProvider router={router} />
        </Preferred>
      </QueryClientProvider>
    </StrictMode>,
  );
