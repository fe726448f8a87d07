"use strict";
exports.id = 809;
exports.ids = [809];
exports.modules = {

/***/ 9121:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ discoverAll)
/* harmony export */ });
/* unused harmony export discover */
/* harmony import */ var _tools_dialect__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(528);
/* harmony import */ var _tools_folders__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5619);
/* harmony import */ var _tools_order__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4726);
/* harmony import */ var _tools_sample__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(442);
/* harmony import */ var _exclusion__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9384);





/** The migrations of a tree, in the sequences and the order in which the tools run them. */
function discover(tree, tools) {
    return discoverAll(tree, tools).sequences;
}
/** The same with what was left out and why. Where two tools claim a file, the stronger evidence wins, then the earlier tool. */
function discoverAll(tree, tools, interest = {}) {
    const sequences = [];
    const excluded = [];
    const found = besideScripts(contest(tree, tools), excluded);
    for (const members of grouped(found)) {
        const [first] = members;
        if (first === undefined)
            continue;
        const kept = members.filter((member) => {
            const why = excludedHere(member, members, interest.named ?? []);
            if (why !== null)
                excluded.push({ ...member, why });
            return why === null;
        });
        const other = otherDialect(tree, kept, interest);
        if (other !== null)
            excluded.push(...kept.map((member) => ({ ...member, why: `it is written for ${other}` })));
        else if (kept.length > 0) {
            kept.sort((a, b) => (0,_tools_order__WEBPACK_IMPORTED_MODULE_2__/* .compareOrder */ .w)(a.claim.order, b.claim.order));
            sequences.push({ sequence: first.claim.sequence, tool: first.tool, migrations: kept });
        }
    }
    return { sequences, excluded };
}
function contest(tree, tools) {
    const won = new Map();
    for (const tool of tools) {
        for (const claim of tool.claim(tree)) {
            const known = won.get(claim.path);
            if (known === undefined || claim.evidence > known.claim.evidence)
                won.set(claim.path, { claim, tool });
        }
    }
    return [...won.values()];
}
/** SQL that stands beside scripts of migrations, or in a folder below them, is what the scripts read. */
function besideScripts(found, excluded) {
    const scripted = new Set(found
        .filter(({ claim }) => !claim.path.endsWith('.sql') && claim.excluded === undefined)
        .map(({ claim }) => (0,_tools_folders__WEBPACK_IMPORTED_MODULE_1__/* .parentOf */ .gN)(claim.path)));
    if (scripted.size === 0)
        return found;
    return found.filter((each) => {
        const folder = (0,_tools_folders__WEBPACK_IMPORTED_MODULE_1__/* .parentOf */ .gN)(each.claim.path);
        const beside = each.claim.evidence === 1 && (scripted.has(folder) || scripted.has((0,_tools_folders__WEBPACK_IMPORTED_MODULE_1__/* .parentOf */ .gN)(folder)));
        if (!beside || !each.claim.path.endsWith('.sql'))
            return true;
        excluded.push({ ...each, why: 'the scripts beside it are the migrations, and read it if they use it' });
        return false;
    });
}
function grouped(found) {
    const sequences = new Map();
    for (const each of found) {
        const key = `${each.tool.name}\u0000${each.claim.sequence}`;
        const members = sequences.get(key);
        if (members === undefined)
            sequences.set(key, [each]);
        else
            members.push(each);
    }
    return sequences.values();
}
/** A file that was named is read. A folder that was named is no place for tests and seeds, whatever lies above it; so is the sequence of a file that was named. */
function excludedHere({ claim }, members, named) {
    if (named.includes(claim.path))
        return null;
    if (claim.excluded !== undefined)
        return claim.excluded;
    const path = (0,_exclusion__WEBPACK_IMPORTED_MODULE_3__/* .below */ .G)(claim.path, named);
    const dialect = (0,_tools_dialect__WEBPACK_IMPORTED_MODULE_0__/* .dialectOfPath */ .L8)(path);
    const why = (0,_exclusion__WEBPACK_IMPORTED_MODULE_3__/* .excludedByPath */ .t)(path) ?? (dialect === null ? null : `it is for ${dialect}`);
    if (why === null || named.length === 0)
        return why;
    const ofNamed = members.some((member) => named.includes(member.claim.path));
    return ofNamed ? (0,_exclusion__WEBPACK_IMPORTED_MODULE_3__/* .excludedByPath */ .t)((0,_tools_folders__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(claim.path)) : why;
}
function otherDialect(tree, members, { named, files }) {
    const paths = members.map(({ claim }) => claim.path).filter((path) => path.endsWith('.sql'));
    if (paths.length === 0 || paths.some((path) => named?.includes(path) === true))
        return null;
    if (files !== undefined && files !== null && !paths.some((path) => files.has(path)))
        return null;
    return (0,_tools_dialect__WEBPACK_IMPORTED_MODULE_0__/* .dialectOfTexts */ .Ih)((0,_tools_sample__WEBPACK_IMPORTED_MODULE_4__/* .sample */ .X)(tree, paths));
}


/***/ }),

/***/ 9384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ below),
/* harmony export */   t: () => (/* binding */ excludedByPath)
/* harmony export */ });
/** Folders whose files are no migrations of the project, with the clause that says why. */
const FOLDERS = [
    [/^(?:node_modules|vendor|third[-_]party|bower_components)$/i, 'it belongs to a dependency'],
    [/^(?:dist|build|target|out|\.next|\.nuxt|\.output|\.git)$/i, 'it is in a folder of built files'],
    [
        /^(?:tests?|__tests__|__mocks__|mocks?|testing|test[-_]?data|testutils?|specs?|e2e|cypress|playwright|bench(?:marks?)?)$/i,
        'it is in a folder of tests',
    ],
    [/^(?:fixtures?|__fixtures__)$/i, 'it is in a folder of fixtures'],
    [/^(?:seeds?|seeders?|seed[-_]?data|sample[-_]?data|demo[-_]?data)$/i, 'it is in a folder of seeds'],
    [/^(?:dumps?|backups?|snapshots?|__snapshots__)$/i, 'it is in a folder of dumps'],
    [
        /^(?:templates?|__templates__|\.?archived?|archives|deprecated)$/i,
        'it is in a folder that is not in use',
    ],
];
/** Names that say what a file is, with nothing else in them. */
const FILES = [
    [/^(?:seeds?|seed[-_]?data|sample[-_]?data|demo[-_]?data)\.sql$/i, 'it is a seed'],
    [/^(?:schema|structure|db[-_]schema|full[-_]schema|latest[-_]schema)\.sql$/i, 'it is a schema'],
    [/^(?:dump|backup|pg_?dump)(?:[-_.].*)?\.sql$/i, 'it is a dump'],
    [/^(?:fixtures?|test[-_]?data)\.sql$/i, 'it is a fixture'],
    [/[._-](?:test|tests|spec)\.sql$/i, 'it is a test'],
    [/^(?:template|example)s?\.sql$|\.(?:template|example)\.sql$/i, 'it is a template'],
];
/** Why a file is no migration, by its path below what was named; null where nothing in the path speaks against it. */
function excludedByPath(path) {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    for (const part of parts) {
        const found = FOLDERS.find(([pattern]) => pattern.test(part));
        if (found !== undefined)
            return found[1];
    }
    return FILES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
/** The part of a path below the nearest folder that was named. */
function below(path, named) {
    const above = named.filter((name) => name !== '' && path.startsWith(`${name}/`));
    return path.slice(Math.max(0, ...above.map((name) => name.length + 1)));
}


/***/ }),

/***/ 8205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ seenNotRead)
/* harmony export */ });
/* harmony import */ var _tools_folders__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5619);
/* harmony import */ var _exclusion__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9384);


const has = (tree, folder, name) => (0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .foldersOf */ .pd)(tree).get(folder)?.files.includes(name) === true;
const UNREAD = [
    {
        title: 'Rails',
        path: /(?:^|\/)db\/(?:[\w-]+_)?migrate\/\d+_\w+\.rb$/,
        also: (tree, path) => !(0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .nearestMentions */ .Ae)(tree, (0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)((0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)((0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(path))), ['Gemfile'], /^(?![^]*\bgem\s+["']pg["'])[^]*\bgem\s+["'](?:mysql2|sqlite3|trilogy)["']/),
    },
    {
        title: 'Django',
        path: /(?:^|\/)migrations\/\d{4}_\w+\.py$/,
        also: (tree, path) => has(tree, (0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(path), '__init__.py'),
    },
    {
        title: 'Alembic',
        path: /(?:^|\/)versions\/[^/]+\.py$/,
        also: (tree, path) => has(tree, (0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)((0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(path)), 'env.py') ||
            (0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .nearestFile */ .bQ)(tree, (0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(path), ['alembic.ini']) !== undefined,
    },
    { title: 'Ecto', path: /(?:^|\/)priv\/(?:[\w-]+\/)*(?:tenant_)?migrations\/(?:[\w-]+\/)*\d+_\w+\.exs$/ },
    {
        title: 'Liquibase',
        path: /(?:^|\/)(?:[^/]*change[-_]?log[^/]*|(?:[^/]*(?:change[-_]?(?:log|set)s?|liquibase)[^/]*\/)(?:[^/]+\/)*[^/]+)\.(?:xml|ya?ml|json)$/i,
        // One that only includes others changes nothing by itself.
        also: (tree, path) => {
            const text = tree.read(path) ?? '';
            return /\bdatabaseChangeLog\b/.test(text) && /\bchangeSet\b/.test(text);
        },
    },
    {
        title: 'goose (Go)',
        path: /(?:^|\/)\d+_\w+\.go$/,
        also: (tree, path) => /\bgoose\.Add(?:Named)?Migration/.test(tree.read(path) ?? ''),
    },
    {
        title: 'Flyway (Java, Kotlin)',
        path: /(?:^|\/)db\/migration\/(?:[\w-]+\/)*[VR][\d_.]*__\w+\.(?:java|kt)$/,
    },
    { title: 'SeaORM', path: /(?:^|\/)m\d{8}_\d{6}_\w+\.rs$/ },
    { title: 'Laravel', path: /(?:^|\/)migrations\/(?:[\w-]+\/)*\d{4}_\d{2}_\d{2}_\d{6}_\w+\.php$/ },
    { title: 'Doctrine', path: /(?:^|\/)Version\d{14}\.php$/ },
    { title: 'Entity Framework', path: /(?:^|\/)Migrations\/(?:[\w-]+\/)*\d{14}_\w+(?<!\.Designer)\.cs$/ },
];
/**
 * The migrations of a tree that are seen and not read, one entry a folder: of the files that the caller asks about. What speaks
 * against a file counts only below what was named.
 */
function seenNotRead(tree, asks, named = []) {
    const found = new Map();
    for (const path of tree.paths) {
        if (!/\.(?:rb|py|exs|xml|ya?ml|json|go|java|kt|rs|php|cs)$/.test(path) || !asks(path))
            continue;
        const kind = UNREAD.find((unread) => unread.path.test(path));
        if (kind === undefined || (0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(path) === '__init__.py')
            continue;
        if (!named.includes(path) && (0,_exclusion__WEBPACK_IMPORTED_MODULE_1__/* .excludedByPath */ .t)((0,_exclusion__WEBPACK_IMPORTED_MODULE_1__/* .below */ .G)(path, named)) !== null)
            continue;
        if (kind.also?.(tree, path) === false)
            continue;
        const folder = (0,_tools_folders__WEBPACK_IMPORTED_MODULE_0__/* .parentOf */ .gN)(path);
        const key = `${kind.title}\u0000${folder}`;
        const known = found.get(key) ?? { title: kind.title, folder, paths: [] };
        known.paths.push(path);
        found.set(key, known);
    }
    return [...found.values()];
}


/***/ }),

/***/ 8809:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  analyze: () => (/* binding */ analyze)
});

// EXTERNAL MODULE: ./build/src/config/user-error.js
var user_error = __webpack_require__(7965);
// EXTERNAL MODULE: ./build/package.json
var build_package = __webpack_require__(8797);
// EXTERNAL MODULE: ./build/src/sql/gap.js
var gap = __webpack_require__(8929);
// EXTERNAL MODULE: ./build/src/sql/parse.js + 12 modules
var parse = __webpack_require__(6825);
// EXTERNAL MODULE: ./build/src/sql/source.js
var sql_source = __webpack_require__(7548);
// EXTERNAL MODULE: ./build/src/tools/folders.js
var tools_folders = __webpack_require__(5619);
// EXTERNAL MODULE: ./build/src/tools/registry.js + 149 modules
var registry = __webpack_require__(3332);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/config/config-schema.js

const SEVERITY = dist/* picklist */.KIO(['off', 'notice', 'warning', 'error']);
const RISK = dist/* picklist */.KIO(['low', 'medium', 'high', 'critical', 'never']);
/** One rule: its severity, or an object with it and the rule's own parameters. */
const RULE = dist/* union */.KCZ([SEVERITY, dist/* looseObject */._H3({ severity: dist/* optional */.lqM(SEVERITY) })]);
const A_TIME = 'milliseconds, or a time such as "5s" or "200ms"';
/** A time: milliseconds, or a number with a unit as PostgreSQL writes it. */
const TIME = dist/* union */.KCZ([
    dist/* pipe */.FsL(dist/* number */.aig(), dist/* minValue */.Wwf(0, A_TIME)),
    dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\s*\d+(\.\d+)?\s*(us|ms|s|min|h|d)?\s*$/, A_TIME)),
]);
/** The shape of `pgfence.config.*`: the JSON schema is made of it. */
const CONFIG_SCHEMA = dist/* strictObject */.rej({
    $schema: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('The JSON schema of this file.'))),
    rules: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), RULE), dist/* description */.h_('Per rule id: off, notice, warning, error, or an object with "severity" and the parameters of the rule.'))),
    postgres: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* union */.KCZ([dist/* number */.aig(), dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{2}(\.\d+)?$/, 'a version such as 16 or "14.2"'))]), dist/* description */.h_('The version of the server, oldest in use: 16 or "14.2". 11 to 18.'))),
    paths: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* description */.h_('Globs of the migrations, relative to this file; with ! in front they exclude.'))),
    tool: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('The tool that runs the migrations, where it is not recognised.'))),
    transaction: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['file', 'call', 'all', 'none']), dist/* description */.h_('What the runner puts into one transaction, where it is not known.'))),
    failOn: dist/* optional */.lqM(dist/* pipe */.FsL(RISK, dist/* description */.h_('The lowest risk that fails. Default: high.'))),
    lockTimeout: dist/* optional */.lqM(dist/* strictObject */.rej({
        setBy: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* picklist */.KIO(['migration', 'elsewhere']), dist/* description */.h_('Who sets lock_timeout: each migration, or the role, the runner, the connection string.'))),
        limit: dist/* optional */.lqM(dist/* pipe */.FsL(TIME, dist/* description */.h_('A lock_timeout above it is too long. Default: 5s.'))),
    })),
    staging: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* description */.h_('Schemas or tables whose rows may be lost: "staging", "public.tmp_orders", with * in them.'))),
    publications: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* description */.h_('Tables that are published outside of the migrations; "*" for all.'))),
});
/** Fails to compile where the schema and the type drift apart. */
const SCHEMA_IS_THE_TYPE = true;

// EXTERNAL MODULE: ./build/src/config/did-you-mean.js
var did_you_mean = __webpack_require__(3050);
;// CONCATENATED MODULE: ./build/src/config/validate.js




/** A config document as a config. Throws a UserError that names file, line, what stands there and what is allowed. */
function validate(document, known) {
    if (document.value === null || document.value === undefined)
        return {};
    if (typeof document.value !== 'object' || Array.isArray(document.value)) {
        const found = Array.isArray(document.value) ? 'a list' : JSON.stringify(document.value);
        throw new user_error/* UserError */.y(`${document.path}:1: the configuration must be an object, found ${found}`);
    }
    const result = dist/* safeParse */.xLC(CONFIG_SCHEMA, document.value);
    if (!result.success)
        throw new user_error/* UserError */.y(firstIssue(document, result.issues));
    const { rules, tool, postgres } = result.output;
    for (const [id, entry] of Object.entries(rules ?? {})) {
        const parameters = known.rules.get(id);
        if (parameters === undefined)
            throw wrong(document, ['rules', id], `there is no rule "${id}"${(0,did_you_mean/* didYouMean */.a)(id, [...known.rules.keys()])}`);
        if (typeof entry !== 'string')
            checkParameters(document, id, entry, parameters);
    }
    if (tool !== undefined && !known.tools.includes(tool)) {
        throw wrong(document, ['tool'], `there is no tool "${tool}"${(0,did_you_mean/* didYouMean */.a)(tool, known.tools)}`);
    }
    const major = Math.floor(Number(postgres ?? 18));
    if (major < 11 || major > 18)
        throw wrong(document, ['postgres'], `"postgres" is ${String(postgres)}; pgfence speaks for 11 to 18`);
    return result.output;
}
function checkParameters(document, id, entry, known) {
    for (const [name, value] of Object.entries(entry)) {
        if (name === 'severity')
            continue;
        const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
        const names = Object.keys(known);
        if (parameter === undefined) {
            const instead = names.length === 0 ? '; it has none' : (0,did_you_mean/* didYouMean */.a)(name, names);
            throw wrong(document, ['rules', id, name], `the rule "${id}" has no parameter "${name}"${instead}`);
        }
        if (!parameter.fits(value)) {
            const found = JSON.stringify(value);
            throw wrong(document, ['rules', id, name], `"rules.${id}.${name}" is ${found}; expected ${parameter.expects}`);
        }
    }
}
function firstIssue(document, issues) {
    const [issue] = issues;
    const keys = (issue?.path ?? []).map((item) => item.key);
    if (issue === undefined)
        return `${document.path}: not a valid configuration`;
    const name = keys.join('.');
    const last = String(keys[keys.length - 1]);
    const line = document.lineOf(keys);
    if (issue.type === 'strict_object' && issue.expected === 'never') {
        return `${document.path}:${line}: there is no setting "${name}"${(0,did_you_mean/* didYouMean */.a)(last, keysOf(keys.slice(0, -1)))}`;
    }
    if (keys[0] === 'rules' && keys.length === 2)
        return ruleIssue(document, String(keys[1]), issue.input);
    return `${document.path}:${line}: "${name}" is ${issue.received}; expected ${expectedInWords(issue)}`;
}
const SEVERITIES = 'off, notice, warning, error';
/** An entry is a severity, or an object that has one. */
function ruleIssue(document, id, entry) {
    if (typeof entry === 'object' && entry !== null && 'severity' in entry) {
        const line = document.lineOf(['rules', id, 'severity']);
        return `${document.path}:${line}: "rules.${id}.severity" is ${JSON.stringify(entry.severity)}; expected ${SEVERITIES}`;
    }
    const line = document.lineOf(['rules', id]);
    return `${document.path}:${line}: "rules.${id}" is ${JSON.stringify(entry)}; expected ${SEVERITIES}, or an object with "severity" and the parameters of the rule`;
}
/** What is allowed, in words: the schema gives it where a pattern would say little. */
function expectedInWords(issue) {
    if (issue.kind === 'validation')
        return issue.message;
    const [first] = issue.issues ?? [];
    if (issue.type === 'union' && first?.kind === 'validation')
        return first.message;
    return (issue.expected ?? issue.message)
        .replace(/[()"]/g, '')
        .replaceAll(' | ', ', ')
        .replace(/^Array$/, 'a list')
        .replace(/^Object$/, 'an object')
        .replace(/^string$/, 'a text')
        .replace(/^boolean$/, 'true or false');
}
function keysOf(path) {
    if (path.length === 0)
        return Object.keys(CONFIG_SCHEMA.entries);
    return path[0] === 'lockTimeout' ? ['setBy', 'limit'] : [];
}
function wrong(document, keys, what) {
    return new user_error/* UserError */.y(`${document.path}:${document.lineOf(keys)}: ${what}`);
}

// EXTERNAL MODULE: ./build/src/rules/parameters.js
var rules_parameters = __webpack_require__(8464);
// EXTERNAL MODULE: ./build/src/rules/registry.generated.js + 267 modules
var registry_generated = __webpack_require__(6638);
;// CONCATENATED MODULE: ./build/src/cli/load-config.js





/** Where a configuration is looked for, in this order, in a folder and those above it. */
const CONFIG_NAMES = [
    'pgfence.config.ts',
    'pgfence.config.json',
    'pgfence.config.yaml',
    'pgfence.config.yml',
];
/** The configuration of a folder of a tree; empty where there is none. Throws a UserError that names file and line. */
async function loadConfigOf(tree, folder, named) {
    const found = findConfig(tree, folder, named);
    return found === null ? {} : readConfig(found);
}
/** The configuration that is named, else the nearest one; null where there is none. Throws a UserError where a named one is missing. */
function findConfig(tree, folder, named) {
    return named === null ? nearest(tree, folder) : at(tree, named);
}
/** What a configuration says. Throws a UserError that names file and line. */
async function readConfig({ path, text }) {
    const document = await documentOf(path, text);
    return validate(document, { rules: knownRules(), tools: registry/* TOOLS */.I.map((tool) => tool.name) });
}
function knownRules() {
    return new Map(registry_generated/* RULES */.y.map(({ id, parameters = {} }) => {
        const known = Object.entries(parameters).map(([name, parameter]) => [
            name,
            { expects: rules_parameters/* PARAMETER_IN_WORDS */.GU[parameter.kind], fits: (value) => (0,rules_parameters/* isFit */.ct)(parameter, value) },
        ]);
        return [id, Object.fromEntries(known)];
    }));
}
function at(tree, path) {
    const text = tree.read(path);
    if (text === null)
        throw new user_error/* UserError */.y(`${path}: no such configuration file`);
    return { path, text };
}
function nearest(tree, folder) {
    for (let current = folder;; current = current.includes('/') ? current.slice(0, current.lastIndexOf('/')) : '') {
        for (const name of CONFIG_NAMES) {
            const path = (current === '' ? name : `${current}/${name}`);
            const text = tree.read(path);
            if (text !== null)
                return { path, text };
        }
        if (current === '')
            return null;
    }
}
/** The readers are loaded when there is something to read. */
async function documentOf(path, text) {
    if (path.endsWith('.ts')) {
        const [{ typescriptDocument }, babel] = await Promise.all([
            __webpack_require__.e(/* import() */ 234).then(__webpack_require__.bind(__webpack_require__, 9234)),
            __webpack_require__.e(/* import() */ 429).then(__webpack_require__.bind(__webpack_require__, 5429)),
        ]);
        return typescriptDocument(path, text, babel);
    }
    const { yamlDocument } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(34)]).then(__webpack_require__.bind(__webpack_require__, 3034));
    return yamlDocument(path, text);
}

// EXTERNAL MODULE: ./build/src/cli/postgres-version.js
var postgres_version = __webpack_require__(4617);
// EXTERNAL MODULE: ./build/src/cli/working-copy.js
var working_copy = __webpack_require__(9528);
;// CONCATENATED MODULE: ./build/src/cli/analysis-of.js










/** What the options and the configuration ask for: the options win. */
async function analysisOf(paths, options, copy, surroundings) {
    const { cwd } = surroundings;
    const at = (path) => (0,working_copy/* pathInTree */.HR)(copy.root, cwd, path);
    const found = findConfig(copy.tree, at('.'), options.config === undefined ? null : at(options.config));
    const config = found === null ? {} : await readConfig(found);
    const changes = await changesOf(options, copy, surroundings);
    const expanded = paths.length > 0
        ? paths.filter((path) => path !== '-').map((path) => (0,working_copy/* expand */.fT)(copy.root, cwd, path))
        : await configured(config, copy.root, found === null ? '' : (0,tools_folders/* parentOf */.gN)(found.path));
    if (paths.length === 0 && expanded.length === 0 && changes === null)
        throw new user_error/* UserError */.y('nothing to analyze: name files, folders or globs, - for standard input, --since or --staged');
    const { major, minor } = (0,postgres_version/* postgresVersion */.C)(options.postgres ?? config.postgres ?? null, copy.tree);
    const tool = options.tool ?? config.tool;
    return {
        parser: await (0,parse/* loadParser */.q)(),
        copy,
        changes,
        config,
        named: expanded.flatMap(({ kind, paths: files }) => (kind === 'file' ? files : [])),
        places: expanded.filter(({ kind }) => kind !== 'file'),
        isWhole: expanded.length === 0 && changes !== null,
        standardInput: paths.includes('-')
            ? await standardInput(at(options.stdinPath ?? 'stdin.sql'), surroundings)
            : null,
        edited: new Map(),
        tool: registry/* TOOLS */.I.find(({ name }) => name === tool) ?? null,
        transaction: options.transaction ?? config.transaction ?? null,
        direction: options.down === true ? 'down' : 'up',
        history: options.history,
        together: options.together === true,
        major,
        minor,
        rules: options.rules ?? 'default',
        failOn: options.failOn ?? config.failOn ?? 'high',
        version: build_package/* version */.rE,
    };
}
/** Git is asked only where an option asks for it. */
async function changesOf({ since, staged }, copy, { environment }) {
    if (since === undefined && staged !== true)
        return null;
    const { changesSince, stagedChanges } = await __webpack_require__.e(/* import() */ 98).then(__webpack_require__.bind(__webpack_require__, 2098));
    return since === undefined ? stagedChanges(copy, environment) : changesSince(copy, since, environment);
}
/** What the configuration names, relative to itself; what it excludes is taken out. */
async function configured({ paths = [] }, root, folder) {
    const below = (glob) => (folder === '' ? glob : `${folder}/${glob}`);
    const excluded = paths.filter((glob) => glob.startsWith('!')).map((glob) => below(glob.slice(1)));
    const included = paths
        .filter((glob) => !glob.startsWith('!'))
        .map((glob) => (0,working_copy/* expand */.fT)(root, root, below(glob)));
    if (excluded.length === 0)
        return included;
    const { minimatch } = await __webpack_require__.e(/* import() */ 138).then(__webpack_require__.bind(__webpack_require__, 1138));
    return included.map((named) => ({
        ...named,
        paths: named.paths.filter((path) => !excluded.some((glob) => minimatch(path, glob, { dot: true }))),
    }));
}
async function standardInput(path, { readStandardInput }) {
    const source = (0,sql_source/* decodeSource */.E4)(path, await readStandardInput());
    if ((0,gap/* isGap */.N)(source))
        throw new user_error/* UserError */.y(`standard input: ${source.detail}`);
    return source;
}

// EXTERNAL MODULE: ./build/src/changes/discover.js
var discover = __webpack_require__(9121);
;// CONCATENATED MODULE: ./build/src/changes/left-out.js
/** What is said of files that were asked for and left out: one line a reason, for the notes of a report. */
function leftOutNotes(excluded, asked) {
    const reasons = new Map();
    for (const { claim, why } of excluded) {
        if (!asked(claim.path))
            continue;
        const known = reasons.get(why);
        if (known === undefined)
            reasons.set(why, [claim.path]);
        else
            known.push(claim.path);
    }
    return [...reasons].map(([why, paths]) => {
        const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
        return `Not judged: ${paths[0] ?? ''}${more}, because ${why}.`;
    });
}

;// CONCATENATED MODULE: ./build/src/changes/plan.js
/** The sequences that have something to judge, each in the order it is read. */
function plan(sequences, selection) {
    return sequences.flatMap((sequence) => {
        const running = sequence.migrations.filter(({ claim }) => claim.direction === 'both' ||
            claim.direction === 'up' ||
            (selection.direction === 'down' && selection.judged.has(claim.path)));
        const judged = running.filter(({ claim }) => selection.judged.has(claim.path) &&
            (claim.direction === 'both' || claim.direction === selection.direction));
        if (judged.length === 0)
            return [];
        const isJudged = new Set(judged);
        const others = selection.history
            ? running.filter((migration) => !isJudged.has(migration) && migration.claim.direction !== 'down')
            : [];
        const ordered = selection.order === 'first' ? [...others, ...judged] : inPlace(running, isJudged, new Set(others));
        const places = new Map(sequence.migrations.map((migration, place) => [migration, place]));
        const downs = new Set(sequence.migrations.flatMap(({ claim }) => (claim.direction === 'down' ? [claim.version] : [])));
        return [
            {
                sequence: sequence.sequence,
                migrations: ordered.map((migration) => ({
                    ...migration,
                    judged: isJudged.has(migration),
                    place: places.get(migration) ?? -1,
                    hasDown: hasDown(migration, downs),
                })),
            },
        ];
    });
}
function inPlace(running, judged, others) {
    const last = running.findLastIndex((migration) => judged.has(migration));
    return running.slice(0, last + 1).filter((migration) => judged.has(migration) || others.has(migration));
}
function hasDown({ claim }, downs) {
    return claim.direction !== 'up' || downs.size === 0 ? null : downs.has(claim.version);
}

// EXTERNAL MODULE: ./build/src/changes/seen.js
var changes_seen = __webpack_require__(8205);
// EXTERNAL MODULE: ./build/src/changes/source-tree.js
var source_tree = __webpack_require__(3856);
// EXTERNAL MODULE: ./build/src/tools/order.js
var order = __webpack_require__(4726);
;// CONCATENATED MODULE: ./build/src/changes/unclaimed.js


/** Files that were named and that no tool claims: read by one tool, in the order of their names, one sequence a folder. */
function unclaimedSequences(paths, tool, why) {
    const folders = new Map();
    for (const path of paths) {
        const folder = (0,tools_folders/* parentOf */.gN)(path);
        const known = folders.get(folder);
        if (known === undefined)
            folders.set(folder, [path]);
        else
            known.push(path);
    }
    return [...folders].map(([sequence, files]) => {
        const migrations = files.map((path) => ({
            tool,
            claim: {
                path,
                sequence,
                order: (0,order/* orderOfName */.j)((0,tools_folders/* nameOf */.Vb)(path)),
                version: null,
                direction: 'up',
                evidence: 1,
                why,
            },
        }));
        migrations.sort((a, b) => (0,order/* compareOrder */.w)(a.claim.order, b.claim.order));
        return { sequence, tool, migrations };
    });
}

// EXTERNAL MODULE: ./build/src/config/active-rules.js
var active_rules = __webpack_require__(7673);
// EXTERNAL MODULE: ./build/src/config/rule-options.js
var rule_options = __webpack_require__(2192);
;// CONCATENATED MODULE: ./build/src/github/changed-lines.js
/** The lines that a region touches. One that ends before the first column of a line does not touch it. */
function linesOf({ line, endLine, endColumn }) {
    return { start: line, end: endColumn <= 1 && endLine > line ? endLine - 1 : endLine };
}
/** A region is changed if it has an added line, or if lines were removed between two of its lines. */
function isChanged(region, { added, removedAfter }) {
    if (added === 'whole')
        return true;
    const { start, end } = linesOf(region);
    return (added.some((run) => run.start <= end && run.end >= start) ||
        removedAfter.some((line) => line >= start && line < end));
}
/**
 * The part of a region that a pull request can show: its first run of added lines, because GitHub shows an alert or a
 * comment only if every line of it is in the diff. Undefined if none of its lines was added.
 *
 * @param lengthOf length of a line in UTF-16 units, without its end
 */
function clip(region, { added }, lengthOf) {
    if (added === 'whole')
        return region;
    const { start, end } = linesOf(region);
    const run = added.find((candidate) => candidate.start <= end && candidate.end >= start);
    if (run === undefined)
        return undefined;
    const first = Math.max(start, run.start);
    const last = Math.min(end, run.end);
    return {
        line: first,
        column: first === region.line ? region.column : 1,
        endLine: last,
        endColumn: last === region.endLine ? region.endColumn : lengthOf(last) + 1,
    };
}

;// CONCATENATED MODULE: ./build/src/javascript/javascript.js
function createJavaScript(parser) {
    return { parser, parsed: new Map() };
}

;// CONCATENATED MODULE: ./build/src/javascript/load.js

/** Makes readers of JavaScript, one a state of the repository. The parser is loaded only if one of the files is JavaScript; null otherwise. */
async function javascriptFor(paths) {
    for (const path of paths) {
        if (!/\.[cm]?[jt]sx?$/.test(path))
            continue;
        const babel = await __webpack_require__.e(/* import() */ 429).then(__webpack_require__.bind(__webpack_require__, 5429));
        return () => createJavaScript(babel);
    }
    return null;
}

// EXTERNAL MODULE: ./build/src/review.js + 186 modules
var review = __webpack_require__(1029);
;// CONCATENATED MODULE: ./build/src/review/unread-migrations.js
/** Migrations that are seen and not read, as sequences of which each file is one gap: so they count against the coverage. */
function unreadMigrations(seen, fileOf) {
    return seen.map(({ title, folder, paths, detail = `a migration of ${title}` }) => ({
        sequence: folder,
        complete: false,
        migrations: paths.map((path) => {
            const { source, status, previousPath, isChanged } = fileOf(path);
            const end = source.text.indexOf('\n');
            const at = { file: path, start: 0, end: end === -1 ? source.text.length : end };
            return {
                facts: {
                    path,
                    source,
                    tool: title,
                    sequence: folder,
                    direction: 'up',
                    status,
                    previousPath,
                    version: null,
                    transaction: 'unknown',
                },
                extract: () => ({
                    fragments: [],
                    gaps: [{ kind: 'gap', at, reason: 'seen-not-read', detail }],
                    transaction: 'unknown',
                }),
                judged: { isChanged, base: null },
            };
        }),
    }));
}

// EXTERNAL MODULE: ./build/src/tools/sql/index.js + 2 modules
var sql = __webpack_require__(6771);
;// CONCATENATED MODULE: ./build/src/cli/analyze.js


















/** Reads and judges what was named, or what of it is part of the change set. */
async function analyzePaths(analysis) {
    const { changes } = analysis;
    const given = givenFiles(analysis);
    const judged = judgedFiles(analysis);
    const tree = treeOf(analysis, judged);
    const named = [...analysis.places.map(({ at }) => at), ...given];
    const tools = analysis.tool === null ? registry/* TOOLS */.I : [analysis.tool];
    const discovery = (0,discover/* discoverAll */.$)(tree, tools, { named, files: judged });
    const known = analysis.tool === null ? (0,changes_seen/* seenNotRead */.Z)(tree, (path) => judged.has(path), named) : [];
    const seen = [...known, ...unknownCode(discovery, known, analysis)];
    const sequences = withUnclaimed(discovery, seen, tree, analysis);
    const planned = plan(sequences, {
        judged,
        history: analysis.history,
        direction: analysis.direction,
        order: changes === null ? 'in-place' : 'first',
    });
    const migrations = planned.flatMap((sequence) => sequence.migrations);
    const javascript = await javascriptFor(migrations.map(({ claim }) => claim.path));
    const states = {
        head: { tree, javascript: javascript?.() ?? null },
        base: { tree: changes?.base ?? source_tree/* NO_TREE */.hZ, javascript: javascript?.() ?? null },
    };
    return (0,review/* review */.N)({
        parser: analysis.parser,
        major: analysis.major,
        sequences: [
            ...planned.map(({ sequence, migrations }) => ({
                sequence,
                complete: analysis.history,
                migrations: migrations.map((migration) => inputOf(migration, states, analysis)),
            })),
            ...unreadMigrations(seen, (path) => ({
                source: sourceOf(path, tree.load(path)),
                ...changeOf(changes?.files.get(path)),
            })),
        ],
        knownChangeSet: analysis.together || changes !== null,
        historySource: 'files',
        scope: changes === null ? 'paths' : 'changed',
        rules: (0,active_rules/* activeRules */.I)(registry_generated/* RULES */.y, analysis.config.rules, analysis.rules),
        knownRules: new Set(registry_generated/* RULES */.y.map((rule) => rule.id)),
        options: (0,rule_options/* ruleOptions */.j)(analysis.config, analysis.minor),
        gate: { failOn: analysis.failOn, gates: true, unchanged: false },
        version: analysis.version,
        notes: [
            ...unrecognised(planned.flatMap(({ sequence, migrations }) => migrations.some(({ tool }) => tool === sql/* sql */.l) ? [sequence] : []), analysis),
            ...leftOutNotes(discovery.excluded, (path) => judged.has(path)),
        ],
    });
}
/** Files that were named each by itself. */
function givenFiles({ named, standardInput }) {
    return standardInput === null ? named : [...named, standardInput.path];
}
/** Files that were named, are code and belong to no tool. */
function unknownCode({ sequences }, seen, analysis) {
    if (analysis.tool !== null)
        return [];
    const claimed = new Set(sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)));
    const unread = new Set(seen.flatMap(({ paths }) => paths));
    const detail = 'code of no tool that pgfence recognises; --tool says whose migration it is';
    return givenFiles(analysis)
        .filter((path) => CODE.test(path) && !claimed.has(path) && !unread.has(path))
        .map((path) => ({ title: 'not recognised', folder: (0,tools_folders/* parentOf */.gN)(path), paths: [path], detail }));
}
const CODE = /\.(?:[mc]?[jt]sx?|rb|py|exs?|php|go|java|kt|rs|cs)$/;
/** What is asked about: of a change set what was named of it, or all of it. Deleted files ran before and are history. */
function judgedFiles(analysis) {
    const { changes, places } = analysis;
    const named = new Set([...givenFiles(analysis), ...places.flatMap(({ paths }) => paths)]);
    if (changes === null)
        return named;
    const changed = [...changes.files].flatMap(([path, { status }]) => (status === 'deleted' ? [] : [path]));
    return new Set(analysis.isWhole ? changed : changed.filter((path) => named.has(path)));
}
function treeOf({ copy, changes, standardInput, edited }, judged) {
    const tree = changes?.head ?? copy.tree;
    return (0,source_tree/* sourceTree */._6)(() => [...new Set([...tree.paths, ...judged])].sort(), (path) => edited.get(path) ?? (standardInput?.path === path ? standardInput : tree.load(path)));
}
/**
 * Named files that no tool claims are read as plain SQL, with their neighbours as their history. So is SQL that a glob matches, and
 * what stands directly in a folder of which no tool claims any file.
 */
function withUnclaimed({ sequences, excluded }, seen, tree, analysis) {
    const claimed = new Set(sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)));
    const left = new Set(excluded.map(({ claim }) => claim.path));
    const unread = new Set(seen.flatMap(({ paths }) => paths));
    const isFree = (path) => path.endsWith('.sql') && !claimed.has(path) && !left.has(path);
    const loose = givenFiles(analysis).filter((path) => !claimed.has(path) && !unread.has(path));
    const found = analysis.places.flatMap(({ kind, at, paths }) => {
        if (kind === 'glob')
            return paths.filter(isFree);
        const unknown = !paths.some((path) => claimed.has(path));
        return unknown ? paths.filter((path) => isFree(path) && (0,tools_folders/* parentOf */.gN)(path) === at) : [];
    });
    const folders = new Set([...loose, ...found].map(tools_folders/* parentOf */.gN).filter((folder) => folder !== ''));
    const neighbours = tree.paths.filter((path) => isFree(path) && folders.has((0,tools_folders/* parentOf */.gN)(path)));
    const extra = new Set([...loose, ...found, ...neighbours]);
    return [...sequences, ...unclaimedSequences(extra, analysis.tool ?? sql/* sql */.l, 'it was named')];
}
function inputOf({ claim, tool, judged, place, hasDown }, { head, base }, { changes, direction, transaction }) {
    const file = changes?.files.get(claim.path);
    const loaded = head.tree.load(claim.path);
    const read = (path, { tree, javascript }) => {
        const source = tree.load(path);
        if ((0,gap/* isGap */.N)(source))
            return { fragments: [], gaps: [source], transaction: 'unknown' };
        return tool.extract(source, {
            direction: judged ? direction : 'up',
            path,
            tree,
            transaction,
            javascript,
        });
    };
    const before = file === undefined ? null : pathBefore(file);
    const { status, previousPath, isChanged: isPart } = changeOf(file);
    return {
        facts: {
            path: claim.path,
            source: sourceOf(claim.path, loaded),
            tool: tool.name,
            sequence: claim.sequence,
            direction: judged ? direction : 'up',
            status,
            previousPath,
            version: claim.version,
            transaction: transaction ?? tool.runner.transaction,
            place,
            ...(hasDown === null ? {} : { hasDown }),
        },
        extract: () => read(claim.path, head),
        judged: judged
            ? {
                isChanged: isPart,
                base: before === null ? null : () => read(before, base),
            }
            : null,
    };
}
/** What a change set does with a file; without one, all of it is asked about. */
function changeOf(file) {
    return {
        status: file?.status ?? 'unknown',
        previousPath: file?.previousPath === undefined ? null : (0,sql_source/* filePath */.s$)(file.previousPath),
        isChanged: (place) => file === undefined || isChanged(place, file.lines),
    };
}
/** Where the version stands that a change set edits. */
function pathBefore({ status, path, previousPath }) {
    return status === 'modified' || status === 'renamed' ? (0,sql_source/* filePath */.s$)(previousPath ?? path) : null;
}
function sourceOf(path, loaded) {
    return (0,gap/* isGap */.N)(loaded) ? { path, text: '' } : loaded;
}
function unrecognised(sequences, analysis) {
    if (analysis.transaction !== null || analysis.tool !== null)
        return [];
    return sequences.map((sequence) => `The runner of ${sequence === '' ? 'these files' : sequence} is not recognised, so what shares a transaction is assumed; "tool" or "transaction" in the configuration says it.`);
}

// EXTERNAL MODULE: ./build/src/cli/colors.js
var cli_colors = __webpack_require__(9943);
;// CONCATENATED MODULE: ./build/src/findings/apply-edits.js
/** The edits that can be made together. Those of one finding are made all or none; what two findings ask alike is made once. */
function chooseEdits(findings) {
    const byFile = new Map();
    const chosen = [];
    const left = [];
    for (const finding of findings) {
        const edits = finding.repair?.edits ?? [];
        if (finding.suppressed !== null || edits.length === 0)
            continue;
        const asked = edits.filter((edit) => !(byFile.get(edit.at.file) ?? []).some((other) => isSame(edit, other)));
        if (asked.some((edit) => (byFile.get(edit.at.file) ?? []).some((other) => meet(edit, other)))) {
            left.push(finding);
            continue;
        }
        chosen.push(finding);
        for (const edit of asked) {
            const known = byFile.get(edit.at.file);
            if (known === undefined)
                byFile.set(edit.at.file, [edit]);
            else
                known.push(edit);
        }
    }
    for (const edits of byFile.values())
        edits.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
    return { byFile, findings: chosen, left };
}
/** The text with edits made that do not meet. Line ends become those of the text, and a line put before another takes its indent. */
function applyEdits(text, edits) {
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    let result = '';
    let done = 0;
    for (const { at, text: replacement } of edits) {
        const indent = at.start === at.end && replacement.endsWith('\n') ? indentBefore(text, at.start) : '';
        result += text.slice(done, at.start) + (replacement + indent).replace(/\r?\n/g, lineEnd);
        done = at.end;
    }
    return result + text.slice(done);
}
function isSame(a, b) {
    return a.at.start === b.at.start && a.at.end === b.at.end && a.text === b.text;
}
/** Two insertions at one place meet too: which comes first is nobody's to say. */
function meet(a, b) {
    if (a.at.start === b.at.start)
        return true;
    return a.at.start < b.at.end && b.at.start < a.at.end;
}
function indentBefore(text, offset) {
    const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return /^[ \t]*$/.test(before) ? before : '';
}

// EXTERNAL MODULE: ./build/src/report/printable.js
var printable = __webpack_require__(5702);
;// CONCATENATED MODULE: ./build/src/report/unified-diff.js

const CONTEXT = 3;
/** How a file would change, as `git apply` and people read it; empty where nothing differs. */
function unifiedDiff(path, before, after) {
    const old = unified_diff_linesOf(before);
    const fresh = unified_diff_linesOf(after);
    const hunks = hunksOf(unified_diff_changesOf(old, fresh), old, fresh);
    const name = (0,printable/* printable */.g)(path);
    return hunks.length === 0 ? '' : [`--- a/${name}`, `+++ b/${name}`, ...hunks, ''].join('\n');
}
/** Lines with their ends. */
function unified_diff_linesOf(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/**
 * The stretches that differ, from the first line that does to the next that both have. Edits are few and far between, so that a
 * look ahead finds what a search for the shortest script would find.
 */
function unified_diff_changesOf(old, fresh) {
    const changes = [];
    let a = 0;
    let b = 0;
    while (a < old.length || b < fresh.length) {
        if (old[a] === fresh[b]) {
            a += 1;
            b += 1;
            continue;
        }
        const [oldLines, newLines] = nextMeeting(old, fresh, a, b);
        changes.push({ oldStart: a, oldLines, newStart: b, newLines });
        a += oldLines;
        b += newLines;
    }
    return changes;
}
/** How far to go on either side, together least, until the lines are the same again. */
function nextMeeting(old, fresh, a, b) {
    const restOld = old.length - a;
    const restNew = fresh.length - b;
    for (let steps = 1; steps < Math.min(restOld + restNew, MOST_AHEAD); steps += 1) {
        for (let added = Math.min(steps, restNew); added >= 0 && steps - added <= restOld; added -= 1) {
            const line = old[a + steps - added];
            if (line !== undefined && line === fresh[b + added])
                return [steps - added, added];
        }
    }
    return [restOld, restNew];
}
const MOST_AHEAD = 2000;
function hunksOf(changes, old, fresh) {
    const groups = [];
    for (const change of changes) {
        const last = groups.at(-1)?.at(-1);
        if (last !== undefined && change.oldStart - (last.oldStart + last.oldLines) <= 2 * CONTEXT)
            groups.at(-1)?.push(change);
        else
            groups.push([change]);
    }
    return groups.map((group) => hunkOf(group, old, fresh));
}
function hunkOf(group, old, fresh) {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined)
        return '';
    const before = Math.min(CONTEXT, first.oldStart);
    const oldFrom = first.oldStart - before;
    const newFrom = first.newStart - before;
    const oldTo = Math.min(old.length, last.oldStart + last.oldLines + CONTEXT);
    const newTo = newFrom + (oldTo - oldFrom) + group.reduce((sum, c) => sum + c.newLines - c.oldLines, 0);
    const lines = [];
    let at = oldFrom;
    for (const { oldStart, oldLines, newStart, newLines } of group) {
        lines.push(...old.slice(at, oldStart).map((line) => marked(' ', line)));
        lines.push(...old.slice(oldStart, oldStart + oldLines).map((line) => marked('-', line)));
        lines.push(...fresh.slice(newStart, newStart + newLines).map((line) => marked('+', line)));
        at = oldStart + oldLines;
    }
    lines.push(...old.slice(at, oldTo).map((line) => marked(' ', line)));
    return [`@@ -${rangeOf(oldFrom, oldTo)} +${rangeOf(newFrom, newTo)} @@`, ...lines].join('\n');
}
function rangeOf(from, to) {
    const count = to - from;
    const start = count === 0 ? from : from + 1;
    return count === 1 ? String(start) : `${String(start)},${String(count)}`;
}
function marked(mark, line) {
    return line.endsWith('\n') ? mark + line.slice(0, -1) : `${mark}${line}\n\\ No newline at end of file`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/cli/error-code.js
var error_code = __webpack_require__(8699);
;// CONCATENATED MODULE: ./build/src/cli/edit-file.js





/**
 * Writes a text in the place of another, as the file was encoded. Gives a clause where it does not: the file is no longer what was
 * read, or a link leads out of the tree. What stands behind the path is opened once, so that nobody can change it in between.
 */
function editFile(root, path, before, after) {
    let file;
    try {
        const target = insideOf(root, path);
        if (target === null)
            return 'a link leads out of the tree';
        file = (0,external_node_fs_.openSync)(target, external_node_fs_.constants.O_RDWR | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    }
    catch (error) {
        return `it cannot be written (${(0,error_code/* codeOf */.$)(error)})`;
    }
    try {
        if (!(0,external_node_fs_.fstatSync)(file).isFile())
            return 'it is no file';
        const bytes = (0,external_node_fs_.readFileSync)(file);
        const source = (0,sql_source/* decodeSource */.E4)(path, bytes);
        if ((0,gap/* isGap */.N)(source) || source.text !== before)
            return 'it has changed since it was read';
        const encoded = encode(after, before, bytes);
        if (encoded === null)
            return 'its encoding cannot say what would be written';
        (0,external_node_fs_.writeSync)(file, encoded, 0, encoded.length, 0);
        (0,external_node_fs_.ftruncateSync)(file, encoded.length);
        return null;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** The path with links resolved, if it stays where it was named: inside of the tree, or outside without any link. */
function insideOf(root, path) {
    const named = (0,external_node_path_.resolve)(root, path);
    const real = (0,external_node_fs_.realpathSync)(named);
    const tree = (0,external_node_fs_.realpathSync)(root);
    const isInside = real.startsWith(tree.endsWith(external_node_path_.sep) ? tree : tree + external_node_path_.sep);
    const wasOutside = path.startsWith('../') && real === named;
    return isInside || wasOutside ? real : null;
}
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
function encode(after, before, bytes) {
    const mark = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : Buffer.alloc(0);
    const utf8 = Buffer.concat([mark, Buffer.from(before, 'utf8')]);
    if (utf8.equals(bytes))
        return Buffer.concat([mark, Buffer.from(after, 'utf8')]);
    const latin1 = Buffer.from(after, 'latin1');
    return latin1.toString('latin1') === after ? latin1 : null;
}

;// CONCATENATED MODULE: ./build/src/cli/fix.js





/**
 * The edits of a report, made in memory. A file in which they would bring findings that it did not have (CONCURRENTLY in a
 * transaction that the runner opens) is tried again with one finding at a time, and keeps what brings none.
 */
async function fix(report, copy, reanalyze) {
    const textOf = (path) => {
        const own = report.migrations.find((migration) => migration.path === path)?.source;
        const source = own ?? copy.load(path);
        return (0,gap/* isGap */.N)(source) ? null : source.text;
    };
    const all = chooseEdits(report.findings);
    const whole = filesOf(all.byFile, textOf);
    if (whole.length === 0)
        return { files: [], findings: [] };
    const worse = worseFiles(report, await reanalyze(sourcesOf(whole)));
    if (worse.size === 0)
        return { files: whole, findings: all.findings };
    const kept = all.findings.filter((finding) => !worse.has(pathOf(finding, report)));
    const doubtful = all.findings.filter((finding) => worse.has(pathOf(finding, report)));
    for (const finding of doubtful.slice(0, MOST_TRIES)) {
        const files = filesOf(chooseEdits([...kept, finding]).byFile, textOf);
        if (worseFiles(report, await reanalyze(sourcesOf(files))).size === 0)
            kept.push(finding);
    }
    return { files: filesOf(chooseEdits(kept).byFile, textOf), findings: kept };
}
/** Each try is an analysis of its own. What is left is for the next run. */
const MOST_TRIES = 40;
/** Writes the files; says in one line each what was done, or why not. Gives those that were written. */
function writeFixes(fixed, copy, error) {
    const written = fixed.files.filter(({ path, before, after }) => {
        const refused = editFile(copy.root, path, before, after);
        if (refused !== null)
            error(`pgfence: ${(0,printable/* printable */.g)(path)} is not edited: ${refused}\n`);
        else
            error(`fixed ${(0,printable/* printable */.g)(path)}: ${rulesOf(fixed, path)}\n`);
        return refused === null;
    });
    return sourcesOf(written);
}
function rulesOf({ findings }, path) {
    const answered = findings.filter(({ repair }) => repair?.edits?.some((edit) => edit.at.file === path));
    return [...new Set(answered.map(({ rule }) => rule))].join(', ');
}
/** All changes as one unified diff. */
function diffOf({ files }) {
    return files.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('');
}
function filesOf(byFile, textOf) {
    return [...byFile].flatMap(([path, edits]) => {
        const before = textOf(path);
        return before === null ? [] : [{ path, before, after: applyEdits(before, edits) }];
    });
}
function sourcesOf(files) {
    return new Map(files.map(({ path, after }) => [path, { path, text: after }]));
}
function pathOf(finding, report) {
    return report.migrations[finding.migration]?.path ?? finding.at.file;
}
/** The migrations that have more findings of some rule, or more gaps, than before. */
function worseFiles(before, after) {
    const known = countsOf(before);
    const worse = new Set();
    for (const [path, counts] of countsOf(after)) {
        for (const [rule, count] of counts)
            if (count > (known.get(path)?.get(rule) ?? 0))
                worse.add(path);
    }
    return worse;
}
function countsOf(report) {
    const counts = new Map();
    for (const { path, gaps } of report.migrations)
        counts.set(path, new Map([['gap', gaps.length]]));
    for (const finding of report.findings) {
        if (finding.suppressed !== null)
            continue;
        const own = counts.get(pathOf(finding, report));
        own?.set(finding.rule, (own.get(finding.rule) ?? 0) + 1);
    }
    return counts;
}

// EXTERNAL MODULE: ./build/src/cli/reporters.js + 14 modules
var reporters = __webpack_require__(2153);
;// CONCATENATED MODULE: ./build/src/cli/analyze-command.js







/** `pgfence analyze`: reads, judges, prints, and edits where it is asked to. Gives the exit status. */
async function analyze(paths, options, surroundings) {
    refuseContradictions(paths, options);
    const copy = (0,working_copy/* openWorkingCopy */.Fs)(surroundings.cwd);
    const analysis = await analysisOf(paths, options, copy, surroundings);
    const report = await analyzePaths(analysis);
    if (options.fix !== true)
        return print(report, options, surroundings);
    const fixed = await fix(report, copy, (edited) => analyzePaths({ ...analysis, edited }));
    if (options.dryRun === true) {
        surroundings.out(diffOf(fixed));
        return report.summary.gating > 0 ? 1 : 0;
    }
    const edited = writeFixes(fixed, copy, surroundings.error);
    return print(await analyzePaths({ ...analysis, edited }), options, surroundings);
}
function refuseContradictions(paths, options) {
    if (options.since !== undefined && options.staged === true)
        throw new user_error/* UserError */.y('--since and --staged: only one of them can say what is judged');
    if (options.dryRun === true && options.fix !== true)
        throw new user_error/* UserError */.y('--dry-run goes with --fix');
    if (!paths.includes('-')) {
        if (options.stdinPath !== undefined)
            throw new user_error/* UserError */.y('--stdin-path goes with the path -');
        return;
    }
    if (options.fix === true)
        throw new user_error/* UserError */.y('--fix cannot edit standard input');
    if (options.since !== undefined || options.staged === true)
        throw new user_error/* UserError */.y('standard input is no part of a change set of git');
}
async function print(report, options, surroundings) {
    const { environment, colors } = surroundings;
    const columns = Number(environment['COLUMNS']) || surroundings.columns;
    const color = (0,cli_colors/* isColorful */.b)(environment, colors);
    surroundings.out(await (0,reporters/* render */.X)(report, options.output, { columns, color, quiet: options.quiet === true }));
    return report.summary.gating > 0 ? 1 : 0;
}


/***/ })

};
;