// What stands in a change's way, and what would solve it, in words. `{with}` and `{about}` are names, `{until}` a moment.
import type { Text } from '../../kernel/text.ts';
import type { ConflictKind } from './conflicts.ts';

/** Promised hours that the customer gave up for this change. */
export const agreedTexts = {
  says: {
    en: '{about} was promised the service at this time (“{with}”) and agreed to this change.',
    nl: 'Op dit tijdstip is de dienst beloofd aan {about} (“{with}”), en die stemde met deze wijziging in.',
    de: 'Zu dieser Zeit ist {about} der Service zugesagt („{with}“), und diesem Change wurde zugestimmt.',
  },
  solve: { en: 'Nothing to do.', nl: 'Niets te doen.', de: 'Nichts zu tun.' },
} as const satisfies { readonly says: Text; readonly solve: Text };

export const conflictTexts: Readonly<Record<ConflictKind, { readonly says: Text; readonly solve: Text }>> = {
  freeze: {
    says: {
      en: 'It falls in the freeze “{with}”.',
      nl: 'Het valt in de bevriezing “{with}”.',
      de: 'Es fällt in die Sperre „{with}“.',
    },
    solve: {
      en: 'Move it to after {until}, or make an exception with its reason.',
      nl: 'Verplaats het naar na {until}, of maak een uitzondering met een reden.',
      de: 'Verschieben Sie es auf nach {until}, oder machen Sie eine begründete Ausnahme.',
    },
  },
  hours: {
    says: {
      en: '{about} was promised the service at this time (“{with}”), and no maintenance is agreed.',
      nl: 'Op dit tijdstip is de dienst beloofd aan {about} (“{with}”) en er is geen onderhoud afgesproken.',
      de: 'Zu dieser Zeit ist {about} der Service zugesagt („{with}“), und keine Wartung ist vereinbart.',
    },
    solve: {
      en: 'Move it outside those hours or into an agreed window, agree on a window with {about}, or say that nothing goes down.',
      nl: 'Verplaats het buiten die uren of naar een afgesproken venster, spreek een venster af met {about}, of meld dat er niets uitvalt.',
      de: 'Verschieben Sie es aus diesen Zeiten heraus oder in ein vereinbartes Fenster, vereinbaren Sie eines mit {about}, oder sagen Sie, dass nichts ausfällt.',
    },
  },
  same: {
    says: {
      en: '“{with}” works on {about} at the same time.',
      nl: '“{with}” werkt tegelijk aan {about}.',
      de: '„{with}“ arbeitet gleichzeitig an {about}.',
    },
    solve: {
      en: 'Do one after the other: “{with}” is over at {until}.',
      nl: 'Doe ze na elkaar: “{with}” is klaar om {until}.',
      de: 'Machen Sie beides nacheinander: „{with}“ ist um {until} vorbei.',
    },
  },
  dependent: {
    says: {
      en: 'One stands on the other: “{with}” is at the same time and {about} is in both.',
      nl: 'Het een staat op het ander: “{with}” is tegelijk en {about} zit in allebei.',
      de: 'Das eine steht auf dem anderen: „{with}“ ist gleichzeitig, und {about} ist in beiden.',
    },
    solve: {
      en: 'Move it to after {until}, or let one of the two lead both.',
      nl: 'Verplaats het naar na {until}, of laat een van de twee beide leiden.',
      de: 'Verschieben Sie es auf nach {until}, oder lassen Sie einen der beiden beides leiten.',
    },
  },
  redundancy: {
    says: {
      en: 'Together with “{with}” it takes down all that {about} stands on: none is left to stand in.',
      nl: 'Samen met “{with}” valt alles uit waar {about} op staat: er blijft niets over om in te vallen.',
      de: 'Zusammen mit „{with}“ fällt alles aus, worauf {about} steht: nichts bleibt, das einspringt.',
    },
    solve: {
      en: 'Move it to after {until}, when the other is back.',
      nl: 'Verplaats het naar na {until}, als het andere terug is.',
      de: 'Verschieben Sie es auf nach {until}, wenn das andere wieder da ist.',
    },
  },
  person: {
    says: {
      en: '{about} is to do “{with}” at the same time.',
      nl: '{about} moet tegelijk “{with}” doen.',
      de: '{about} soll gleichzeitig „{with}“ machen.',
    },
    solve: {
      en: 'Let somebody else do one of the two, or move it to after {until}.',
      nl: 'Laat iemand anders een van de twee doen, of verplaats het naar na {until}.',
      de: 'Lassen Sie jemand anderen eines davon machen, oder verschieben Sie es auf nach {until}.',
    },
  },
  team: {
    says: {
      en: 'Team {about} is at work on “{with}” at the same time.',
      nl: 'Team {about} is tegelijk bezig met “{with}”.',
      de: 'Das Team {about} arbeitet gleichzeitig an „{with}“.',
    },
    solve: {
      en: 'See that the team has the people for both, or move it to after {until}.',
      nl: 'Zorg dat het team mensen heeft voor beide, of verplaats het naar na {until}.',
      de: 'Sorgen Sie für Leute im Team für beides, oder verschieben Sie es auf nach {until}.',
    },
  },
  event: {
    says: {
      en: '{about} has “{with}” at this time.',
      nl: '{about} heeft dan “{with}”.',
      de: '{about} hat zu dieser Zeit „{with}“.',
    },
    solve: {
      en: 'Move it to after {until}, or ask {about} whether it is in the way.',
      nl: 'Verplaats het naar na {until}, of vraag {about} of het hindert.',
      de: 'Verschieben Sie es auf nach {until}, oder fragen Sie {about}, ob es stört.',
    },
  },
  supplier: {
    says: {
      en: 'A supplier works on what is beneath {about} at the same time: “{with}”.',
      nl: 'Een leverancier werkt tegelijk aan wat onder {about} ligt: “{with}”.',
      de: 'Ein Lieferant arbeitet gleichzeitig an dem, was unter {about} liegt: „{with}“.',
    },
    solve: {
      en: 'Move it to after {until}, or use the same time on purpose and say so.',
      nl: 'Verplaats het naar na {until}, of gebruik dezelfde tijd met opzet en zeg dat.',
      de: 'Verschieben Sie es auf nach {until}, oder nutzen Sie dieselbe Zeit mit Absicht und sagen Sie es.',
    },
  },
};
