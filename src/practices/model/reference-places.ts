// Where things of ours stand in the models, worked out from the table of the field and the lines of the crosswalk.
import {
  type Cell,
  type Certainty,
  certainties,
  type FieldTable,
  type ModelListed,
  type Place,
  type ReferenceModel,
  type Standing,
} from './reference.record.ts';

/** The cells of a line: those of its row, with its own sharper ones before them. */
export function cellsOf({ row, cells }: Place, table: FieldTable): Readonly<Record<string, Cell>> {
  return { ...table.rows.find((each) => each.key === row)?.cells, ...cells };
}

/** Which records and commands stand in each process of a model. */
export function standingIn(model: ReferenceModel, { places, table }: { readonly places: readonly Place[]; readonly table: FieldTable }): readonly Standing[] {
  return places.flatMap((place) => {
    const cell = cellsOf(place, table)[model.key];
    return cell ? cell.at.map((process) => ({ of: place.of, process, sure: cell.sure })) : [];
  });
}

/** How many statements of a model are of each certainty; levels and flows count with their process. */
export function statementsOf({ characteristics, groups, processes, relations, roles, terms }: ReferenceModel): ModelListed['statements'] {
  const all = [...Object.values(characteristics), ...groups, ...processes, ...relations, ...roles, ...terms].map((each) => each.sure.certainty);
  return Object.fromEntries(certainties.map((each) => [each, all.filter((one) => one === each).length])) as Record<Certainty, number>;
}
