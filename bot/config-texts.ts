/** The lines that stop a start. Dutch alone: whoever installs Ketenregie reads them, before any language was chosen. */
export const configTexts = {
  mustBe: (variable: string, must: string): string => `Ketenregie start niet: ${variable} ${must}`,
  oneOf: (values: readonly string[]): string =>
    `moet ${values.slice(0, -1).join(', ')} of ${values.at(-1) ?? ''} zijn.`,
  mongoUri: 'moet een MongoDB-adres zijn, zoals mongodb://server:27017 of mongodb+srv://cluster.voorbeeld.example.',
  databaseName: 'moet een naam van 1 tot 63 tekens zijn, zonder spatie, punt of een van de tekens / \\ " $ * < > : | ?',
  timeZone: 'moet de naam van een tijdzone zijn, zoals Europe/Amsterdam.',
  loopbackHost: 'moet bij LOCAL_MODE=1 een adres van deze machine zelf zijn: 127.0.0.1, ::1 of localhost.',
  host: 'moet een IP-adres of een computernaam zijn, zonder https:// en zonder poort.',
  port: 'moet een geheel getal van 0 tot en met 65535 zijn.',
  guid: 'moet een GUID zijn, zoals 00000000-0000-0000-0000-000000000000.',
  appIdNeeded:
    'moet de app-id van de registratie in Azure zijn. Zonder registratie draait de bot alleen lokaal, met LOCAL_MODE=1.',
  tenantNeeded: (appType: string): string => `moet bij MicrosoftAppType ${appType} de id van de eigen tenant zijn.`,
  passwordNeeded: (appType: string): string =>
    `moet bij MicrosoftAppType ${appType} het geheim van de app-registratie zijn.`,
  localMode: 'moet 1 zijn, of worden weggelaten.',
  localWithRegistration:
    'moet worden weggelaten als MicrosoftAppId is ingevuld: een geregistreerde bot draait nooit zonder aanmelding.',
  tenantList: 'moet een lijst van tenant-id’s (GUID’s) zijn, gescheiden door komma’s.',
  tenantsNeeded:
    'moet de tenant-id’s van de partners noemen, gescheiden door komma’s, als MicrosoftAppTenantId ontbreekt: anders zou iedere organisatie binnen mogen.',
  hostList: 'moet een lijst van computernamen zijn, zonder https:// en zonder poort, gescheiden door komma’s.',
  publicUrl:
    'moet het https-adres zijn waarop de bot van buiten bereikbaar is, zoals https://ketenregie.voorbeeld.example.',
  serviceUrl: 'moet een adres zijn dat met https:// begint (http:// mag alleen naar deze machine zelf).',
};
