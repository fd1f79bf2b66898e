// What models are asked, side by side: one row for each question, one column for each model.
import { Link } from '@tanstack/react-router';
import { type ComparedModel, characteristics } from '../../../practices/model/reference.record.ts';
import { characteristicTexts } from '../../../practices/model/reference-texts.ts';
import { useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { referenceTexts as texts } from '../../texts/reference.ts';
import { Sure } from './sure.tsx';

export function Characteristics({ models }: { readonly models: readonly ComparedModel[] }) {
  const say = useSay();
  return (
    <Sideways label={say(texts.view_characteristics)} className="models-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say(texts.characteristic)}</th>
            {models.map((each) => (
              <th key={each.key} scope="col">
                <Link to="/models/$key" params={{ key: each.key }}>
                  {say(each.name)}
                </Link>{' '}
                <span className="dim small">{say(each.edition)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {characteristics.map((name) => (
            <tr key={name}>
              <th scope="row">{say(characteristicTexts[name])}</th>
              {models.map((each) => {
                const { text, sure } = each.characteristics[name];
                return (
                  <td key={each.key} data-sure={sure.certainty} className="models-told">
                    {say(text)} <Sure of={sure} sources={each.sources} short />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
