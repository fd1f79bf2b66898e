// Why something may not happen with a change, in words that say what would be right.
import { blockRefusals } from './block.refusals.ts';
import { voteRefusals } from './cab-vote.commands.ts';
import { doingRefusals } from './doing.refusals.ts';
import { judgingRefusals } from './judging.refusals.ts';

export const changeRefusals = {
  ...voteRefusals,
  'change.open.not_yours': {
    en: '{field} is for the integrator to fill in; leave it out.',
    nl: '{field} is aan de integrator; laat het weg.',
    de: '{field} füllt der Integrator aus; lassen Sie es weg.',
  },
  'change.open.only_unauthorised': {
    en: 'implemented_at is only for what was done without approval: set unauthorised as well, or leave it out.',
    nl: 'implemented_at is alleen voor wat zonder goedkeuring is gedaan: zet ook unauthorised, of laat het weg.',
    de: 'implemented_at ist nur für das, was ohne Genehmigung geschah: Setzen Sie auch unauthorised, oder lassen Sie es weg.',
  },
  'change.lead.not_a_supplier': {
    en: 'lead_party: {party} provides nothing. Choose a supplier or the house.',
    nl: 'lead_party: {party} levert niets. Kies een leverancier of het huis.',
    de: 'lead_party: {party} liefert nichts. Wählen Sie einen Lieferanten oder das Haus.',
  },
  'change.model.missing': {
    en: 'model is missing: a standard change is made from a model in good standing.',
    nl: 'model ontbreekt: een standaardwijziging komt uit een model dat van kracht is.',
    de: 'model fehlt: Ein Standard-Change entsteht aus einem Modell, das in Kraft ist.',
  },
  'change.model.not_standard': {
    en: 'model belongs to standard changes only. Leave it out, or set type to standard.',
    nl: 'model hoort alleen bij standaardwijzigingen. Laat het weg, of zet type op standard.',
    de: 'model gehört nur zu Standard-Changes. Lassen Sie es weg, oder setzen Sie type auf standard.',
  },
  'change.model.not_standing': {
    en: '{model} is {state} and approves nothing beforehand. Have it reviewed and reinstated, or raise a normal change.',
    nl: '{model} is {state} en keurt niets vooraf goed. Laat het evalueren en weer van kracht maken, of vraag een normale wijziging aan.',
    de: '{model} ist {state} und genehmigt nichts vorab. Lassen Sie es prüfen und wieder in Kraft setzen, oder beantragen Sie einen normalen Change.',
  },
  'change.time.in_future': { en: '{field} is later than now.', nl: '{field} is later dan nu.', de: '{field} liegt später als jetzt.' },
  'change.time.wrong_period': {
    en: 'planned_end must be later than planned_start.',
    nl: 'planned_end moet later zijn dan planned_start.',
    de: 'planned_end muss später als planned_start sein.',
  },
  'change.time.in_past': { en: '{field} must be later than now.', nl: '{field} moet later zijn dan nu.', de: '{field} muss später als jetzt sein.' },
  'change.not_the_lead': {
    en: 'lead_party is another organisation: who leads the change writes its request and plan. Work on your own tasks, or write a note.',
    nl: 'lead_party is een andere organisatie: wie de wijziging leidt, schrijft aanvraag en plan. Werk aan uw eigen taken of schrijf een notitie.',
    de: 'lead_party ist eine andere Organisation: Wer den Change leitet, schreibt Antrag und Plan. Arbeiten Sie an Ihren Aufgaben oder schreiben Sie eine Notiz.',
  },
  ...blockRefusals,
  ...judgingRefusals,
  ...doingRefusals,
} as const;
