// Why a capacity plan cannot be as asked, in words that say what would be right.
export const capacityRefusals = {
  'capacity_plan.nothing_entered': {
    en: 'Give points, or lines such as 2026-03;120.',
    nl: 'Geef points, of lines zoals 2026-03;120.',
    de: 'Geben Sie points an, oder lines wie 2026-03;120.',
  },
  'capacity_plan.wrong_line': {
    en: 'lines: line {line} must be a month and a whole number, such as 2026-03;120.',
    nl: 'lines: regel {line} moet een maand en een heel getal zijn, zoals 2026-03;120.',
    de: 'lines: Zeile {line} muss ein Monat und eine ganze Zahl sein, etwa 2026-03;120.',
  },
  'capacity_plan.twice': {
    en: '{field}: {value} is there twice; give it once.',
    nl: '{field}: {value} staat er twee keer; geef het één keer.',
    de: '{field}: {value} steht zweimal da; geben Sie es einmal an.',
  },
  'capacity_plan.in_future': {
    en: 'points: {period} has not ended; enter months up to {latest}.',
    nl: 'points: {period} is nog niet voorbij; voer maanden in tot en met {latest}.',
    de: 'points: {period} ist noch nicht vorbei; geben Sie Monate bis {latest} ein.',
  },
  'capacity_plan.not_entered': {
    en: 'source says that use is counted from records; set source to "entered" before entering figures.',
    nl: 'source zegt dat het gebruik uit records wordt geteld; zet source op "entered" voordat u cijfers invoert.',
    de: 'source sagt, dass die Nutzung aus Datensätzen gezählt wird; setzen Sie source auf "entered", bevor Sie Zahlen eingeben.',
  },
  'capacity_plan.not_throughput': {
    en: 'promise {promise} is not about the throughput of this service. Name one that is, or say what is contracted.',
    nl: 'promise {promise} gaat niet over de doorzet van deze dienst. Noem er een die dat wel doet, of zeg wat is gecontracteerd.',
    de: 'promise {promise} betrifft nicht den Durchsatz dieses Service. Nennen Sie eine passende, oder sagen Sie, was vereinbart ist.',
  },
  'capacity_plan.nothing_contracted': {
    en: 'contracted must be given, or a promise on throughput: a plan compares use with what is contracted.',
    nl: 'contracted moet worden gegeven, of een afspraak over doorzet: een plan vergelijkt gebruik met wat is gecontracteerd.',
    de: 'contracted muss angegeben werden, oder eine Zusage zum Durchsatz: ein Plan vergleicht Nutzung mit dem Vereinbarten.',
  },
  'capacity_plan.stranger': {
    en: 'demands: {service} does not stand on this service. These do: {services}.',
    nl: 'demands: {service} staat niet op deze dienst. Deze wel: {services}.',
    de: 'demands: {service} steht nicht auf diesem Service. Diese schon: {services}.',
  },
} as const;
