// The building blocks of the guided design, in the order in which each rests on the ones before. Which blocks there are and what each adds is our reconstruction.
import type { Block, Option } from './composing.record.ts';

const option = (value: string, en: string, nl: string, de: string, adds?: Option['adds']): Option => ({
  value,
  label: { en, nl, de },
  ...(adds ? { adds } : {}),
});

const service: Block = {
  code: 'service',
  label: { en: 'Service', nl: 'Dienst', de: 'Service' },
  paradigm: { en: 'Alignment of business and IT', nl: 'Aansluiting van organisatie en IT', de: 'Ausrichtung von Geschäft und IT' },
  means: {
    en: 'Begin with what the customer agrees to have: services with targets, and somebody to turn to when they fail.',
    nl: 'Begin met wat de klant afspreekt te krijgen: diensten met normen, en iemand om naar toe te gaan als ze haperen.',
    de: 'Beginnen Sie mit dem, was der Kunde vereinbart: Services mit Zielen und eine Stelle, wenn sie ausfallen.',
  },
  adds: { processes: ['service_level'], roles: ['user', 'contract_owner', 'service_level_manager'], cadences: ['service_review'] },
  questions: [
    {
      code: 'front',
      many: true,
      standard: ['incident'],
      label: { en: 'What do people come to you with?', nl: 'Waarmee komen mensen bij u?', de: 'Womit kommt man zu Ihnen?' },
      options: [
        option('incident', 'Something does not work', 'Iets werkt niet', 'Etwas geht nicht', {
          processes: ['incident'],
          roles: ['incident_manager', 'desk_agent'],
          cadences: ['queue_review'],
        }),
        option('request', 'They need something that is in the catalogue', 'Ze hebben iets uit de catalogus nodig', 'Sie brauchen etwas aus dem Katalog', {
          processes: ['request'],
        }),
        option('desk', 'They call one desk for everything', 'Ze bellen één loket voor alles', 'Sie rufen eine Stelle für alles an', {
          processes: ['desk'],
          roles: ['desk_agent'],
        }),
      ],
    },
  ],
};

const link: Block = {
  code: 'link',
  label: { en: 'Link', nl: 'Schakel', de: 'Verbindung' },
  paradigm: { en: 'The link between customer and provider', nl: 'De schakel tussen klant en leverancier', de: 'Die Verbindung von Kunde und Lieferant' },
  means: {
    en: 'Every party provides to one and buys from another. What passes between the two is agreed; how either works inside is its own.',
    nl: 'Elke partij levert aan de een en koopt van de ander. Wat daartussen gaat is afgesproken; hoe elk van binnen werkt is eigen zaak.',
    de: 'Jede Partei liefert der einen und kauft bei der anderen. Was dazwischen geschieht, ist vereinbart; das Innere bleibt eigene Sache.',
  },
  adds: {},
  questions: [
    {
      code: 'sides',
      many: true,
      standard: ['supplier'],
      label: {
        en: 'With whom do you work beyond your own people?',
        nl: 'Met wie werkt u buiten uw eigen mensen?',
        de: 'Mit wem arbeiten Sie außerhalb der eigenen Leute?',
      },
      options: [
        option('supplier', 'Suppliers do part of the work', 'Leveranciers doen een deel van het werk', 'Lieferanten tun einen Teil', {
          processes: ['supplier'],
          roles: ['provider_engineer', 'provider_manager'],
          cadences: ['supplier_review'],
        }),
        option(
          'relationship',
          'Customers want to talk about more than targets',
          'Klanten willen over meer praten dan normen',
          'Kunden wollen mehr als Ziele besprechen',
          {
            processes: ['relationship'],
          },
        ),
      ],
    },
  ],
};

const processBlock: Block = {
  code: 'process',
  label: { en: 'Process', nl: 'Proces', de: 'Prozess' },
  paradigm: { en: 'People, process, technology', nl: 'Mensen, proces, techniek', de: 'Menschen, Prozess, Technik' },
  means: {
    en: 'Say what happens in which order, apart from who does it and with what. Incident and problem are two processes here, with two clocks.',
    nl: 'Zeg wat in welke volgorde gebeurt, los van wie het doet en waarmee. Incident en probleem zijn hier twee processen, met twee klokken.',
    de: 'Sagen Sie, was in welcher Folge geschieht, getrennt von wem und womit. Incident und Problem sind hier zwei Prozesse mit zwei Uhren.',
  },
  adds: { roles: ['process_owner'] },
  questions: [
    {
      code: 'processes',
      many: true,
      standard: ['change'],
      label: {
        en: 'What do you want to do in one way, every time?',
        nl: 'Wat wilt u elke keer op één manier doen?',
        de: 'Was wollen Sie jedes Mal auf eine Weise tun?',
      },
      options: [
        option('change', 'Change what is in use', 'Wijzigen wat in gebruik is', 'Ändern, was in Betrieb ist', {
          processes: ['change'],
          roles: ['change_manager', 'builder'],
          cadences: ['change_forum'],
        }),
        option('problem', 'Take away causes', 'Oorzaken wegnemen', 'Ursachen beseitigen', {
          processes: ['problem'],
          roles: ['problem_manager'],
          cadences: ['problem_forum'],
        }),
        option(
          'configuration',
          'Know what there is and how it hangs together',
          'Weten wat er is en hoe het samenhangt',
          'Wissen, was da ist und wie es zusammenhängt',
          {
            processes: ['configuration'],
            roles: ['configuration_manager'],
          },
        ),
        option('release', 'Bring new versions into use', 'Nieuwe versies in gebruik nemen', 'Neue Versionen einführen', { processes: ['release'] }),
        option('event', 'Watch and run it', 'Bewaken en draaien', 'Überwachen und betreiben', { processes: ['event'] }),
      ],
    },
  ],
};

const levelBlock: Block = {
  code: 'levels',
  label: { en: 'Levels', nl: 'Niveaus', de: 'Ebenen' },
  paradigm: { en: 'Strategy, tactics, operations', nl: 'Strategie, tactiek, operatie', de: 'Strategie, Taktik, Betrieb' },
  means: {
    en: 'Each level has its own processes, people, hours and rhythm, so that tomorrow is real work and not what is left of today.',
    nl: 'Elk niveau heeft eigen processen, mensen, uren en ritme, zodat morgen echt werk is en niet wat er van vandaag overblijft.',
    de: 'Jede Ebene hat eigene Prozesse, Leute, Stunden und Rhythmen; so ist das Morgen echte Arbeit und kein Rest von heute.',
  },
  adds: { processes: ['resource'] },
  questions: [
    {
      code: 'tactical',
      many: true,
      standard: ['availability', 'capacity'],
      label: { en: 'What do you plan a quarter ahead?', nl: 'Wat plant u een kwartaal vooruit?', de: 'Was planen Sie ein Quartal voraus?' },
      options: [
        option('availability', 'Availability', 'Beschikbaarheid', 'Verfügbarkeit', { processes: ['availability'], levels: ['tactical'] }),
        option('capacity', 'Capacity', 'Capaciteit', 'Kapazität', { processes: ['capacity'], levels: ['tactical'] }),
        option('continuity', 'Continuity', 'Continuïteit', 'Kontinuität', { processes: ['continuity'], levels: ['tactical'] }),
        option('security', 'Security', 'Beveiliging', 'Sicherheit', { processes: ['security'], levels: ['tactical'] }),
      ],
    },
    {
      code: 'strategic',
      many: true,
      standard: ['strategy'],
      label: { en: 'What do you decide for years?', nl: 'Wat besluit u voor jaren?', de: 'Was entscheiden Sie für Jahre?' },
      options: [
        option('strategy', 'Objectives', 'Doelen', 'Ziele', {
          processes: ['strategy'],
          roles: ['director'],
          cadences: ['executive_board'],
          levels: ['strategic'],
        }),
        option('portfolio', 'What we offer and what we stop', 'Wat we aanbieden en waarmee we stoppen', 'Was wir anbieten und beenden', {
          processes: ['portfolio'],
          levels: ['strategic'],
        }),
        option('finance', 'Money', 'Geld', 'Geld', { processes: ['finance'], levels: ['strategic'] }),
        option('risk', 'Risks we take', 'Risico’s die we nemen', 'Risiken, die wir tragen', {
          processes: ['risk'],
          cadences: ['risk_review'],
          levels: ['strategic'],
        }),
      ],
    },
  ],
};

const separationBlock: Block = {
  code: 'separation',
  label: { en: 'Separation', nl: 'Scheiding', de: 'Trennung' },
  paradigm: { en: 'Separation of duties', nl: 'Functiescheiding', de: 'Funktionstrennung' },
  means: {
    en: 'Who asks, who builds, who approves and who checks are different people. Say where, and whether the product refuses or only shows.',
    nl: 'Wie vraagt, wie bouwt, wie goedkeurt en wie controleert zijn verschillende mensen. Zeg waar, en of het product weigert of alleen toont.',
    de: 'Wer verlangt, wer baut, wer genehmigt und wer prüft, sind verschiedene Menschen. Sagen Sie wo, und ob das Produkt verweigert oder nur zeigt.',
  },
  adds: { roles: ['functional_manager'] },
  questions: [
    {
      code: 'duties',
      many: true,
      standard: ['change_build_approve', 'promise_open_sign'],
      label: { en: 'Which duties do you keep apart?', nl: 'Welke taken houdt u gescheiden?', de: 'Welche Aufgaben trennen Sie?' },
      options: [
        option('change_build_approve', 'Building and approving a change', 'Bouwen en goedkeuren van een wijziging', 'Bauen und Genehmigen eines Changes', {
          separations: ['change_build_approve'],
        }),
        option(
          'change_implement_review',
          'Implementing and reviewing a change',
          'Uitvoeren en evalueren van een wijziging',
          'Umsetzen und Prüfen eines Changes',
          { separations: ['change_implement_review'] },
        ),
        option('promise_open_sign', 'Writing and signing an agreement', 'Opstellen en tekenen van een afspraak', 'Entwerfen und Unterzeichnen einer Zusage', {
          separations: ['promise_open_sign'],
        }),
        option('work_order_complete_close', 'Doing and verifying a work order', 'Doen en controleren van een werkopdracht', 'Tun und Prüfen eines Auftrags', {
          separations: ['work_order_complete_close'],
        }),
        option(
          'problem_identify_close',
          'Naming a cause and closing the problem',
          'Oorzaak noemen en probleem afsluiten',
          'Ursache benennen und Problem schließen',
          { separations: ['problem_identify_close'] },
        ),
        option(
          'verification_find_close',
          'Looking and judging in a verification',
          'Kijken en beoordelen bij een verificatie',
          'Nachsehen und Urteilen bei einer Prüfung',
          { separations: ['verification_find_close'] },
        ),
        option('dispute_open_uphold', 'Raising and upholding a dispute', 'Betwisten en toewijzen', 'Einspruch erheben und stattgeben', {
          separations: ['dispute_open_uphold'],
        }),
      ],
    },
    {
      code: 'force',
      many: false,
      standard: ['shown'],
      label: {
        en: 'What happens when somebody would do both?',
        nl: 'Wat gebeurt er als iemand beide zou doen?',
        de: 'Was geschieht, wenn jemand beides täte?',
      },
      options: [
        option('shown', 'It is possible, found and shown', 'Het kan, wordt gevonden en getoond', 'Es geht, wird gefunden und gezeigt'),
        option('enforced', 'It is refused, with the reason', 'Het wordt geweigerd, met de reden', 'Es wird mit Grund verweigert', { enforces: true }),
      ],
    },
  ],
};

const composition: Block = {
  code: 'composition',
  label: { en: 'Composition', nl: 'Samenstelling', de: 'Zusammensetzung' },
  paradigm: { en: 'Composition of sub-services', nl: 'Samenstelling van deeldiensten', de: 'Zusammensetzung von Teilservices' },
  means: {
    en: 'Several services from several parties become one for the customer, with one agreement and one face, and the chain is answered for as a whole.',
    nl: 'Meerdere diensten van meerdere partijen worden er één voor de klant, met één afspraak en één gezicht; voor de keten staat één in.',
    de: 'Mehrere Services mehrerer Parteien werden für den Kunden einer, mit einer Vereinbarung und einem Gesicht; für die Kette steht eine Stelle ein.',
  },
  adds: { processes: ['supplier', 'service_level'], roles: ['integration_manager', 'provider_manager'] },
  questions: [
    {
      code: 'integrator',
      many: false,
      standard: ['internal'],
      label: { en: 'Who integrates?', nl: 'Wie voert de regie?', de: 'Wer integriert?' },
      options: [
        option('internal', 'We do, for our own organisation', 'Wij, voor onze eigen organisatie', 'Wir, für die eigene Organisation'),
        option(
          'external',
          'We do, for others, and deliver nothing else',
          'Wij, voor anderen, en leveren verder niets',
          'Wir, für andere, ohne selbst zu liefern',
          { processes: ['relationship'] },
        ),
        option('lead_supplier', 'We do, and deliver part of it ourselves', 'Wij, en leveren zelf een deel', 'Wir, und liefern einen Teil selbst', {
          processes: ['relationship'],
          separations: ['work_order_complete_close', 'dispute_open_uphold'],
        }),
      ],
    },
  ],
};

const control: Block = {
  code: 'control',
  label: { en: 'Control', nl: 'Sturing', de: 'Steuerung' },
  paradigm: { en: 'Plan, do, check, act', nl: 'Plan, do, check, act', de: 'Plan, Do, Check, Act' },
  means: {
    en: 'Every process is itself planned, done, checked and bettered, in a rhythm of meetings that decide with figures on the table.',
    nl: 'Elk proces wordt zelf gepland, gedaan, gecontroleerd en verbeterd, in een ritme van overleg dat besluit met cijfers op tafel.',
    de: 'Jeder Prozess wird selbst geplant, getan, geprüft und verbessert, im Rhythmus von Runden, die mit Zahlen entscheiden.',
  },
  adds: { cadences: ['operational_review'] },
  questions: [
    {
      code: 'checks',
      many: true,
      standard: ['governance'],
      label: { en: 'How do you keep control?', nl: 'Hoe houdt u de sturing?', de: 'Wie behalten Sie die Steuerung?' },
      options: [
        option('governance', 'Meetings that decide, with actions', 'Overleg dat besluit, met acties', 'Runden, die entscheiden, mit Aufgaben', {
          processes: ['governance'],
          cadences: ['executive_board'],
        }),
        option(
          'improvement',
          'A register of improvements with measured effect',
          'Een verbeterregister met gemeten effect',
          'Ein Register mit gemessener Wirkung',
          { processes: ['improvement'] },
        ),
        option('quality', 'Measures, audits and maturity', 'Metingen, audits en volwassenheid', 'Messungen, Audits und Reife', { processes: ['quality'] }),
      ],
    },
  ],
};

export const blocks: readonly Block[] = [service, link, processBlock, levelBlock, separationBlock, composition, control];

/** Four processes for a small desk: agreements, incidents, changes, and a meeting that decides. */
export const starter = [
  { step: 'service', answers: [{ question: 'front', values: ['incident'] }] },
  { step: 'process', answers: [{ question: 'processes', values: ['change'] }] },
  { step: 'control', answers: [{ question: 'checks', values: ['governance'] }] },
] as const;
