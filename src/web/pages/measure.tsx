// The page of one measure: chart, definition and the records behind.
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSay } from '../language.tsx';
import { measureName } from '../measure-words.ts';
import { Panel } from '../parts/states.tsx';
import { MeasureTitle, MeasureView } from '../practices/measurement/measure.tsx';
import { useMeasureHead } from '../practices/measurement/queries.ts';
import { measureTexts as texts } from '../texts/measure.ts';

export function MeasurePage() {
  const say = useSay();
  const { code } = useParams({ from: '/shell/measures/$code' });
  const { period } = useSearch({ from: '/shell/measures/$code' });
  const asked = useMeasureHead(code);
  useEffect(() => {
    document.title = asked.data?.measure ? measureName({ code, name: asked.data.measure.name }, say) : say(texts.measures);
  }, [asked.data, code, say]);
  return (
    <section className="page">
      <Panel of={asked} lines={2}>
        {(answer) => (
          <>
            <header className="page-head">
              <div>
                <MeasureTitle answer={answer} />
              </div>
            </header>
            <MeasureView key={code} code={code} first={answer.formula.grains.includes('month') ? 'month' : 'quarter'} {...(period ? { period } : {})} />
          </>
        )}
      </Panel>
    </section>
  );
}
