// Reference models over HTTP: which there are, one of them, two or more side by side, where our records stand, and their words for what is ours.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { languages, say } from '../../kernel/text.ts';
import { type House, setSetting, settings } from '../../platform/house.ts';
import { actorFor, type Door, privately } from '../../platform/http/context.ts';
import { field, readForm } from '../../platform/http/form.ts';
import { readQuery } from '../../platform/http/query.ts';
import type {
  CompareAnswer,
  CrosswalkAnswer,
  FaultTold,
  ModelAnswer,
  ModelsAnswer,
  Names,
  VocabulariesAnswer,
  VocabularyAnswer,
} from '../../practices/model/reference.record.ts';
import { cellsOf, standingIn, statementsOf } from '../../practices/model/reference-places.ts';
import { modelFaultTexts } from '../../practices/model/reference-texts.ts';
import type { FileFault } from '../model-files.ts';
import type { Library, Models } from '../models.ts';

export const referenceDoor =
  (library: Library): Door =>
  (app, house) => {
    const steer = (request: FastifyRequest, does: (known: Models) => unknown): Promise<unknown> => asIntegrator(request, library, does);
    app.get('/api/models', (request, reply) => {
      privately(reply);
      return steer(request, (known) => listed(known, mayMend(request)));
    });
    app.get('/api/models/crosswalk', (request) => steer(request, crosswalk));
    app.get('/api/models/compare', (request) => steer(request, (known) => compare(known, request)));
    app.get<{ Params: { key: string } }>('/api/models/:key', (request) => steer(request, (known) => one(known, request.params.key)));
    vocabularies(app, house, library);
  };

/** What a model says is for those who organise the work: the integrator. Its words are everybody's. */
async function asIntegrator(request: FastifyRequest, library: Library, does: (known: Models) => unknown): Promise<unknown> {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'models' });
  return does(await library());
}

/** Whoever can do something about a broken file is told what is wrong in it. */
const mayMend = ({ principal }: FastifyRequest): boolean => principal?.actor.roles.some((each) => ['administrator', 'process_manager'].includes(each)) ?? false;

function listed({ models, faults, own }: Models, mends: boolean): ModelsAnswer {
  const data = models.map((each) => ({
    key: each.key,
    name: each.name,
    edition: each.edition,
    about: each.about,
    marks: each.marks,
    own: own.includes(each.key),
    processes: each.processes.length,
    statements: statementsOf(each),
    words: each.terms.length,
  }));
  return { data, faults: mends ? faults.map(told) : [] };
}

function told({ file, line, path, code, params }: FileFault): FaultTold {
  const text = modelFaultTexts[code];
  const [en, nl, de] = languages.map((language) => (text ? say(text, language, params) : code)) as [string, string, string];
  // Where on the server the folder lies is nobody's business.
  return { file: file.split(/[\\/]/).at(-1) ?? '', line, path, reason: { en, nl, de } };
}

function one(known: Models, key: string): ModelAnswer | Refusal {
  const model = known.models.find((each) => each.key === key);
  return model ? { data: model, standing: standingIn(model, known), statements: statementsOf(model) } : refuse('not_found');
}

const namesOf = (models: Models['models']): Names =>
  Object.fromEntries(models.map((each) => [each.key, Object.fromEntries(each.processes.map((process) => [process.key, process.name]))]));

function compare({ models, table }: Models, request: FastifyRequest): CompareAnswer | Refusal {
  const query = readQuery(request.query, ['of']);
  if (isRefusal(query)) return query;
  const wanted = query.of ? query.of.split(',') : models.map((each) => each.key);
  const unknown = wanted.find((key) => !models.some((each) => each.key === key));
  if (unknown !== undefined) return refuse('field.not_there', 'of', { field: 'of', value: unknown.slice(0, 60) });
  const chosen = models.filter((each) => wanted.includes(each.key));
  const rows = table.rows.map((row) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).filter(([key]) => wanted.includes(key))) }));
  const data = chosen.map(({ key, name, edition, characteristics, sources }) => ({ key, name, edition, characteristics, sources }));
  return { data, table: { ...table, rows }, names: namesOf(chosen) };
}

const crosswalk = ({ models, table, places }: Models): CrosswalkAnswer => ({
  data: places.map((each) => ({ ...each, cells: cellsOf(each, table) })),
  names: namesOf(models),
});

const defaultForm = { needs: { vocabulary: field('The key of a reference model, or tessera for the product’s own words', { kind: 'text', max: 60 }) } };

function vocabularies(app: FastifyInstance, house: House, library: Library): void {
  app.get('/api/vocabularies', async (request) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const { models } = await library();
    const data = models.filter((each) => each.terms.length > 0).map(({ key, name, terms }) => ({ key, name, words: terms.length }));
    return { data, house: (await settings(house)).vocabulary } satisfies VocabulariesAnswer;
  });
  app.get<{ Params: { key: string } }>('/api/vocabularies/:key', async (request) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const model = (await library()).models.find((each) => each.key === request.params.key);
    return model ? ({ data: model.terms } satisfies VocabularyAnswer) : refuse('not_found');
  });
  app.put('/api/vocabularies/default', async (request) => {
    const actor = actorFor(request, 'vocabulary.choose');
    if (isRefusal(actor)) return actor;
    if (actor.side !== 'integrator' || !actor.roles.includes('administrator')) return refuse('not_allowed', undefined, { command: 'vocabulary' });
    const form = readForm(defaultForm, request.body);
    if (isRefusal(form)) return form;
    const chosen = String(form.vocabulary);
    const known = ['tessera', ...(await library()).models.map((each) => each.key)];
    if (!known.includes(chosen)) return refuse('field.not_choice', 'vocabulary', { field: 'vocabulary', options: known.join(', ') });
    await setSetting(house, 'vocabulary', chosen);
    return { house: chosen };
  });
}
