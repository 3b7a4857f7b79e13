import type { Ontvanger, Ritme, Soort, Status, Vertrouwelijkheid, Vorm } from '../../services/register/types.ts';
import type { Sentences } from '../../services/taal/language.ts';
import { type OwnText, own } from '../own-text.ts';

/** The values of the register as people read them. */
interface Labels {
  readonly soorten: Readonly<Record<Soort, OwnText>>;
  readonly statussen: Readonly<Record<Status, OwnText>>;
  readonly vormen: Readonly<Record<Vorm, OwnText>>;
  readonly ritmes: Readonly<Record<Ritme, OwnText>>;
  readonly ontvangers: Readonly<Record<Ontvanger, OwnText>>;
  readonly vertrouwelijkheden: Readonly<Record<Vertrouwelijkheid, OwnText>>;
}

const nl: Labels = {
  soorten: {
    contract: own`Contract`,
    dvo: own`Dienstverleningsovereenkomst`,
    sla: own`SLA`,
    exit: own`Exitafspraak`,
    begroting: own`Begroting`,
    businesscase: own`Businesscase`,
    herijking: own`Herijking`,
    evaluatie: own`Evaluatie`,
    rapportage: own`Rapportage`,
    informatiebeleidsplan: own`Informatiebeleidsplan`,
    verwerkersovereenkomst: own`Verwerkersovereenkomst`,
    mandaat: own`Mandaat`,
    convenant: own`Convenant`,
    governance: own`Governance`,
    communicatie: own`Communicatie`,
    kwartiermaker: own`Kwartiermaker`,
    overig: own`Overig`,
  },
  statussen: {
    concept: own`Concept`,
    voorgesteld: own`Voorgesteld`,
    lopend: own`Lopend`,
    'onder-herijking': own`Onder herijking`,
    afgerond: own`Afgerond`,
    opgezegd: own`Opgezegd`,
    vervallen: own`Vervallen`,
  },
  vormen: {
    OL: own`Openbaar lichaam`,
    BVO: own`Bedrijfsvoeringsorganisatie`,
    GO: own`Gemeenschappelijk orgaan`,
    RZM: own`Regeling zonder meer`,
    overig: own`Andere vorm`,
  },
  ritmes: {
    eenmalig: own`eenmalig`,
    maandelijks: own`maandelijks`,
    'elk kwartaal': own`elk kwartaal`,
    halfjaarlijks: own`halfjaarlijks`,
    jaarlijks: own`jaarlijks`,
    'elke 2 jaar': own`elke 2 jaar`,
    'elke 4 jaar': own`elke 4 jaar`,
  },
  ontvangers: {
    raad: own`raad`,
    college: own`college`,
    stuurgroep: own`stuurgroep`,
    AB: own`algemeen bestuur`,
    DB: own`dagelijks bestuur`,
  },
  vertrouwelijkheden: { openbaar: own`openbaar`, intern: own`intern`, vertrouwelijk: own`vertrouwelijk` },
};

const en: Labels = {
  soorten: {
    contract: own`Contract`,
    dvo: own`Service agreement (dvo)`,
    sla: own`SLA`,
    exit: own`Exit agreement`,
    begroting: own`Budget`,
    businesscase: own`Business case`,
    herijking: own`Review`,
    evaluatie: own`Evaluation`,
    rapportage: own`Report`,
    informatiebeleidsplan: own`Information policy plan`,
    verwerkersovereenkomst: own`Data processing agreement`,
    mandaat: own`Mandate`,
    convenant: own`Covenant`,
    governance: own`Governance`,
    communicatie: own`Communication`,
    kwartiermaker: own`Quartermaster`,
    overig: own`Other`,
  },
  statussen: {
    concept: own`Draft`,
    voorgesteld: own`Proposed`,
    lopend: own`Running`,
    'onder-herijking': own`Under review`,
    afgerond: own`Completed`,
    opgezegd: own`Terminated`,
    vervallen: own`Lapsed`,
  },
  vormen: {
    OL: own`Public body (openbaar lichaam)`,
    BVO: own`Operational organisation (bedrijfsvoeringsorganisatie)`,
    GO: own`Joint organ (gemeenschappelijk orgaan)`,
    RZM: own`Arrangement without a body (regeling zonder meer)`,
    overig: own`Another form`,
  },
  ritmes: {
    eenmalig: own`once`,
    maandelijks: own`every month`,
    'elk kwartaal': own`every quarter`,
    halfjaarlijks: own`every half year`,
    jaarlijks: own`every year`,
    'elke 2 jaar': own`every 2 years`,
    'elke 4 jaar': own`every 4 years`,
  },
  ontvangers: {
    raad: own`council`,
    college: own`executive`,
    stuurgroep: own`steering group`,
    AB: own`general board`,
    DB: own`executive board`,
  },
  vertrouwelijkheden: { openbaar: own`public`, intern: own`internal`, vertrouwelijk: own`confidential` },
};

export const labels: Sentences<Labels> = { nl, en };
