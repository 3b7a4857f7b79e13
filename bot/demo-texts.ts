/** What the demo says on the terminal. Dutch alone, as the rest of the installation. */
export const demoTexts = {
  filled: (verbanden: number, afspraken: number): string =>
    `Het voorbeeld is geladen: ${verbanden} samenwerkingsverbanden, ${afspraken} verzonnen afspraken.`,
  ready: (address: string): string =>
    [
      '',
      `Open in je browser:  ${address}`,
      '',
      'Kies links het kanaal "Omgevingsdienst Drenthe", begin een bericht met @Ketenregie en probeer:',
      '  • koppel Omgevingsdienst Drenthe        (daarna komen de herinneringen hier binnen)',
      '  • Welke gemeenten doen mee aan de Omgevingsdienst Drenthe?',
      "  • Welke dvo's verlopen dit jaar?",
      '  • besluit: de evaluatie wordt in het voorjaar gehouden',
      '',
      'Stoppen: Ctrl-C.',
    ].join('\n'),
  stopped: 'De demo is gestopt. Wat je deed, is bewaard.',
  playgroundStopped: 'De Playground is onverwacht gestopt; de demo stopt nu ook.',
  playgroundSilent:
    'De Playground is niet gestart. Kijk in de map data/playground/devTools waarom, en start de demo daarna opnieuw.',
};
