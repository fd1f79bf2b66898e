// What exactly a measure counts, in the words of its formula, with the worked example that the tests of the product execute.
import type { ValuesAnswer } from '../../../practices/measurement/answers.record.ts';
import { useSay } from '../../language.tsx';
import { measureTexts as texts } from '../../texts/measure.ts';

export function Definition({ answer: { formula } }: { readonly answer: ValuesAnswer }) {
  const say = useSay();
  const rows = [
    [texts.population, formula.population],
    [texts.numerator, formula.numerator],
    ...(formula.denominator ? ([[texts.denominator, formula.denominator]] as const) : []),
    [texts.excluded, formula.excluded],
    [texts.clock, formula.clock],
    [texts.unit, texts[`unit_${formula.unit}`]],
    [texts.example, formula.example.says],
  ] as const;
  return (
    <section>
      <h2>{say(texts.definition)}</h2>
      <dl className="definition">
        {rows.map(([name, text]) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
