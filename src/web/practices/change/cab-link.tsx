// From the record of a meeting to its room.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSay } from '../../language.tsx';
import { cabTexts as texts } from '../../texts/cab.ts';

export function CabRoomLink({ id }: { readonly id: string }) {
  const say = useSay();
  return (
    <Button size="xs" renderRoot={(props) => <Link to="/changes/cab/$id" params={{ id }} {...props} />}>
      {say(texts.room)}
    </Button>
  );
}
