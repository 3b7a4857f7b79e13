// The import rules of the house: paths run forward (bot → cards → services), rooms meet at their front door,
// and each outside library lives in one room. `npm run lint` fails naming file and rule.
const only = (name, library, room) => ({
  name,
  comment: `${library} lives in ${room} alone`,
  severity: 'error',
  from: { path: '^(bot|cards|services|manifest)/', pathNot: room },
  to: { path: `node_modules/${library}(/|$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'services-know-no-bot',
      severity: 'error',
      from: { path: '^services/' },
      to: { path: '^(bot|cards|manifest)/' },
    },
    { name: 'cards-know-no-bot', severity: 'error', from: { path: '^cards/' }, to: { path: '^(bot|manifest)/' } },
    {
      name: 'product-knows-no-test',
      severity: 'error',
      from: { path: '^(bot|cards|services|manifest)/' },
      to: { path: '^test/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-library-in-product',
      severity: 'error',
      from: { path: '^(bot|cards|services|manifest)/', pathNot: '^(bot/demo|manifest/build)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    only('botbuilder-in-bot', '(botbuilder[^/]*|botframework[^/]*|restify)', '^bot/'),
    only('mongodb-in-opslag', '(mongodb|classic-level|mingo|sorted-btree)', '^services/opslag/'),
    only('files-in-register', '(csv-parse|csv-stringify|read-excel-file|write-excel-file)', '^services/register/'),
    only('graph-in-graph', '@microsoft/microsoft-graph-client', '^services/graph/'),
    only('stems-in-register', '@orama/stemmers', '^services/register/'),
    only('distance-in-register', 'fastest-levenshtein', '^services/register/'),
    only('temporal-in-kalender', 'temporal-polyfill', '^services/kalender/'),
    only('recurrence-in-kalender', 'rrule-temporal', '^services/kalender/'),
    only('feed-in-agenda', 'ical-generator', '^services/agenda/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.json', '.cjs', '.mjs'],
    },
  },
};
