// Everything a model can be composed of: building blocks, processes, roles, separations, cadences and flows.
import { blocks } from './building-blocks.record.ts';
import { catalogueProcesses } from './catalogue-processes.record.ts';
import { cadences, roles, separations } from './catalogue-roles.ts';
import type { Catalogue } from './composing.record.ts';
import { flows } from './flows.record.ts';

export const catalogue: Catalogue = { blocks, processes: catalogueProcesses, roles, separations, cadences, flows };
