// `tessera holidays NL 2026`: public holidays as JSON, to be used as the closed days of service hours.
import type { Command } from 'commander';
import { isRefusal, refusals } from '../../kernel/refusal.ts';
import { say } from '../../kernel/text.ts';
import { publicHolidays } from '../../platform/holidays.ts';
import { doorRefusals } from '../../platform/http/refusals.ts';
import { print, Said } from '../terminal.ts';

type Options = { region?: string; to?: string; language: string };

export function holidayCommands(program: Command): void {
  program
    .command('holidays <country> <year>')
    .description('public holidays as JSON, for example: tessera holidays DE 2026 --region BY --to 2028')
    .option('--region <code>', 'ISO 3166-2 without the country, such as BY, or a part of it, such as BY/A')
    .option('--to <year>', 'last year')
    .option('--language <code>', 'en, nl or de', 'en')
    .action(holidays);
}

async function holidays(country: string, year: string, { region, to, language }: Options): Promise<void> {
  const found = await publicHolidays({ country: country.toUpperCase(), region: region ?? null, from: Number(year), to: Number(to ?? year), language });
  if (isRefusal(found))
    throw new Said(
      say(doorRefusals[found.refused] ?? refusals[found.refused] ?? { en: found.refused, nl: found.refused, de: found.refused }, 'en', found.params),
    );
  print(JSON.stringify(found, null, 2));
}
