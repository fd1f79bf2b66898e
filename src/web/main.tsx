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
import { allDefinitions } from './record/definitions.ts';
import { routerFor } from './routes.tsx';
import { usePreferences } from './session.tsx';
import { cssVariables, theme } from './theme.ts';
import { isLearned, learn, learnAll } from './words.ts';

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
  const [{ language: wanted, zone, theme: scheme, density, vocabulary }] = usePreferences();
  const { language, words } = useLearned(wanted);
  const spoken = useSpoken(vocabulary, words.endsWith('all'));
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
      <ReaderProvider language={language} zone={zone} words={`${words} ${spoken}`}>
        {children}
        <Toasts />
      </ReaderProvider>
    </MantineProvider>
  );
}

/** The language wanted, as soon as its labels are here, until then the one before; and how much of it has come, so that what follows is drawn. */
function useLearned(wanted: Language): { readonly language: Language; readonly words: string } {
  const [{ language, words }, setLearned] = useState({ language: wanted, words: '' });
  useEffect(() => {
    const come = (words: string) => () => setLearned({ language: wanted, words });
    void learn(wanted)
      .then(come(wanted))
      .then(() => Promise.all([learnAll(wanted), allDefinitions()]))
      .then(come(`${wanted}, all`))
      .catch(() => undefined);
  }, [wanted]);
  return { language: isLearned(wanted) ? wanted : language, words };
}

/** In whose words is spoken: those of the model that was chosen, as soon as everything that they are words for is here. */
function useSpoken(wanted: string, ready: boolean): string {
  const [spoken, setSpoken] = useState('tessera');
  useEffect(() => {
    if (!ready || wanted === spoken) return;
    void import('./vocabulary.ts')
      .then(({ speak }) => speak(wanted))
      .then(() => setSpoken(wanted))
      .catch(() => undefined);
  }, [wanted, ready, spoken]);
  return spoken;
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
