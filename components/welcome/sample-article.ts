/**
 * The sample article of the welcome page: written for it, so that every kind of mark stands on one screen. It tells what the bundled
 * dataset's source tells, with one figure changed on purpose; the page says so.
 */
export const sampleTitle = 'Bezos leitet wieder eine Firma';

export const sampleParagraphs: readonly string[] = [
  'Jeff Bezos hat zusammen mit Vik Bajaj das KI-Unternehmen Project Prometheus gegründet. Es will eine physische KI entwickeln, die aus Versuchen lernt.',
  'Nach Angaben mehrerer Insider hat Project Prometheus 4,5 Milliarden US-Dollar an Startkapital bekommen, weit mehr als alle Mitbewerber. Kein Wunder, dass die Branche staunt.',
  'Beobachter sehen darin einen Angriff auf Elon Musk. Forscher von OpenAI, DeepMind und Meta sind schon zu Project Prometheus gewechselt.',
];
