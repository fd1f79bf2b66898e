// What is proposed to be written when a receiver's promise does not fit: to the customer, and to those who can do something about it.
import type { Text } from '../../kernel/text.ts';

/** To the customer, who never learns who the receiver is. */
export const newTimeNote: Text = {
  en: 'We want to be honest with you about {id}: it will take longer than we agreed. We now expect it to work again by {when} at the latest. We know what this means for you; please tell us if we can help you over this time in another way.',
  nl: 'We willen eerlijk met u zijn over {id}: het duurt langer dan we hebben afgesproken. We verwachten nu dat het uiterlijk {when} weer werkt. We weten wat dit voor u betekent; laat het ons weten als we u op een andere manier door deze tijd kunnen helpen.',
  de: 'Wir möchten offen zu Ihnen sein, was {id} betrifft: Es dauert länger als vereinbart. Wir rechnen nun damit, dass es spätestens {when} wieder funktioniert. Wir wissen, was das für Sie bedeutet; sagen Sie uns bitte, wenn wir Ihnen auf andere Weise über diese Zeit helfen können.',
};

export const escalationNote: Text = {
  en: 'Escalation of {id}: {receiver} has promised to be done by {finishes} at the latest, and the customer was promised {due}. That is {short} short. Who can speed this up?',
  nl: 'Escalatie van {id}: {receiver} heeft beloofd uiterlijk {finishes} klaar te zijn, en de klant is {due} beloofd. Dat is {short} te laat. Wie kan dit versnellen?',
  de: 'Eskalation von {id}: {receiver} hat zugesagt, spätestens {finishes} fertig zu sein, und dem Kunden wurde {due} zugesagt. Das ist {short} zu spät. Wer kann das beschleunigen?',
};

export const escalationUnknown: Text = {
  en: 'Escalation of {id}: {receiver} has promised nothing that tells when this will be done, and the customer was promised {due}. Who can settle a time?',
  nl: 'Escalatie van {id}: {receiver} heeft niets beloofd waaruit blijkt wanneer dit klaar is, en de klant is {due} beloofd. Wie kan een tijd afspreken?',
  de: 'Eskalation von {id}: {receiver} hat nichts zugesagt, woraus hervorgeht, wann dies fertig ist, und dem Kunden wurde {due} zugesagt. Wer kann eine Zeit vereinbaren?',
};
