// Why items cannot be recorded or changed as asked, in words that say what would be right.
export const itemRefusals = {
  'configuration_item.attribute_unknown': {
    en: '"{attribute}" is no attribute of {type}. It has: {options}.',
    nl: '"{attribute}" is geen kenmerk van {type}. Dat heeft: {options}.',
    de: '"{attribute}" ist kein Merkmal von {type}. Es hat: {options}.',
  },
  'configuration_item.attribute_required': {
    en: '"{attribute}" is required of {type}.',
    nl: '"{attribute}" is verplicht bij {type}.',
    de: '"{attribute}" ist bei {type} erforderlich.',
  },
  'configuration_item.attribute_not_text': {
    en: '"{attribute}" must be text.',
    nl: '"{attribute}" moet tekst zijn.',
    de: '"{attribute}" muss Text sein.',
  },
  'configuration_item.attribute_not_integer': {
    en: '"{attribute}" must be a whole number.',
    nl: '"{attribute}" moet een geheel getal zijn.',
    de: '"{attribute}" muss eine ganze Zahl sein.',
  },
  'configuration_item.attribute_not_boolean': {
    en: '"{attribute}" must be true or false.',
    nl: '"{attribute}" moet true of false zijn.',
    de: '"{attribute}" muss true oder false sein.',
  },
  'configuration_item.attribute_not_date': {
    en: '"{attribute}" must be a date such as 2026-03-01.',
    nl: '"{attribute}" moet een datum zijn, zoals 2026-03-01.',
    de: '"{attribute}" muss ein Datum sein, etwa 2026-03-01.',
  },
  'configuration_item.attribute_not_choice': {
    en: '"{attribute}" must be one of: {options}.',
    nl: '"{attribute}" moet een van deze zijn: {options}.',
    de: '"{attribute}" muss eines von diesen sein: {options}.',
  },
  'configuration_item.type_retired': {
    en: '{type} is a type that is no longer used. Choose another.',
    nl: '{type} is een type dat niet meer wordt gebruikt. Kies een ander.',
    de: '{type} ist ein Typ, der nicht mehr verwendet wird. Wählen Sie einen anderen.',
  },
  'configuration_item.owner_ended': {
    en: '{owner} is ended and cannot own an item.',
    nl: '{owner} is beëindigd en kan geen eigenaar zijn.',
    de: '{owner} ist beendet und kann kein Eigentümer sein.',
  },
  'configuration_item.source_key_needs_source': {
    en: 'source_key is what a source calls it: say which source.',
    nl: 'source_key is hoe een bron het noemt: zeg welke bron.',
    de: 'source_key ist, wie eine Quelle es nennt: sagen Sie, welche.',
  },
  'configuration_item.seen_in_future': {
    en: 'seen_at lies in the future; it cannot be confirmed yet.',
    nl: 'seen_at ligt in de toekomst; dat kan nog niet bevestigd zijn.',
    de: 'seen_at liegt in der Zukunft; das kann noch nicht bestätigt sein.',
  },
  'configuration_item.retire.still_needed': {
    en: '{dependent} stands on it. End that relation first, or move it to another item.',
    nl: '{dependent} staat erop. Beëindig eerst die relatie, of verplaats die naar een ander item.',
    de: '{dependent} steht darauf. Beenden Sie zuerst diese Beziehung, oder verlegen Sie sie auf ein anderes Element.',
  },
} as const;
