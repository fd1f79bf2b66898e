// The heads of the columns of a table.
import type { Text } from '../../kernel/text.ts';
import { useSay } from '../language.tsx';

export function Heads({ of }: { readonly of: readonly Text[] }) {
  const say = useSay();
  return (
    <thead>
      <tr>
        {of.map((text) => (
          <th key={text.en} scope="col">
            {say(text)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
