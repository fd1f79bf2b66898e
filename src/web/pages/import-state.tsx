// The state of an import as a badge.
import { useSay } from '../language.tsx';
import { importTexts } from '../texts/imports.ts';
import type { Import } from './import-query.ts';

const stateTexts = {
  new: importTexts.state_new,
  uploaded: importTexts.state_uploaded,
  running: importTexts.state_running,
  paused: importTexts.state_paused,
  done: importTexts.state_done,
  failed: importTexts.state_failed,
  cancelled: importTexts.state_cancelled,
};
const tones = { new: 'neutral', uploaded: 'info', running: 'info', paused: 'warn', done: 'good', failed: 'bad', cancelled: 'neutral' };

export function ImportState({ the }: { readonly the: Import }) {
  const say = useSay();
  return (
    <span className="badge" data-tone={tones[the.state]}>
      {say(stateTexts[the.state])}
    </span>
  );
}
