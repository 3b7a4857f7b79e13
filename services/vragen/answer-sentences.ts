/** Every sentence of an answer in words. Names, titles and dates come in as they are; nothing here is Markdown. */
export interface AnswerTexts {
  readonly found: (total: number) => string;
  readonly more: (count: number) => string;
  readonly count: (total: number) => string;
  readonly countVerbanden: (total: number) => string;
  readonly foundVerbanden: (total: number) => string;
  readonly foundBesluiten: (total: number) => string;
  readonly nothingFound: string;
  /** Of an eigenaar whose name nobody in the register has. */
  readonly unknownOwner: (naam: string) => string;
  readonly nothingLate: string;
  readonly registerEmpty: string;
  readonly nothingBesluiten: string;
  readonly nothingVerbanden: string;
  readonly endedExist: (count: number) => string;
  readonly askOwner: (owner: string) => string;
  readonly noOwner: string;
  readonly unknownCode: (code: string) => string;
  readonly unknownName: (name: string) => string;
  readonly didYouMean: string;
  readonly unknownAsker: string;
  readonly noSuchNumber: (number: number) => string;
  readonly noEarlierList: string;
  readonly inChannel: (verbanden: string) => string;
  readonly bodyUnknown: (orgaan: string) => string;
  readonly labels: Readonly<
    Record<
      | 'verband'
      | 'partijen'
      | 'soort'
      | 'status'
      | 'ingangsdatum'
      | 'einddatum'
      | 'opzegtermijn'
      | 'stilzwijgend'
      | 'herijking'
      | 'rapportagedatum'
      | 'rapportageAan'
      | 'rapportageritme'
      | 'eigenaar'
      | 'plaatsvervanger'
      | 'document'
      | 'vertrouwelijkheid'
      | 'besluiten'
      | 'looptijd'
      | 'deelnemers'
      | 'vorm'
      | 'doel'
      | 'beleidsterreinen'
      | 'bestuursorganen'
      | 'toezichthouder'
      | 'orgaan',
      string
    >
  >;
  readonly short: {
    readonly einddatum: (day: string) => string;
    readonly herijking: (day: string) => string;
    readonly rapportagedatum: (day: string) => string;
    readonly ingangsdatum: (day: string) => string;
    readonly eigenaar: (name: string) => string;
  };
  readonly late: string;
  readonly notRecorded: string;
  readonly yes: string;
  readonly no: string;
  readonly giveNoticeBy: (day: string) => string;
  readonly noticeEnded: (day: string) => string;
  readonly from: (day: string) => string;
  readonly until: (day: string) => string;
  readonly contact: (about: string, owners: string) => string;
  readonly owns: (owner: string, count: number) => string;
  readonly noDocument: (total: number) => string;
  readonly regelingText: (verband: string) => string;
  readonly vormen: Readonly<Record<'OL' | 'BVO' | 'GO' | 'RZM' | 'overig', string>>;
  readonly isVorm: (verband: string, vorm: string) => string;
  readonly participants: (verband: string, count: number, names: string) => string;
  readonly participates: (organisatie: string, verband: string, since: string | undefined) => string;
  readonly participatesNot: (organisatie: string, verband: string) => string;
  /** Of the only verband that was looked at; else {@link missingSoort}. */
  readonly missingSoortIn: (soort: string, verband: string) => string;
  readonly missingSoort: (soort: string, without: number, all: number) => string;
  readonly noZienswijze: string;
  readonly ambiguous: (names: string) => string;
  readonly ambiguousJoin: string;
  /** Under the likeliest ones: how many more bear the name. */
  readonly ambiguousMore: (more: number) => string;
  readonly withdrawn: (day: string) => string;
  readonly thanks: string;
  readonly cancelled: string;
  readonly outOfScope: string;
  readonly unknown: string;
  readonly examples: readonly string[];
  readonly noExplanation: (term: string) => string;
  readonly source: (source: string) => string;
  /** Of a state of an earlier day. */
  readonly judgedByDates: (count: number) => string;
  readonly startUnknown: (count: number) => string;
  readonly knownSince: (code: string, day: string) => string;
  readonly lastChanges: string;
  readonly firstRecorded: string;
  readonly changed: (fields: string) => string;
  readonly olderChanges: (count: number) => string;
  readonly noChanges: string;
  readonly answeredBefore: (antwoord: string, door: string, day: string, code: string) => string;
  readonly alsoEnded: string;
  readonly overdueOnly: string;
}
