import { describe, expect, it } from 'vitest';
import { found } from './found.ts';

/** Each rule with sentences it must find, and near ones it must leave. All sentences were written for this test. */
const cases: Record<string, [text: string, expected: string[]][]> = {
  'direct-colon': [
    ['Ministerin Eva Roth sagte: „Wir prüfen das.“', ['direct-colon | „Wir prüfen das.“ | Ministerin Eva Roth | sagte']],
    ['Firmenchef Jan Kern: „Wir wachsen weiter.“', ['direct-colon | „Wir wachsen weiter.“ | Firmenchef Jan Kern | :']],
    ['Auf dem Schild steht nur ein Wort: „Nordpost“.', []],
    ['Auf Schildern stand: „Mehr Zeit“, „Mehr Luft“ und „Kein Lärm“.', ['direct-colon | „Mehr Zeit“ | Schildern | stand', 'direct-fragment | „Mehr Luft“ | Schildern | stand', 'direct-fragment | „Kein Lärm“ | Schildern | stand']],
    ['Von der Linden sagte: „Wir prüfen das.“', ['direct-colon | „Wir prüfen das.“ | Von der Linden | sagte']],
    ['Ihr Fazit: „Sehr schade“.', ['direct-colon | „Sehr schade“ | Ihr Fazit | :']],
  ],
  'direct-frame': [
    ['„Das dauert noch“, sagte Roth. „Wir brauchen Geduld.“', ['direct-frame | „Das dauert noch“ | Roth | sagte', 'direct-alone | „Wir brauchen Geduld.“ | Roth | sagte']],
    ['„Das dauert“, sagte Roth, „noch Jahre.“', ['direct-frame | „Das dauert“ … „noch Jahre.“ | Roth | sagte']],
    ['„Alles ist bereit“, so die Behörde.', ['direct-frame | „Alles ist bereit“ | die Behörde | so']],
    ['„Auf bald“, mit diesen Worten trat Roth zurück.', ['direct-frame | „Auf bald“ | Roth | trat … zurück']],
    ['Die Zeitung „Nordpost“ wuchs im Mai.', []],
  ],
  'direct-alone': [
    ['Roth sagte: „Wir bauen das Werk.\n\n„Wir brauchen Geduld.“', ['direct-colon | „Wir bauen das Werk. … „Wir brauchen Geduld.“ | Roth | sagte']],
  ],
  'direct-clause': [
    ['Ministerin Eva Roth trat ans Pult. „Wir haben zu lange gewartet und gehen jetzt los“ war überall zu lesen.', ['direct-clause | „Wir haben zu lange gewartet und gehen jetzt los“ | Ministerin Eva Roth | ']],
    ['Die Ministerin wartet auf Jahre „voller guter Nachrichten“.', ['direct-clause | „voller guter Nachrichten“ | Die Ministerin | wartet']],
    ['Die Ministerin hat wieder „alle Hausaufgaben der Nachbarn kopiert“.', []],
    ['Die Maschinen lernen, „wie Menschen zu sprechen“.', []],
    ['Der Chor sang „Wir gehen heute nicht nach Hause“.', []],
    ['„Wer hat den Mond gesehen“ ist der Titel des Romans.', []],
    ['Die Ministerin besuchte den Betrieb der „nordwerk energie gmbh“ am Hafen.', []],
    ['Warum baut sie das Haus? Der Streit um „Mut und die ganze Welt“', []],
  ],
  'direct-voiced': [
    ['Die Ministerin sieht den Plan als „halbe Lösung“.', ['direct-voiced | „halbe Lösung“ | Die Ministerin | sieht']],
    ['Für Trainerin Eva Roth war das „ein Spiel ohne Mut“.', ['direct-voiced | „ein Spiel ohne Mut“ | Trainerin Eva Roth | war']],
    ['Die Ministerin wies den Vorwurf der „groben Untätigkeit“ von sich.', ['direct-voiced | „groben Untätigkeit“ | Die Ministerin | Vorwurf']],
    ['Die Ministerin ist „ganz ruhig“.', ['direct-voiced | „ganz ruhig“ | Die Ministerin | ist']],
    ['Die Demonstranten trugen Plakate mit der Aufschrift „Kein Blut für Öl“.', ['direct-voiced | „Kein Blut für Öl“ | Die Demonstranten | Aufschrift']],
    ['Auf Transparenten war „Kein Blut für Öl“ zu lesen.', ['direct-voiced | „Kein Blut für Öl“ | Transparenten | lesen']],
    ['Die Rufe „Kein Blut für Öl“ hallten durch die Stadt.', []],
    ['Der Verein trat aus „persönlichen Gründen“ zurück.', ['direct-voiced | „persönlichen Gründen“ | Der Verein | trat … zurück']],
    ['Die Ministerin will eine „neue Energie“ schaffen.', []],
    ['Die Polizei geht von einem „tragischen Unglück“ aus.', ['direct-voiced | „tragischen Unglück“ | Die Polizei | geht … aus']],
    ['Das von der Ministerin als „Meilenstein“ gefeierte Abkommen tritt in Kraft.', ['direct-voiced | „Meilenstein“ | der Ministerin | gefeierte']],
    ['Das als „Nordlicht“ bekannte Haus wird verkauft.', []],
    ['Das Gerät dient als „intelligente Steckdose“.', []],
  ],
  'direct-fragment': [
    ['Der Verband sprach von einem „Sieg der Vernunft“.', ['direct-fragment | „Sieg der Vernunft“ | Der Verband | sprach']],
    ['Das nannte Roth „unerhört“.', ['direct-fragment | „unerhört“ | Roth | nannte']],
    ['Dies bezeichnete Roth als „unerhört“.', ['direct-fragment | „unerhört“ | Roth | bezeichnete']],
    ['Sie las aus dem Roman „Der kalte Fluss“.', []],
    ['Die Partei wirft der Ministerin „Betrug“ vor.', ['direct-fragment | „Betrug“ | Die Partei | wirft … vor']],
    ['Kern nannte den Plan „völlig überzogen“, die Partei dagegen „einen Anfang“.', ['direct-fragment | „völlig überzogen“ | Kern | nannte', 'direct-fragment | „einen Anfang“ | die Partei | nannte']],
    ['Sie nennt sich „Nordwelle 12“.', []],
    ['Die Ministerin leugnet „jede Beteiligung“.', ['direct-fragment | „jede Beteiligung“ | Die Ministerin | leugnet']],
    ['Die Menge skandierte Sätze wie zum Beispiel „Kein Blut für Öl“.', ['direct-fragment | „Kein Blut für Öl“ | Die Menge | skandierte']],
    ['Roth warf dem Unternehmen „grobe Fahrlässigkeit“ vor.', ['direct-fragment | „grobe Fahrlässigkeit“ | Roth | warf … vor']],
  ],
  'direct-inside': [
    ['Roth erklärte, dass die Lage „sehr ernst“ sei.', ['dass | dass die Lage „sehr ernst“ sei | Roth | erklärte', 'direct-inside | „sehr ernst“ | Roth | erklärte']],
    ['Roth erklärte, dass der „Durchbruch“ gelinge.', ['dass | dass der „Durchbruch“ gelinge | Roth | erklärte', 'direct-inside | „Durchbruch“ | Roth | erklärte']],
    ['Laut Roth ist der „Durchbruch“ nah.', ['laut | ist der „Durchbruch“ nah | Roth | Laut']],
    ['Laut Roth ist das ein „Skandal“.', ['laut | ist das ein „Skandal“ | Roth | Laut', 'direct-inside | „Skandal“ | Roth | Laut']],
    ['Roth erklärte, dass der Sender „Nordwelle“ umziehe.', ['dass | dass der Sender „Nordwelle“ umziehe | Roth | erklärte']],
  ],
  'laut': [
    ['Laut Polizei wurde niemand verletzt.', ['laut | wurde niemand verletzt | Polizei | Laut']],
    ['Der Umbau hat nach Angaben des Betreibers 12 Millionen Euro gekostet.', ['laut | Der Umbau hat … 12 Millionen Euro gekostet | Angaben des Betreibers | nach']],
    ['Der Strom fiel nach Angaben des Betreibers am Morgen aus.', ['laut | Der Strom fiel … am Morgen aus | Angaben des Betreibers | nach']],
    ['Medienberichten zufolge steht der Verkauf bevor.', ['laut | steht der Verkauf bevor | Medienberichten | zufolge']],
    ['Die Anlage ist sicher, so Betreiber Nordwerk.', ['laut | Die Anlage ist sicher | Betreiber Nordwerk | so']],
    ['Wie die Behörde mitteilte, bleibt die Brücke gesperrt.', ['laut | bleibt die Brücke gesperrt | die Behörde | Wie … mitteilte']],
    ['Seiner Ansicht nach ist das Gesetz gut.', ['laut | ist das Gesetz gut | Seiner Ansicht | nach']],
    ['Aus Sicht der Mieter ist das Haus zu teuer.', ['laut | ist das Haus zu teuer | Sicht der Mieter | Aus']],
    ['Amtlichen Angaben nach blieb das Haus leer.', ['laut | blieb das Haus leer | Amtlichen Angaben | nach']],
    ['Nach Angaben informierter Kreise blieb das Haus leer.', ['laut | blieb das Haus leer | Angaben informierter Kreise | Nach']],
    ['Laut Eva Roth, Leiterin des Amtes, bleibt das Haus leer.', ['laut | bleibt das Haus leer | Eva Roth, Leiterin des Amtes | Laut']],
    ['Nach dem Unfall wurden Vorwürfe laut.', []],
    ['Er sprach laut und deutlich.', []],
  ],
  'dass': [
    ['Die Forscherin betonte, dass die Werte sinken.', ['dass | dass die Werte sinken | Die Forscherin | betonte']],
    ['Kern beeilte sich, den Gästen zu versichern, dass die Fabrik offen bleibt.', ['dass | dass die Fabrik offen bleibt | Kern | versichern']],
    ['Er gab gestern an, dass er nichts wisse.', ['dass | dass er nichts wisse | Er | gab … an']],
    ['Roth, die das Amt seit Mai leitet, sagte, dass sie bleibe, und kündigte einen Plan an.', ['dass | dass sie bleibe | Roth | sagte']],
    ['Das führte dazu, dass die Preise sanken.', []],
    ['Sie prüft, ob das Gerät hält.', []],
  ],
  'verb-second-konjunktiv': [
    ['Kern sagte, die Fabrik werde im Herbst fertig.', ['verb-second-konjunktiv | die Fabrik werde im Herbst fertig | Kern | sagte']],
    ['Kern beeilte sich zu versichern, die Fabrik könne offen bleiben.', ['verb-second-konjunktiv | die Fabrik könne offen bleiben | Kern | beeilte']],
    ['Der Zeitung sagte Kern, die Fabrik bleibe offen.', ['verb-second-konjunktiv | die Fabrik bleibe offen | Kern | sagte']],
    ['Kern öffnete die Tür, die alte Fabrik war leer.', []],
  ],
  'zu-infinitive': [
    ['Der Konzern kündigte an, tausend Stellen zu streichen.', ['zu-infinitive | tausend Stellen zu streichen | Der Konzern | kündigte an']],
    ['Der Konzern hat am Montag angekündigt tausend Stellen zu streichen.', ['zu-infinitive | tausend Stellen zu streichen | Der Konzern | hat … angekündigt']],
    ['Der Konzern droht damit, das Werk stillzulegen.', ['zu-infinitive | das Werk stillzulegen | Der Konzern | droht']],
    ['Der Konzern baute um, um Kosten zu sparen.', []],
  ],
  'fronted': [
    ['Die Fabrik werde im Herbst fertig, sagte Kern am Montag.', ['fronted | Die Fabrik werde im Herbst fertig | Kern | sagte']],
    ['Die Preise, heißt es in dem Bericht, seien gefallen.', ['fronted | Die Preise … seien gefallen | dem Bericht | heißt']],
    ['Insgesamt seien, teilte Kern mit, vierzig Gäste gekommen.', ['fronted | Insgesamt seien … vierzig Gäste gekommen | Kern | teilte … mit']],
    ['Nachdem er angekommen war, sagte Kern nichts.', []],
  ],
  'run-on': [
    ['Kern sagte, er bleibe. Die Arbeit mache ihm Freude. Er habe noch viel vor. Das Haus ist alt.', ['verb-second-konjunktiv | er bleibe | Kern | sagte', 'run-on | Die Arbeit mache ihm Freude. Er habe noch viel vor. | Kern | ']],
    ['Ich habe das Gerät getestet.', []],
    ['Viele Geräte wären ohne Strom nutzlos.', []],
  ],
  'evidential': [
    ['Der Täter soll das Passwort gestohlen haben.', ['evidential | Der Täter soll das Passwort gestohlen haben. |  | ']],
    ['Das Werk soll im Mai öffnen.', []],
  ],
  'anaphoric': [
    ['Die Brücke bleibt gesperrt. Das teilte die Stadt mit.', ['anaphoric | Die Brücke bleibt gesperrt. … Das | die Stadt | teilte … mit']],
    ['Die Brücke bleibt gesperrt. Das teilte Sprecherin Roth mit.', ['anaphoric | Die Brücke bleibt gesperrt. … Das | Sprecherin Roth | teilte … mit']],
    ['Die Brücke bleibt gesperrt. Das ärgert viele.', []],
    ['Die Brücke bleibt gesperrt. Das mitgeteilte Datum gilt.', []],
  ],
  'nominal': [
    ['Der Vorwurf, sie habe gelogen, traf sie hart.', ['nominal | sie habe gelogen | Der Vorwurf | Der Vorwurf']],
    ['Seit Mai gab es Hinweise, dass Wasser eindringt.', ['nominal | dass Wasser eindringt | Hinweise | Hinweise']],
    ['Die Stadt dementierte einen Bericht, wonach die Brücke gesperrt werde.', ['nominal | die Brücke gesperrt werde | wonach | wonach']],
    ['Das Dach, das alt war, brach ein.', []],
  ],
  'reported': [
    ['Die Partei warf der Regierung Untätigkeit vor.', ['reported | Die Partei warf der Regierung Untätigkeit vor. | Die Partei | warf … vor']],
    ['Das Beben forderte drei Opfer.', []],
  ],
  'distanced': [
    ['Die Stadt lehnte den Plan ab, da er zu teuer sei.', ['distanced | da er zu teuer sei | Die Stadt | lehnte … ab']],
    ['Die Stadt lehnte den Plan ab, da er zu teuer ist.', []],
  ],
  'chain': [
    ['Der Verkauf steht bevor, berichtet die „Nordpost“ unter Berufung auf zwei Insider.', ['fronted | Der Verkauf steht bevor | die „Nordpost“ | berichtet', 'chain | Der Verkauf steht bevor | zwei Insider | unter Berufung auf']],
  ],
};

describe('attribution rules', () => {
  for (const [rule, rows] of Object.entries(cases)) {
    describe(rule, () => {
      it.each(rows)('%s', (text, expected) => expect(found(text)).toEqual(expected));
    });
  }
});
