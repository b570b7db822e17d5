// The dependency rules of ARCHITECTURE.md, as a check. bin/check.ts also fails when 0 modules were found.
/** Domains by layer: people <- conversations <- automation. Add a new domain here when its folder is made. */
const people =
  'clinics|events|tasks|accounts|staff|patients|leads|appointments|care|consent|audit|imports|practice-systems';
const conversations = 'calls|dialling|routing|voicemail|speech|links|messages|patient-page|assistant';
const automation = 'webhooks|workflows|campaigns|surveys|shifts|simulation';
const domains = `${people}|${conversations}|${automation}|search|reports|timeline|settings|encryption|demo`;

module.exports = {
  forbidden: [
    {
      name: 'rules-are-pure',
      comment:
        'rules/ decides: it imports only rules/ and an allow-list. No I/O, clock, randomness or environment.',
      severity: 'error',
      from: { path: '^src/[^/]+/rules/', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [
          '^src/[^/]+/rules/',
          '^src/ports/carrier/(voice-steps|leg-status)\\.ts$',
          'node_modules/(zod|libphonenumber-js|date-holidays|liquidjs)',
        ],
      },
    },
    {
      name: 'store-is-private',
      comment: "A store belongs to its domain; others call the domain's actions.",
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/.*\\.store\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'api-and-jobs-are-wired-in-app',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(app|workflow-apis)\\.ts$', '\\.test\\.ts$'] },
      to: { path: '\\.(api|jobs)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domains-import-ports-not-adapters',
      severity: 'error',
      from: { path: `^src/(${domains})/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^src/ports/[^/]+/[^/]+/' },
    },
    {
      name: 'vendor-sdks-stay-in-their-adapter',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/ports/[^/]+/[^/]+/', '\\.test\\.ts$'] },
      to: { path: 'node_modules/(twilio|nodemailer|@elevenlabs|web-push)/' },
    },
    {
      name: 'platform-and-ports-know-no-domain',
      severity: 'error',
      from: { path: '^src/(platform|ports)/' },
      to: { path: `^src/(${domains})/` },
    },
    {
      name: 'people-know-nothing-of-conversations',
      severity: 'error',
      from: { path: `^src/(${people})/` },
      to: { path: `^src/(${conversations}|${automation})/` },
    },
    {
      name: 'conversations-know-nothing-of-automation',
      severity: 'error',
      from: { path: `^src/(${conversations})/` },
      to: { path: `^src/(${automation})/` },
    },
    {
      name: 'sandbox-is-a-system-of-its-own',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^(src|web)/', pathNot: '^src/sandbox/' },
    },
    {
      name: 'product-reaches-the-sandbox-over-http-only',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/sandbox/', '^src/main\\.ts$', '\\.test\\.ts$'] },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'web-takes-values-from-rules-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: '^src/[^/]+/rules/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-takes-types-from-api-or-rules',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: ['^src/[^/]+/rules/', '\\.api\\.ts$'] },
    },
    {
      name: 'ui-holds-no-domain',
      severity: 'error',
      from: { path: '^web/ui/' },
      to: { path: '^(src|web)/', pathNot: '^web/ui/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-drawers',
      comment: 'A name that says nothing hides everything.',
      severity: 'error',
      from: {},
      to: {
        path: '(^|/)(util|utils|helper|helpers|common|shared|service|services|manager|managers|misc)(/|[.]tsx?$)',
        pathNot: 'node_modules',
      },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.d.ts', '.css', '.json'],
    },
  },
};
