// Choosing in whose words the product speaks: for oneself, and by the administrator for those who choose nothing.
import { Button, NativeSelect, Radio, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Text } from '../../kernel/text.ts';
import type { VocabulariesAnswer } from '../../practices/model/reference.record.ts';
import { get, send } from '../api.ts';
import { useSay } from '../language.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Panel, Refused } from '../parts/states.tsx';
import { toast } from '../parts/toast.tsx';
import { sessionKey, usePreferences, useSession } from '../session.tsx';
import { referenceTexts as texts } from '../texts/reference.ts';

export function VocabularyDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say(texts.choose)} onClose={onClose}>
      <VocabularyChoice />
    </Dialog>
  );
}

export function VocabularyChoice() {
  const say = useSay();
  const session = useSession();
  const [{ vocabulary }, change] = usePreferences();
  const asked = useQuery({ queryKey: ['vocabularies'], queryFn: ({ signal }) => get<VocabulariesAnswer>('/api/vocabularies', signal), staleTime: 60_000 });
  const administers = session.side === 'integrator' && session.roles.includes('administrator');
  return (
    <Panel of={asked} lines={6}>
      {({ data, house }) => (
        <Stack gap="md">
          <Radio.Group aria-label={say(texts.choose)} description={say(texts.choose_text)} value={vocabulary} onChange={(next) => change({ vocabulary: next })}>
            <Stack gap="xs" mt="sm">
              <Radio value="tessera" label={say(texts.tessera)} />
              {data.map((each) => (
                <Radio key={each.key} value={each.key} label={say(each.name)} description={say(texts.words, { count: each.words })} />
              ))}
            </Stack>
          </Radio.Group>
          <FollowHouse house={data.find((each) => each.key === house)?.name ?? texts.tessera} />
          {administers ? <OfTheHouse house={house} choices={data} /> : null}
        </Stack>
      )}
    </Panel>
  );
}

/** Back to whatever the house speaks, also when that changes. */
function FollowHouse({ house }: { readonly house: Text }) {
  const say = useSay();
  const client = useQueryClient();
  const following = useMutation({
    mutationFn: () => send({ method: 'PATCH', path: '/api/session/preferences', body: { vocabulary: null } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
  return (
    <div>
      <Button size="compact-xs" variant="subtle" loading={following.isPending} onClick={() => following.mutate()}>
        {say(texts.follow_house, { house: say(house) })}
      </Button>
      {following.error ? <Refused error={following.error} /> : null}
    </div>
  );
}

function OfTheHouse({ house, choices }: { readonly house: string; readonly choices: VocabulariesAnswer['data'] }) {
  const say = useSay();
  const client = useQueryClient();
  const choosing = useMutation({
    mutationFn: (vocabulary: string) => send({ method: 'PUT', path: '/api/vocabularies/default', body: { vocabulary } }),
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: ['vocabularies'] }), client.invalidateQueries({ queryKey: sessionKey })]);
      toast(say(texts.house_saved));
    },
  });
  return (
    <>
      <NativeSelect
        label={say(texts.house_default)}
        description={say(texts.house_text)}
        value={house}
        disabled={choosing.isPending}
        data={[{ value: 'tessera', label: say(texts.tessera) }, ...choices.map((each) => ({ value: each.key, label: say(each.name) }))]}
        onChange={(event) => choosing.mutate(event.currentTarget.value)}
      />
      {choosing.error ? <Refused error={choosing.error} /> : null}
    </>
  );
}
