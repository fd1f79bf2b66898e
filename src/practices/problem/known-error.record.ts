// What a known error is: a cause that is known, with a way round it or the statement that there is none, offered to whoever meets it.
import { define } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';
import { note } from './fields.ts';
import { agents, itself } from './states.ts';

const inside = ['integrator'] as const;
const seen = {
  any: [
    { side: 'integrator' },
    {
      all: [{ side: 'customer' }, { field: 'state', equals: 'published' }, { field: 'published_to', overlaps: 'parties' }],
    },
  ],
} as const satisfies Scope;

export const knownError = define({
  name: 'known_error',
  plural: 'known_errors',
  practice: 'problem',
  level: 'operational',
  prefix: 'KE',
  label: { en: 'known error', nl: 'bekende fout', de: 'bekannter Fehler' },
  plural_label: { en: 'known errors', nl: 'bekende fouten', de: 'bekannte Fehler' },
  means: {
    en: 'A cause that is known, and how to get round it. Published, it is offered on incidents that look like it.',
    nl: 'Een oorzaak die bekend is, en hoe eromheen te werken. Gepubliceerd wordt ze aangeboden bij incidenten die erop lijken.',
    de: 'Eine bekannte Ursache und wie man sie umgeht. Veröffentlicht wird sie bei ähnlichen Incidents angeboten.',
  },
  title: 'title',
  initial: 'draft',
  fields: {
    title: {
      kind: 'text',
      required: true,
      max: 300,
      search: 'A',
      listed: true,
      label: { en: 'Title', nl: 'Titel', de: 'Titel' },
      means: {
        en: 'Customers it is published to read this as written.',
        nl: 'Klanten voor wie dit is gepubliceerd lezen dit zoals het er staat.',
        de: 'Kunden, für die dies veröffentlicht ist, lesen es wörtlich.',
      },
    },
    problem: { kind: 'ref', to: 'problem', listed: true, shown_to: inside, label: { en: 'Problem', nl: 'Probleem', de: 'Problem' } },
    symptoms: {
      kind: 'prose',
      max: 20_000,
      search: 'B',
      label: { en: 'Symptoms', nl: 'Verschijnselen', de: 'Symptome' },
      means: {
        en: 'What people notice, in their words; customers it is published to read this too.',
        nl: 'Wat mensen merken, in hun woorden; klanten voor wie dit is gepubliceerd lezen dit ook.',
        de: 'Was man bemerkt, in den Worten der Betroffenen; Kunden, für die es veröffentlicht ist, lesen dies auch.',
      },
    },
    cause: { kind: 'prose', max: 20_000, shown_to: inside, label: { en: 'Cause', nl: 'Oorzaak', de: 'Ursache' } },
    workaround: { kind: 'prose', max: 20_000, shown_to: inside, label: { en: 'Workaround', nl: 'Omweg', de: 'Umgehung' } },
    no_workaround: {
      kind: 'boolean',
      required: true,
      label: { en: 'There is no workaround', nl: 'Er is geen omweg', de: 'Es gibt keine Umgehung' },
      means: {
        en: 'Said on purpose: it was looked for and does not exist.',
        nl: 'Uitdrukkelijk gezegd: ernaar gezocht, en het bestaat niet.',
        de: 'Ausdrücklich gesagt: es wurde gesucht und existiert nicht.',
      },
    },
    customer_text: {
      kind: 'prose',
      max: 20_000,
      label: { en: 'What customers read', nl: 'Wat klanten lezen', de: 'Was Kunden lesen' },
      means: {
        en: 'What they can do meanwhile, without names of suppliers.',
        nl: 'Wat zij intussen kunnen doen, zonder namen van leveranciers.',
        de: 'Was sie inzwischen tun können, ohne Namen von Lieferanten.',
      },
    },
    services: {
      kind: 'refs',
      to: 'service',
      required: true,
      shown_to: inside,
      label: { en: 'Services', nl: 'Diensten', de: 'Services' },
      means: {
        en: 'Where it shows, and the parts it comes from; incidents on others are not compared.',
        nl: 'Waar het zich toont, en de onderdelen waar het vandaan komt; incidenten op andere worden niet vergeleken.',
        de: 'Wo es sich zeigt, und die Teile, aus denen es kommt; Incidents auf anderen werden nicht verglichen.',
      },
    },
    published_to: {
      kind: 'refs',
      to: 'organisation',
      required: true,
      shown_to: inside,
      label: { en: 'Published to customers', nl: 'Gepubliceerd voor klanten', de: 'Veröffentlicht für Kunden' },
    },
    used: {
      kind: 'integer',
      required: true,
      min: 0,
      sorts: true,
      listed: true,
      shown_to: inside,
      label: { en: 'Used', nl: 'Gebruikt', de: 'Verwendet' },
      means: { en: 'On how many incidents it helped.', nl: 'Bij hoeveel incidenten het hielp.', de: 'Bei wie vielen Incidents es half.' },
    },
    used_by: { kind: 'refs', to: 'incident', required: true, shown_to: inside, label: { en: 'Used on', nl: 'Gebruikt bij', de: 'Verwendet bei' } },
  },
  states: {
    draft: { label: { en: 'Draft', nl: 'Concept', de: 'Entwurf' }, tone: 'neutral' },
    published: { label: { en: 'Published', nl: 'Gepubliceerd', de: 'Veröffentlicht' }, tone: 'good' },
    retired: { label: { en: 'Retired', nl: 'Ingetrokken', de: 'Zurückgezogen' }, tone: 'neutral', ends: true },
  },
  see: seen,
  parties: { customer: ['published_to'] },
  commands: {
    open: {
      opens: true,
      fact: 'opened',
      to: 'draft',
      label: { en: 'Write known error', nl: 'Bekende fout schrijven', de: 'Bekannten Fehler schreiben' },
      tells: { en: 'wrote this known error: {title}', nl: 'schreef deze bekende fout: {title}', de: 'schrieb diesen bekannten Fehler: {title}' },
      needs: ['title'],
      takes: ['problem', 'symptoms', 'cause', 'workaround', 'no_workaround', 'customer_text', 'services'],
      may: agents,
    },
    edit: {
      fact: 'edited',
      from: ['draft', 'published'],
      prominent: 2,
      label: { en: 'Edit', nl: 'Bewerken', de: 'Bearbeiten' },
      tells: { en: 'changed the text', nl: 'wijzigde de tekst', de: 'änderte den Text' },
      takes: ['title', 'symptoms', 'cause', 'workaround', 'no_workaround', 'customer_text', 'services'],
      may: agents,
    },
    publish: {
      fact: 'published',
      from: ['draft', 'retired'],
      to: 'published',
      outward: true,
      prominent: 1,
      label: { en: 'Publish', nl: 'Publiceren', de: 'Veröffentlichen' },
      tells: { en: 'published this', nl: 'publiceerde dit', de: 'veröffentlichte dies' },
      takes: ['published_to', 'customer_text'],
      input: { note },
      may: agents,
    },
    address: {
      fact: 'addressed',
      from: ['published'],
      outward: true,
      prominent: 3,
      label: { en: 'Choose customers', nl: 'Klanten kiezen', de: 'Kunden wählen' },
      tells: { en: 'chose which customers read this', nl: 'koos welke klanten dit lezen', de: 'wählte, welche Kunden dies lesen' },
      needs: ['published_to'],
      takes: ['customer_text'],
      may: agents,
    },
    retire: {
      fact: 'retired',
      from: ['draft', 'published'],
      to: 'retired',
      label: { en: 'Retire', nl: 'Intrekken', de: 'Zurückziehen' },
      tells: { en: 'retired this', nl: 'trok dit in', de: 'zog dies zurück' },
      input: { note },
      may: agents,
    },
    count: {
      silent: true,
      fact: 'counted',
      from: ['draft', 'published', 'retired'],
      label: { en: 'Count a use', nl: 'Gebruik tellen', de: 'Verwendung zählen' },
      tells: { en: 'was used on {incident}', nl: 'is gebruikt bij {incident}', de: 'wurde bei {incident} verwendet' },
      needs: ['incident'],
      input: { incident: { kind: 'ref', to: 'incident', label: { en: 'Incident', nl: 'Incident', de: 'Incident' } } },
      may: itself,
    },
  },
  refusals: {
    'known_error.publish.no_workaround': {
      en: 'workaround must say how to get round it, or no_workaround that none exists.',
      nl: 'workaround moet zeggen hoe men eromheen werkt, of no_workaround dat dit niet kan.',
      de: 'workaround muss sagen, wie man es umgeht, oder no_workaround, dass es keine Umgehung gibt.',
    },
    'known_error.publish.both': {
      en: 'no_workaround says that none exists, but workaround gives one. Leave out one of the two.',
      nl: 'no_workaround zegt dat er geen is, maar workaround geeft er een. Laat een van beide weg.',
      de: 'no_workaround sagt, es gebe keine, aber workaround nennt eine. Lassen Sie eines von beiden weg.',
    },
    'known_error.publish.no_cause': {
      en: 'cause must say what is known; without it this is not a known error.',
      nl: 'cause moet zeggen wat bekend is; anders is dit geen bekende fout.',
      de: 'cause muss sagen, was bekannt ist; sonst ist dies kein bekannter Fehler.',
    },
    'known_error.publish.no_services': {
      en: 'services must name at least one service, or nothing can be compared with it.',
      nl: 'services moet minstens één dienst noemen, anders valt er niets mee te vergelijken.',
      de: 'services muss mindestens einen Service nennen, sonst lässt sich nichts damit vergleichen.',
    },
    'known_error.publish.no_text': {
      en: 'customer_text must say what customers read: the workaround itself stays in the house.',
      nl: 'customer_text moet zeggen wat klanten lezen: de omweg zelf blijft in huis.',
      de: 'customer_text muss sagen, was Kunden lesen: die Umgehung selbst bleibt im Haus.',
    },
    'known_error.publish.not_a_customer': {
      en: 'published_to: {party} is not a customer.',
      nl: 'published_to: {party} is geen klant.',
      de: 'published_to: {party} ist kein Kunde.',
    },
    'known_error.count.again': {
      en: '{incident} was counted already.',
      nl: '{incident} is al geteld.',
      de: '{incident} wurde schon gezählt.',
    },
  },
});
