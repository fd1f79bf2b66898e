// One record at its own address, such as /INC-1042?tab=clocks.
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSay } from '../language.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { extrasOf } from '../practices/extras.tsx';
import { definitionOfId } from '../record/definitions.ts';
import { Detail } from '../record/detail.tsx';
import { shellTexts } from '../texts/shell.ts';
import { NotFound } from './not-found.tsx';

const route = getRouteApi('/shell/$id');

export function RecordPage() {
  const say = useSay();
  const router = useRouter();
  const { id } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const definition = definitionOfId(id);
  useShortcuts(useMemo(() => [{ name: 'back', keys: 'u', label: say(shellTexts.key_back), run: () => router.history.back() }], [router, say]));
  if (!definition) return <NotFound />;
  return (
    <Detail
      key={id}
      definition={definition}
      id={id}
      tab={tab ?? ''}
      onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
      extras={extrasOf(definition.name)}
      onBack={() => router.history.back()}
    />
  );
}
