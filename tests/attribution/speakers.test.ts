import { describe, expect, it } from 'vitest';
import { notesOf } from './found.ts';

/** The speakers of a text's notes, each once, in the order of the notes. */
function speakers(text: string): string[] {
  return [...new Set(notesOf(text).filter(({ content }) => content.length > 0).map(({ speaker }) => speaker.map(([begin, end]) => text.slice(begin, end)).join(' … ')))];
}

/** German news sentences that were written for this test: whose words they hold, to the letter. */
const families: Record<string, [text: string, ...expected: string[]][]> = {
  'an attribute between article and noun': [
    ['Das Netz sei sicher, so das Ergebnis einer gestern vorgestellten Studie der Universität.', 'das Ergebnis einer gestern vorgestellten Studie der Universität'],
    ['Laut einer am Montag veröffentlichten Studie der Universität ist das Netz sicher.', 'einer am Montag veröffentlichten Studie der Universität'],
    ['Nach einer gestern vorgestellten Untersuchung der Universität ist das Netz sicher.', 'einer gestern vorgestellten Untersuchung der Universität'],
    ['Am Montag sagte der für den Bau zuständige Minister Jan Kern, das Haus sei alt.', 'der für den Bau zuständige Minister Jan Kern'],
    ['Gestern sagte die in Emden lebende Autorin Eva Roth, das Haus sei alt.', 'die in Emden lebende Autorin Eva Roth'],
    ['Gestern erklärte der im Mai gewählte Vorstand, das Haus sei alt.', 'der im Mai gewählte Vorstand'],
    ['Das Haus sei alt, sagte die für Bildung zuständige Ministerin.', 'die für Bildung zuständige Ministerin'],
    ['Laut einem erst jetzt bekannten Schreiben des Amtes ist das Haus alt.', 'einem erst jetzt bekannten Schreiben des Amtes'],
    ['Die seit Mai amtierende Ministerin Eva Roth sagte, das Haus sei alt.', 'Die seit Mai amtierende Ministerin Eva Roth'],
    ['Kern, der am Montag neue Regeln vorstellte, sagte, das Haus sei alt.', 'Kern'],
    ['Das Amt, das am Montag neue Regeln beschloss, sagte nichts.'],
    ['Der in der Halle, der am Tor und der im Hof blieben stehen.'],
  ],
  'what hangs on a noun belongs to the speaker': [
    ['Das Netz sei sicher, heißt es in der Mitteilung auf der Internetseite des Betreibers.', 'der Mitteilung auf der Internetseite des Betreibers'],
    ['Das Netz sei sicher, sagten die Demonstranten in der georgischen Hauptstadt.', 'die Demonstranten in der georgischen Hauptstadt'],
    ['Das Netz sei sicher, klagten die Bauern in der ganzen Region.', 'die Bauern in der ganzen Region'],
    ['Das Netz sei sicher, berichtet die „Nordpost“ in ihrer Onlineausgabe.', 'die „Nordpost“ in ihrer Onlineausgabe'],
    ['Das Netz sei sicher, schreibt der Verband auf seiner Internetseite.', 'der Verband auf seiner Internetseite'],
    ['Das Geld fehlt, teilte der Landkreis in Emden mit.', 'der Landkreis in Emden'],
    ['Das Geld fehlt, teilte die Behörde in Bonn mit.', 'die Behörde in Bonn'],
    ['Das Netz sei sicher, sagte die Sprecherin in Berlin.', 'die Sprecherin'],
    ['Das Netz sei sicher, sagte der Minister in der Hauptstadt.', 'der Minister'],
    ['Das Netz sei sicher, sagte Kern in einem Interview.', 'Kern'],
    ['Das Netz sei sicher, sagte sie auf einer Pressekonferenz.', 'sie'],
    ['Das Netz sei sicher, teilte die Firma auf Anfrage mit.', 'die Firma'],
    ['Das Netz sei sicher, teilte die Firma in Form einer Notiz mit.', 'die Firma'],
    ['Das Netz sei sicher, heißt es in einem Schreiben an den Landtag.', 'einem Schreiben'],
    ['Laut einem Anwohner im weiten Umkreis war es laut.', 'einem Anwohner'],
  ],
  'a title behind the name': [
    ['Das Netz sei sicher, so Jan Kern, Leiter der Abteilung Technik beim Betreiber.', 'Jan Kern, Leiter der Abteilung Technik beim Betreiber'],
    ['Nach Angaben von Jan Kern, Direktor am Institut Nord, fehlt Geld.', 'Angaben von Jan Kern, Direktor am Institut Nord'],
    ['Laut Eva Roth, Professorin an der Hochschule Emden, fehlt Geld.', 'Eva Roth, Professorin an der Hochschule Emden'],
    ['Das Netz sei sicher, so Eva Roth, Sprecherin der Stadt.', 'Eva Roth, Sprecherin der Stadt'],
    ['Davon geht Jan Kern, der für den Bau zuständige Minister, aus.', 'Jan Kern, der für den Bau zuständige Minister'],
    ['Das Netz sei sicher, so Jan Kern, das Geld aber fehle.', 'Jan Kern'],
    ['Das Netz sei sicher, so Jan Kern, in Emden fehle Geld.', 'Jan Kern'],
    ['Laut Polizei, Feuerwehr und Stadt fehlt Geld.', 'Polizei'],
  ],
  'a bare name ends before its object': [
    ['„Das dauert“, sagte Roth der Zeitung.', 'Roth'],
    ['„Das dauert“, sagte Roth der Deutschen Presse-Agentur.', 'Roth'],
    ['„Das dauert“, sagte Roth der „Nordpost“.', 'Roth'],
    ['„Das dauert“, sagte Roth dem Sender.', 'Roth'],
    ['„Das dauert“, sagten Vertreter der Zeitung.', 'Vertreter der Zeitung'],
    ['„Das dauert“, sagte Ministerin Roth der Zeitung.', 'Ministerin Roth'],
    ['„Das dauert“, sagte Eva Roth der Zeitung.', 'Eva Roth'],
    ['Das Werk wurde laut BBC von rund 100 Menschen besetzt.', 'BBC'],
    ['Das Werk wurde laut Nordpost von 100 Menschen besetzt.', 'Nordpost'],
    ['Laut Angaben von 20 Zeugen war es dunkel.', 'Angaben von 20 Zeugen'],
    ['Laut Kern von der Partei fehlt Geld.', 'Kern von der Partei'],
  ],
  'verbs with von': [
    ['Am Abend ging die Polizei von einem technischen Defekt der Anlage aus.', 'die Polizei'],
    ['Gestern berichtete die Agentur von neuen Kämpfen.', 'die Agentur'],
    ['Gestern berichtete die Agentur von Freunden über neue Kämpfe.', 'die Agentur von Freunden'],
    ['Davon geht der Chef von Nordwerk aus.', 'der Chef von Nordwerk'],
    ['Am Abend sprach die Ministerin von „schweren Mängeln“.', 'die Ministerin'],
    ['Am Abend sprach die Ministerin von Hessen von „schweren Mängeln“.', 'die Ministerin von Hessen'],
    ['Gestern forderte die Ministerin von Hessen mehr Geld.', 'die Ministerin von Hessen'],
  ],
  'what a relative pronoun stands for': [
    ['Das Abkommen, das Kern als „historisch“ bezeichnete, gilt ab Juni.', 'Kern'],
    ['Die Pläne, die der Minister „unausgegoren“ nannte, liegen auf Eis.', 'der Minister'],
    ['Die Pläne, die sie „unausgegoren“ nannte, liegen auf Eis.', 'sie'],
    ['Ein Gesetz, das Ministerin Roth „unreif“ nannte, liegt vor.', 'Ministerin Roth'],
    ['Ein Haus, das er als „zu teuer“ bezeichnet, steht leer.', 'er'],
    ['Die Firma, die das Netz „völlig sicher“ nannte, ist pleite.', 'die'],
    ['Der Chef, der Kern „unfähig“ nannte, ging.', 'der'],
    ['Die Chefin, die Kern „unfähig“ nannte, ging.', 'die'],
    ['Die Partei, die Steuern „ungerecht“ nennt, verlor.', 'die'],
    ['Das Amt, das Eltern „Geduld“ versprach, schweigt.', 'das'],
  ],
  'a source without a subject': [
    ['In dem Vertrag wird festgehalten, dass niemand haftet.', 'dem Vertrag'],
    ['Im Jahresbericht wird betont, dass Geld fehlt.', 'Jahresbericht'],
    ['In Berlin wird betont, dass Geld fehlt.', ''],
    ['Von Beobachtern wird betont, dass Geld fehlt.', 'Beobachtern'],
    ['Das Netz ist sicher, wie Jan Kern, Leiter der Prüfstelle betont.', 'Jan Kern, Leiter der Prüfstelle'],
    ['Das Netz ist sicher, wie Jan Kern, Leiter der Prüfstelle, betont.', 'Jan Kern, Leiter der Prüfstelle'],
    ['Sollten sie davon erfahren, so gebe es keinen Schutz, schreibt der Verein.', 'der Verein'],
    ['Die Polizei nahm einen Mann fest. Er soll Geld gestohlen haben.', 'Die Polizei'],
    ['Die Staatsanwaltschaft ermittelt seit Mai. Der Kassierer soll Geld genommen haben.', 'Die Staatsanwaltschaft'],
    ['Die Band spielte am Fluss. Ein Gast soll Geld gestohlen haben.', ''],
  ],
  'names that are written small': [
    ['Nach Angaben von dpa fehlt Geld.', 'Angaben von dpa'],
    ['Nach Angaben von n24 fehlt Geld.', 'Angaben von n24'],
    ['Nach Angaben von nordnetz soll Geld fehlen.', 'Angaben von nordnetz'],
    ['Laut der Zeitung „nordpost.de“ fehlt Geld.', 'der Zeitung „nordpost.de“'],
    ['Nach Angaben von gestern fehlt Geld.', 'Angaben'],
  ],
};

describe.each(Object.entries(families))('%s', (_name, rows) => {
  it.each(rows)('%s', (text, ...expected) => expect(speakers(text)).toEqual(expected));
});
