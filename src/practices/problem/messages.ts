// What problems say on other records, by themselves.
import type { Text } from '../../kernel/text.ts';

export const closedNote: Text = {
  en: '{problem} is closed: its cause is proven gone. If the service works, this can be resolved; nothing happens by itself.',
  nl: '{problem} is gesloten: de oorzaak is bewezen weg. Als de dienst werkt, kan dit worden opgelost; er gebeurt niets vanzelf.',
  de: '{problem} ist geschlossen: die Ursache ist belegt beseitigt. Wenn der Service funktioniert, kann dies gelöst werden; von selbst geschieht nichts.',
};
