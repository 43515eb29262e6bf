/**
 * Articles to flag things in: the seed article, and invented ones made of sentence patterns, so that each holds many sentences that look alike but speak of
 * other companies, people and figures: what a careless anchor confuses.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chance, createChance } from './random.ts';

const companies = ['Nordwerk', 'Südbau', 'Kranich Systems', 'Helio', 'Weserdata', 'Tannberg AG', 'Optika', 'Lindau Labs', 'Falkenrad', 'Mirabit'];
const people = ['Karin Ahlers', 'Jonas Bredow', 'Mehmet Yıldız', 'Sophie Größe', 'Paul Wendt', 'Aylin Kaya', 'Hans-Jörg Öttinger', 'Lena Mühlbauer'];
const places = ['Rostock', 'Graz', 'Winterthur', 'Görlitz', 'Übach', 'Köln', 'Lüneburg'];
const months = ['Januar', 'März', 'Mai', 'Juli', 'September', 'November'];
const goods = ['Sensoren', 'Wärmepumpen', 'Server', 'Batteriezellen', 'Drohnen', 'Messgeräte', 'Module'];
const judgements = ['überraschend', 'wenig glaubwürdig', 'längst überfällig', 'riskant', 'bemerkenswert nüchtern', 'teuer erkauft'];

type Pattern = (chance: Chance, company: string, person: string) => string;

const patterns: readonly Pattern[] = [
  (c, company) => `Im ${c.one(months)} verkaufte ${company} rund ${100 + c.below(900)} ${c.one(goods)} nach ${c.one(places)}.`,
  (c, company, person) => `„Wir haben mit ${company} lange gesprochen und am Ende doch nichts unterschrieben“, sagte ${person} der Zeitung in ${c.one(places)}.`,
  (c, company) => `${company} beschäftigt nach eigenen Angaben ${c.below(90) + 10}.${String(c.below(1000)).padStart(3, '0')} Menschen, die meisten davon in ${c.one(places)}.`,
  (c, company, person) => `Nach Ansicht von ${person} ist das Angebot von ${company} ${c.one(judgements)}.`,
  (c, company) => `Der Umsatz von ${company} stieg im vergangenen Jahr um ${c.below(40) + 2} Prozent auf ${c.below(90) + 1},${c.below(10)} Millionen Euro.`,
  (c, _company, person) => `Ob die Rechnung aufgeht, will ${person} erst im ${c.one(months)} wissen.`,
  (c, company) => `Die ${c.one(goods)} aus ${c.one(places)} gelten als zuverlässig; trotzdem hat ${company} den Vertrag gekündigt.`,
  (c, company, person) => `${person}, der das Geschäft bei ${company} seit ${2000 + c.below(25)} führt, nannte die Kritik daran ${c.one(judgements)}.`,
  (c, company) => `Insider berichten, ${company} habe intern schon ${c.below(20) + 3} Millionen Euro abgeschrieben – offiziell bestätigt ist das nicht.`,
  (c) => `Das ist ${c.one(judgements)}, aber nicht neu.`,
  (c, company) => `Laut einer Mitteilung aus ${c.one(places)} prüft ${company} den Verkauf der Sparte für ${c.one(goods)}.`,
  (c, _company, person) => `${person} widersprach: „Niemand hat vor, ${c.one(goods)} künftig in ${c.one(places)} zu bauen.“`,
];

/** The n-th invented article: 6 to 14 paragraphs, joined by blank lines. */
export function inventedArticle(n: number): string {
  const chance = createChance(1000 + n);
  const paragraphs = Array.from({ length: 6 + chance.below(9) }, () =>
    Array.from({ length: 2 + chance.below(4) }, () => chance.one(patterns)(chance, chance.one(companies), chance.one(people))).join(' '),
  );
  return paragraphs.join('\n\n');
}

export const seedArticle = readFileSync(join(import.meta.dirname, '../../seeds/prometheus/article.txt'), 'utf8');

/** A sentence like one of the article's, about others. */
export function inventedSentence(chance: Chance): string {
  return chance.one(patterns)(chance, chance.one(companies), chance.one(people));
}
