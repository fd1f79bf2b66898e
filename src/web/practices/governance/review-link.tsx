// From the record of a meeting to the page of its service review.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { governanceTexts as texts } from '../../texts/governance.ts';

export function ReviewLink({ answer: { data } }: { readonly answer: OneAnswer }) {
  const say = useSay();
  if (data.kind !== 'review' || !data.customer) return null;
  return (
    <Button size="xs" renderRoot={(props) => <Link to="/reviews/$id" params={{ id: data.id }} {...props} />}>
      {say(texts.to_review)}
    </Button>
  );
}
