/** What most end-to-end tests share: one server with the usual pages, one browser, and a record of what went wrong. */
import type { Page } from 'puppeteer-core';
import { newsPage, seedBody, seedPage, seedText } from '../../../scripts/pages/seed-page.ts';
import { servePages, type PageServer } from './server.ts';

export const articleAddress = 'https://www.heise.de/news/bezos-kopiert-musk-10123456.html';
export const cookingAddress = 'https://www.heise.de/news/apfelkuchen-vom-blech-10123457.html';
export const englishAddress = 'https://www.heise.de/news/bezos-copies-musk-10123458.html';
export const elsewhereAddress = 'https://blog.example.org/2026/bezos-kopiert-musk.html';
export const spareAddress = 'https://www.heise.de/news/leere-seite-10123459.html';

const cooking = `<p>Den Teig am Vorabend ansetzen und über Nacht ruhen lassen. Am Morgen die Äpfel schälen, vierteln und in dünne Spalten schneiden.</p>
<p>Die Butter schmelzen und mit dem Zucker verrühren, bis eine glatte Masse entsteht. Dann die Eier einzeln unterrühren und das Mehl sieben.</p>
<p>Alles auf ein Blech streichen, mit Zimt bestreuen und im Ofen backen, bis der Rand goldbraun ist und die Küche nach Äpfeln duftet.</p>`;

const english = `<p>Jeff Bezos has founded an AI company called Project Prometheus, and it has raised 6.2 billion dollars from investors and from its founder.</p>
<p>The company will build models that learn from the physical world, and it has hired researchers from OpenAI, DeepMind and Meta.</p>`;

/** A server with the seed article on a listed host, the same article on another, and pages that are none of our business. */
export async function serveUsualPages(): Promise<PageServer> {
  const server = await servePages();
  server.put(articleAddress, seedPage());
  server.put(elsewhereAddress, seedPage());
  server.put(cookingAddress, newsPage({ title: 'Apfelkuchen vom Blech', body: cooking }));
  server.put(englishAddress, newsPage({ title: 'Bezos copies Musk', body: english }));
  server.put(spareAddress, '<!doctype html><html lang="de"><title>Leer</title><body></body></html>');
  return server;
}

/** The seed article with one of its paragraphs changed, as a later version of the page. */
export function seedPageWith(change: (text: string) => string): string {
  const text = change(seedText());
  return newsPage({ title: text.split('\n')[0]!, body: seedBody(text) });
}

/** Errors that a page logs or throws, our content script's among them; the test fails on them in the end. */
export function watchForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon|404/.test(message.text())) errors.push(message.text());
  });
  return errors;
}

/** Resolves after the page had its chance to do something it should not do. */
export function quietMoment(milliseconds = 700): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
