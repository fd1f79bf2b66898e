// What a title is about: its words without those that say nothing, in Dutch, English and German.

/** Articles, pronouns, prepositions and auxiliaries, and what people write in every report of a fault. */
const silent = new Set(
  `a an and are as at be been but by can cannot could do does for from had has have he her his i if in into is it its me my no not of on or our she so that the
   their them there they this to up was we were when which will with you your
   aan al als bij dan dat de der deze die dit doen door een en er geen had heb hebben heeft het hij ik in is je kan kunnen maar me meer met mijn na naar niet nog
   nu of om ons onze ook op over te tot uit van veel voor want was wat we wel werd wordt zich zij zijn zo zonder
   aber alle als am an auch auf aus bei bin bis da das dass dem den der des die doch du durch ein eine einem einen einer er es für hat habe haben ich ihr im ist
   kann kein keine können mein mit nach nicht noch nur ob oder seit sich sie sind so über um und uns unser von vor war warum was weil wenn wie wir wird zu zum zur
   please help graag hulp bitte hilfe sinds since`.split(/\s+/),
);

/**
 * Words of a title in small letters without accents, each once, in the order written. Left out are words that say nothing,
 * single letters, and what is only digits or a long number: those tell cases apart and not causes.
 */
export function wordsOf(title: string): string[] {
  const plain = title.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').slice(0, 400);
  const found = plain.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return [...new Set(found.filter((word) => word.length > 1 && word.length <= 40 && !said.has(word) && !/^[\d-]+$/.test(word) && !/\d{4,}/.test(word)))];
}

const said = new Set([...silent].map((word) => word.normalize('NFKD').replaceAll(/\p{M}/gu, '')));
