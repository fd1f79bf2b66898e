// What the gates of the ladder ask for, what is missing when one is not met, and what to do then, in words.
import type { Text } from '../../kernel/text.ts';
import type { GateName } from './gates.record.ts';

/** `{count}` is how many are missing. */
export type GateWords = { readonly asks: Text; readonly missing: Text; readonly step: Text };

export const gateTexts: Readonly<Record<GateName, GateWords>> = {
  in_catalogue: {
    asks: { en: 'The service is live and described', nl: 'De dienst is in productie en beschreven', de: 'Der Service ist in Betrieb und beschrieben' },
    missing: { en: 'a description of the live service', nl: 'een beschrijving van de dienst in productie', de: 'eine Beschreibung des Service in Betrieb' },
    step: {
      en: 'Describe the service and put it live.',
      nl: 'Beschrijf de dienst en neem die in productie.',
      de: 'Beschreiben Sie den Service und nehmen Sie ihn in Betrieb.',
    },
  },
  promised: {
    asks: { en: 'Something is promised to the customer', nl: 'Er is iets toegezegd aan de klant', de: 'Dem Kunden ist etwas zugesagt' },
    missing: { en: '{count} promise in force', nl: '{count} afspraak die van kracht is', de: '{count} Zusage in Kraft' },
    step: {
      en: 'Sign a promise with the customer on this service.',
      nl: 'Onderteken een afspraak met de klant over deze dienst.',
      de: 'Unterzeichnen Sie mit dem Kunden eine Zusage zu diesem Service.',
    },
  },
  clock_data: {
    asks: { en: 'What is promised is measured', nl: 'Wat is toegezegd wordt gemeten', de: 'Was zugesagt ist, wird gemessen' },
    missing: { en: '{count} measured case in the period', nl: '{count} gemeten geval in de periode', de: '{count} gemessener Fall im Zeitraum' },
    step: {
      en: 'Record what is reported, so that the clocks of the promise measure it.',
      nl: 'Leg vast wat wordt gemeld, zodat de klokken van de afspraak het meten.',
      de: 'Erfassen Sie, was gemeldet wird, damit die Uhren der Zusage es messen.',
    },
  },
  level_promised: {
    asks: {
      en: 'A level is promised: availability, restoration or delivery',
      nl: 'Een niveau is toegezegd: beschikbaarheid, herstel of levering',
      de: 'Ein Niveau ist zugesagt: Verfügbarkeit, Wiederherstellung oder Lieferung',
    },
    missing: { en: '{count} promise of a level', nl: '{count} afspraak over een niveau', de: '{count} Zusage eines Niveaus' },
    step: {
      en: 'Promise an availability or a time to restore.',
      nl: 'Zeg een beschikbaarheid of een hersteltijd toe.',
      de: 'Sagen Sie eine Verfügbarkeit oder eine Wiederherstellungszeit zu.',
    },
  },
  items_registered: {
    asks: { en: 'What the service stands on is registered', nl: 'Waar de dienst op staat is geregistreerd', de: 'Worauf der Service steht, ist erfasst' },
    missing: {
      en: '{count} configuration item beneath the service',
      nl: '{count} configuratie-item onder de dienst',
      de: '{count} Configuration Item unter dem Service',
    },
    step: {
      en: 'Relate the service to the items it needs.',
      nl: 'Leg relaties van de dienst met de items die hij nodig heeft.',
      de: 'Setzen Sie den Service mit den Items in Beziehung, die er braucht.',
    },
  },
  incident_in_place: {
    asks: { en: 'Incidents are handled', nl: 'Incidenten worden afgehandeld', de: 'Incidents werden bearbeitet' },
    missing: { en: '{count} incident resolved in the period', nl: '{count} opgelost incident in de periode', de: '{count} gelöstes Incident im Zeitraum' },
    step: {
      en: 'Resolve what this customer reports about the service as incidents.',
      nl: 'Los wat deze klant over de dienst meldt op als incident.',
      de: 'Lösen Sie, was dieser Kunde zum Service meldet, als Incident.',
    },
  },
  change_in_place: {
    asks: { en: 'Changes are controlled and reviewed', nl: 'Wijzigingen worden beheerst en geëvalueerd', de: 'Changes werden gesteuert und geprüft' },
    missing: { en: '{count} change reviewed in the period', nl: '{count} geëvalueerde wijziging in de periode', de: '{count} geprüfter Change im Zeitraum' },
    step: {
      en: 'Raise changes of the service here and review what was implemented.',
      nl: 'Vraag wijzigingen van de dienst hier aan en evalueer wat is uitgevoerd.',
      de: 'Beantragen Sie Changes des Service hier und prüfen Sie, was umgesetzt wurde.',
    },
  },
  composed: {
    asks: { en: 'The service is composed of sub-services', nl: 'De dienst is samengesteld uit deeldiensten', de: 'Der Service besteht aus Teilservices' },
    missing: { en: '{count} sub-service in the composition', nl: '{count} deeldienst in de samenstelling', de: '{count} Teilservice in der Zusammensetzung' },
    step: {
      en: 'Compose the service of the sub-services it consists of.',
      nl: 'Stel de dienst samen uit de deeldiensten waaruit hij bestaat.',
      de: 'Setzen Sie den Service aus seinen Teilservices zusammen.',
    },
  },
  end_to_end: {
    asks: {
      en: 'Availability and restoration are promised end to end',
      nl: 'Beschikbaarheid en herstel zijn van begin tot eind toegezegd',
      de: 'Verfügbarkeit und Wiederherstellung sind durchgängig zugesagt',
    },
    missing: {
      en: '{count} promise over the whole composition',
      nl: '{count} afspraak over de hele samenstelling',
      de: '{count} Zusage über die ganze Zusammensetzung',
    },
    step: {
      en: 'Promise both availability and time to restore on the composed service.',
      nl: 'Zeg op de samengestelde dienst zowel beschikbaarheid als hersteltijd toe.',
      de: 'Sagen Sie für den zusammengesetzten Service Verfügbarkeit und Wiederherstellungszeit zu.',
    },
  },
  chain_backed: {
    asks: {
      en: 'Every part that others provide is promised to the house',
      nl: 'Elk deel van anderen is aan het huis toegezegd',
      de: 'Jeder Teil, den andere liefern, ist dem Haus zugesagt',
    },
    missing: { en: '{count} promise beneath', nl: '{count} onderliggende afspraak', de: '{count} Zusage darunter' },
    step: {
      en: 'Agree a promise with the provider of each part named.',
      nl: 'Maak een afspraak met de leverancier van elk genoemd deel.',
      de: 'Vereinbaren Sie mit dem Lieferanten jedes genannten Teils eine Zusage.',
    },
  },
  chain_feasible: {
    asks: {
      en: 'What is promised can be kept by what is beneath',
      nl: 'Wat is toegezegd wordt gedragen door wat eronder ligt',
      de: 'Was zugesagt ist, wird von dem darunter getragen',
    },
    missing: {
      en: '{count} promise whose chain carries it',
      nl: '{count} afspraak die door haar keten wordt gedragen',
      de: '{count} Zusage, die ihre Kette trägt',
    },
    step: {
      en: 'Tighten the weakest promise beneath, or let somebody answer for the risk.',
      nl: 'Scherp de zwakste onderliggende afspraak aan, of laat iemand voor het risico instaan.',
      de: 'Verschärfen Sie die schwächste Zusage darunter, oder jemand übernimmt das Risiko.',
    },
  },
  problem_in_place: {
    asks: {
      en: 'Causes are looked for apart from incidents',
      nl: 'Oorzaken worden los van incidenten gezocht',
      de: 'Ursachen werden getrennt von Incidents gesucht',
    },
    missing: { en: '{count} problem in the period', nl: '{count} probleem in de periode', de: '{count} Problem im Zeitraum' },
    step: {
      en: 'Accept a problem candidate of this service, or raise a problem.',
      nl: 'Aanvaard een probleemkandidaat van deze dienst, of meld een probleem.',
      de: 'Nehmen Sie einen Problemkandidaten dieses Service an, oder melden Sie ein Problem.',
    },
  },
  reported: {
    asks: { en: 'The customer gets figures that stand', nl: 'De klant krijgt cijfers die vaststaan', de: 'Der Kunde erhält Zahlen, die feststehen' },
    missing: { en: '{count} frozen report in the period', nl: '{count} bevroren rapport in de periode', de: '{count} festgeschriebener Bericht im Zeitraum' },
    step: {
      en: 'Freeze the report of last month for this customer.',
      nl: 'Bevries het rapport van vorige maand voor deze klant.',
      de: 'Schreiben Sie den Bericht des letzten Monats für diesen Kunden fest.',
    },
  },
  priced: {
    asks: {
      en: 'The whole has a price that is made up of its parts',
      nl: 'Het geheel heeft een prijs die uit delen is opgebouwd',
      de: 'Das Ganze hat einen Preis, der sich aus Teilen ergibt',
    },
    missing: { en: '{count} promise with a fee', nl: '{count} afspraak met een vergoeding', de: '{count} Zusage mit einem Entgelt' },
    step: {
      en: 'Write the fee in the promise to the customer and in those of each part.',
      nl: 'Zet de vergoeding in de afspraak met de klant en in die van elk deel.',
      de: 'Schreiben Sie das Entgelt in die Zusage an den Kunden und in die jedes Teils.',
    },
  },
  outcome_promised: {
    asks: {
      en: 'An outcome is promised: satisfaction or throughput',
      nl: 'Een uitkomst is toegezegd: tevredenheid of doorzet',
      de: 'Ein Ergebnis ist zugesagt: Zufriedenheit oder Durchsatz',
    },
    missing: { en: '{count} promise of an outcome', nl: '{count} afspraak over een uitkomst', de: '{count} Zusage eines Ergebnisses' },
    step: {
      en: 'Agree with the customer what the outcome must be, and promise it.',
      nl: 'Spreek met de klant af wat de uitkomst moet zijn, en zeg die toe.',
      de: 'Vereinbaren Sie mit dem Kunden, was herauskommen muss, und sagen Sie es zu.',
    },
  },
  experience_measured: {
    asks: { en: 'How the customer experiences it is measured', nl: 'Hoe de klant het ervaart wordt gemeten', de: 'Wie der Kunde es erlebt, wird gemessen' },
    missing: { en: '{count} rating in the period', nl: '{count} beoordeling in de periode', de: '{count} Bewertung im Zeitraum' },
    step: {
      en: 'Ask this customer how resolved incidents went.',
      nl: 'Vraag deze klant hoe opgeloste incidenten gingen.',
      de: 'Fragen Sie diesen Kunden, wie gelöste Incidents liefen.',
    },
  },
  reviewed: {
    asks: { en: 'The service is reviewed with the customer', nl: 'De dienst wordt met de klant besproken', de: 'Der Service wird mit dem Kunden besprochen' },
    missing: {
      en: '{count} service review held in the period',
      nl: '{count} gehouden dienstbespreking in de periode',
      de: '{count} abgehaltene Servicebesprechung im Zeitraum',
    },
    step: {
      en: 'Hold a service review with this customer.',
      nl: 'Houd een dienstbespreking met deze klant.',
      de: 'Halten Sie mit diesem Kunden eine Servicebesprechung ab.',
    },
  },
  improved: {
    asks: { en: 'Improvement is proved by measurement', nl: 'Verbetering is met meting aangetoond', de: 'Verbesserung ist durch Messung belegt' },
    missing: {
      en: '{count} measured improvement for this customer',
      nl: '{count} gemeten verbetering voor deze klant',
      de: '{count} gemessene Verbesserung für diesen Kunden',
    },
    step: {
      en: 'Finish an improvement for this customer with its measurement.',
      nl: 'Rond een verbetering voor deze klant af met de meting.',
      de: 'Schließen Sie eine Verbesserung für diesen Kunden mit der Messung ab.',
    },
  },
  continuity_tested: {
    asks: { en: 'Continuity is tested', nl: 'De continuïteit is getest', de: 'Die Kontinuität ist getestet' },
    missing: {
      en: '{count} test that restored the service or a part',
      nl: '{count} test die de dienst of een deel herstelde',
      de: '{count} Test, der den Service oder einen Teil wiederherstellte',
    },
    step: {
      en: 'Run a continuity test of the service or of a part of it.',
      nl: 'Voer een continuïteitstest uit van de dienst of een deel ervan.',
      de: 'Führen Sie einen Kontinuitätstest des Service oder eines Teils durch.',
    },
  },
};
