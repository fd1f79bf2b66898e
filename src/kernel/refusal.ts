// Why a command may not happen: a value with a code, never an exception. Codes of practices live in their definitions.
import type { Params, Text } from './text.ts';

export type Refusal = { readonly refused: string; readonly field?: string; readonly params?: Params };

export function refuse(refused: string, field?: string, params?: Params): Refusal {
  return { refused, ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && typeof (value as { refused?: unknown }).refused === 'string';
}

/** Refusals true of every record. */
export const refusals: Readonly<Record<string, Text>> = {
  not_found: {
    en: 'There is no such record, or it is not yours to see.',
    nl: 'Dit bestaat niet, of u mag het niet zien.',
    de: 'Das gibt es nicht, oder Sie dürfen es nicht sehen.',
  },
  not_allowed: {
    en: 'Your role does not allow "{command}" here.',
    nl: 'Uw rol staat "{command}" hier niet toe.',
    de: 'Ihre Rolle erlaubt "{command}" hier nicht.',
  },
  not_signed_in: {
    en: 'Sign in first, or send an API token.',
    nl: 'Meld u eerst aan, of stuur een API-token mee.',
    de: 'Melden Sie sich zuerst an oder senden Sie ein API-Token.',
  },
  wrong_state: {
    en: '"{command}" is not possible while it is {state}.',
    nl: '"{command}" kan niet zolang het {state} is.',
    de: '"{command}" ist nicht möglich, solange es {state} ist.',
  },
  stale_version: {
    en: 'Somebody changed this meanwhile: it is at version {version}. Look again, then decide.',
    nl: 'Iemand heeft dit intussen gewijzigd: het is nu versie {version}. Kijk opnieuw en beslis dan.',
    de: 'Inzwischen hat es jemand geändert: es ist jetzt Version {version}. Bitte erneut ansehen und dann entscheiden.',
  },
  key_reused: {
    en: 'This Idempotency-Key was used for a different request. Use a new key.',
    nl: 'Deze Idempotency-Key is al voor een ander verzoek gebruikt. Gebruik een nieuwe.',
    de: 'Dieser Idempotency-Key wurde für eine andere Anfrage verwendet. Nehmen Sie einen neuen.',
  },
  unknown_command: {
    en: 'There is no command "{command}" on {record}.',
    nl: 'Er is geen opdracht "{command}" op {record}.',
    de: 'Es gibt keinen Befehl "{command}" für {record}.',
  },
  unknown_record: {
    en: 'There is no kind of record called "{record}".',
    nl: 'Er is geen soort record "{record}".',
    de: 'Es gibt keine Datensatzart "{record}".',
  },
  taken: {
    en: 'Another record already uses this value of {field}.',
    nl: 'Een ander record gebruikt deze waarde van {field} al.',
    de: 'Ein anderer Datensatz verwendet diesen Wert von {field} bereits.',
  },
  'body.not_json': { en: 'The body is not JSON: {detail}', nl: 'De inhoud is geen JSON: {detail}', de: 'Der Inhalt ist kein JSON: {detail}' },
  'body.not_object': { en: 'The body must be one JSON object.', nl: 'De inhoud moet één JSON-object zijn.', de: 'Der Inhalt muss ein JSON-Objekt sein.' },
  'body.too_large': {
    en: 'The body is larger than {limit} bytes.',
    nl: 'De inhoud is groter dan {limit} bytes.',
    de: 'Der Inhalt ist größer als {limit} Bytes.',
  },
  'field.required': { en: '{field} is required.', nl: '{field} is verplicht.', de: '{field} ist erforderlich.' },
  'field.unknown': { en: '{field} is not a field of this request.', nl: '{field} hoort niet in dit verzoek.', de: '{field} gehört nicht in diese Anfrage.' },
  'field.not_text': { en: '{field} must be text.', nl: '{field} moet tekst zijn.', de: '{field} muss Text sein.' },
  'field.not_storable': {
    en: '{field} has a character that cannot be stored (NUL or half a surrogate pair).',
    nl: '{field} bevat een teken dat niet bewaard kan worden.',
    de: '{field} enthält ein Zeichen, das nicht gespeichert werden kann.',
  },
  'field.one_line': { en: '{field} must be one line.', nl: '{field} moet één regel zijn.', de: '{field} muss eine Zeile sein.' },
  'field.too_long': { en: '{field} is too long.', nl: '{field} is te lang.', de: '{field} ist zu lang.' },
  'field.not_whole': { en: '{field} must be a whole number.', nl: '{field} moet een geheel getal zijn.', de: '{field} muss eine ganze Zahl sein.' },
  'field.out_of_range': { en: '{field} is out of range.', nl: '{field} valt buiten het bereik.', de: '{field} liegt außerhalb des Bereichs.' },
  'field.not_boolean': { en: '{field} must be true or false.', nl: '{field} moet true of false zijn.', de: '{field} muss true oder false sein.' },
  'field.not_instant': {
    en: '{field} must be an instant with zone, such as 2026-03-01T09:30:00Z.',
    nl: '{field} moet een tijdstip met zone zijn, zoals 2026-03-01T09:30:00Z.',
    de: '{field} muss ein Zeitpunkt mit Zone sein, etwa 2026-03-01T09:30:00Z.',
  },
  'field.not_date': {
    en: '{field} must be a date such as 2026-03-01.',
    nl: '{field} moet een datum zijn, zoals 2026-03-01.',
    de: '{field} muss ein Datum sein, etwa 2026-03-01.',
  },
  'field.not_email': { en: '{field} must be an e-mail address.', nl: '{field} moet een e-mailadres zijn.', de: '{field} muss eine E-Mail-Adresse sein.' },
  'field.not_zone': {
    en: '{field} must be a time zone such as Europe/Amsterdam.',
    nl: '{field} moet een tijdzone zijn, zoals Europe/Amsterdam.',
    de: '{field} muss eine Zeitzone sein, etwa Europe/Amsterdam.',
  },
  'field.not_choice': {
    en: '{field} must be one of: {options}.',
    nl: '{field} moet een van deze zijn: {options}.',
    de: '{field} muss eines von diesen sein: {options}.',
  },
  'field.not_id': {
    en: '{field} must be the number of a record, such as {example}.',
    nl: '{field} moet een recordnummer zijn, zoals {example}.',
    de: '{field} muss eine Datensatznummer sein, etwa {example}.',
  },
  'field.not_there': {
    en: '{field}: {value} does not exist, or is not yours to see.',
    nl: '{field}: {value} bestaat niet, of u mag het niet zien.',
    de: '{field}: {value} gibt es nicht, oder Sie dürfen es nicht sehen.',
  },
  'field.not_list': { en: '{field} must be a list.', nl: '{field} moet een lijst zijn.', de: '{field} muss eine Liste sein.' },
  'field.not_shape': {
    en: '{field} does not have the form the API reference gives.',
    nl: '{field} heeft niet de vorm uit de API-beschrijving.',
    de: '{field} hat nicht die Form aus der API-Beschreibung.',
  },
  'audience.too_wide': {
    en: '{party} has no part in this record, so they cannot be in its audience.',
    nl: '{party} is geen partij in dit record en kan dus niet meelezen.',
    de: '{party} ist an diesem Datensatz nicht beteiligt und kann nicht mitlesen.',
  },
  'view.unknown_field': {
    en: '"{field}" cannot be filtered on. Try one of: {options}.',
    nl: 'Op "{field}" kan niet gefilterd worden. Probeer: {options}.',
    de: 'Nach "{field}" kann nicht gefiltert werden. Möglich: {options}.',
  },
  'view.wrong_value': { en: '"{value}" is not a value of {field}.', nl: '"{value}" is geen waarde van {field}.', de: '"{value}" ist kein Wert von {field}.' },
  'view.wrong_sort': {
    en: 'Lists cannot be sorted by "{field}". Try one of: {options}.',
    nl: 'Sorteren op "{field}" kan niet. Probeer: {options}.',
    de: 'Nach "{field}" kann nicht sortiert werden. Möglich: {options}.',
  },
  'view.wrong_cursor': {
    en: 'This "after" does not belong to this list.',
    nl: 'Deze "after" hoort niet bij deze lijst.',
    de: 'Dieses "after" gehört nicht zu dieser Liste.',
  },
};
