"use strict";
exports.id = 114;
exports.ids = [114];
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

/***/ 3856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   _6: () => (/* binding */ sourceTree),
/* harmony export */   hZ: () => (/* binding */ NO_TREE)
/* harmony export */ });
/* unused harmony export overlaid */
/* harmony import */ var _sql_gap__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8929);

/** A tree of these paths. What `load` gives should be cheap to ask for again. */
function sourceTree(paths, load) {
    let known = null;
    return {
        get paths() {
            known ??= paths();
            return known;
        },
        load,
        read(path) {
            const source = load(path);
            return (0,_sql_gap__WEBPACK_IMPORTED_MODULE_0__/* .isGap */ .N)(source) ? null : source.text;
        },
    };
}
/** A tree with some more files, or others in their places. */
function overlaid(tree, files) {
    if (files.size === 0)
        return tree;
    return sourceTree(() => [...new Set([...tree.paths, ...files.keys()])].sort(), (path) => files.get(path) ?? tree.load(path));
}
/** A file that could not be had. */
function unreadable(path, detail) {
    return { kind: 'gap', at: { file: path, start: 0, end: 0 }, reason: 'unreadable-file', detail };
}
/** A tree of nothing. */
const NO_TREE = sourceTree(() => [], (path) => unreadable(path, 'the file is not there'));


/***/ }),

/***/ 8699:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf)
/* harmony export */ });
/** What the system says of a failed call: `ENOENT`, `EISDIR`. */
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}


/***/ }),

/***/ 3114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  migrations: () => (/* binding */ migrations)
});

// EXTERNAL MODULE: ./build/src/changes/discover.js
var discover = __webpack_require__(9121);
// EXTERNAL MODULE: ./build/src/changes/seen.js
var seen = __webpack_require__(8205);
// EXTERNAL MODULE: ./build/src/sql/line-map.js
var line_map = __webpack_require__(3348);
// EXTERNAL MODULE: ./build/src/changes/exclusion.js
var exclusion = __webpack_require__(9384);
;// CONCATENATED MODULE: ./build/src/changes/without-files.js


/** Commands, as scripts of packages, shells, containers and workflows write them. */
const COMMANDS = [
    { what: 'drizzle-kit push', text: /\bdrizzle-kit(?:@[\w.^~-]+)?\s+push\b/ },
    { what: 'prisma db push', text: /\bprisma(?:@[\w.^~-]+)?\s+db\s+push\b/ },
    { what: 'prisma db execute', text: /\bprisma(?:@[\w.^~-]+)?\s+db\s+execute\b/ },
    { what: 'typeorm schema:sync', text: /\btypeorm(?:-ts-node-\w+)?\b[^\n"]*\bschema:sync\b/ },
    { what: 'mikro-orm schema:update', text: /\bmikro-orm(?:-esm)?\s+schema:update\b[^\n"]*--run\b/ },
];
/** Code and configuration. */
const CODE = [
    {
        what: 'synchronize: true',
        text: /(?:["']synchronize["']|(?<!["'`\w])synchronize)\s*:\s*true\b/,
        also: /\btypeorm\b|\bDataSource\b|\bTypeOrm\w*|["']?\bentities["']?\s*:/i,
    },
    {
        what: 'sync()',
        text: /\b(?:sequelize|db\.sequelize|models\.sequelize|connection)\.sync\s*\(/i,
        also: /\bsequelize\b/i,
    },
    { what: 'updateSchema()', text: /\.updateSchema\s*\(/, also: /mikro-?orm/i },
];
const SHELL = /(?:^|\/)(?:package\.json|Makefile|Justfile|justfile|Taskfile\.ya?ml|Procfile|Dockerfile[\w.-]*|(?:docker-)?compose[\w.-]*\.ya?ml|[\w.-]+\.sh|fly\.toml|railway\.(?:json|toml)|render\.yaml|vercel\.json)$|(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/;
const SCRIPT = /\.(?:[mc]?[jt]s|tsx)$|(?:^|\/)ormconfig(?:\.\w+)?\.(?:json|ya?ml)$/;
const MOST = 256 * 1024;
/** The places of a tree that change the database without migration files, each way once a file. Comments do not count. */
function withoutFiles(tree, asks) {
    return tree.paths.flatMap((path) => {
        const ways = SHELL.test(path) ? COMMANDS : SCRIPT.test(path) && !path.endsWith('.d.ts') ? CODE : [];
        if (ways.length === 0 || !asks(path) || (0,exclusion/* excludedByPath */.t)(path) !== null)
            return [];
        const text = tree.read(path);
        if (text === null || text.length > MOST)
            return [];
        return ways.flatMap(({ what, text: pattern, also }) => {
            if (also?.test(text) === false)
                return [];
            const match = outsideComments(text, pattern);
            return match === undefined ? [] : [{ what, path, line: (0,line_map/* lineMap */.d)(text).place(match, match).line }];
        });
    });
}
/** Where a pattern first stands in a line that does not begin as a comment, and not behind `//`. */
function outsideComments(text, pattern) {
    for (const { index } of text.matchAll(new RegExp(pattern, `g${pattern.flags}`))) {
        const before = text.slice(text.lastIndexOf('\n', index) + 1, index);
        if (!/^\s*(?:#|\*|\/\*)|(?:^|[^:])\/\//.test(before))
            return index;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/src/report/printable.js
var printable = __webpack_require__(5702);
// EXTERNAL MODULE: ./build/src/tools/registry.js + 149 modules
var registry = __webpack_require__(3332);
// EXTERNAL MODULE: ./build/src/cli/working-copy.js
var working_copy = __webpack_require__(9528);
;// CONCATENATED MODULE: ./build/src/cli/migrations-command.js






/** `pgfence migrations`: what is taken for migrations, of which tool, in which order, and why; and what is not, and why. */
function migrations(folder, surroundings) {
    const copy = (0,working_copy/* openWorkingCopy */.Fs)(surroundings.cwd);
    const inside = (0,working_copy/* pathInTree */.HR)(copy.root, surroundings.cwd, folder);
    const below = (path) => inside === '' || path === inside || path.startsWith(`${inside}/`);
    const named = inside === '' ? [] : [inside];
    const { sequences, excluded } = (0,discover/* discoverAll */.$)(copy.tree, registry/* TOOLS */.I, {
        named,
        files: inside === '' ? null : new Set(copy.tree.paths.filter(below)),
    });
    const sections = [
        ...sequences.map((sequence) => sequenceLines(sequence, below)),
        leftOutLines(excluded.filter(({ claim }) => below(claim.path))),
        seenLines((0,seen/* seenNotRead */.Z)(copy.tree, below, named)),
        withoutLines(withoutFiles(copy.tree, below)),
    ].filter((lines) => lines.length > 0);
    const text = sections.map((lines) => lines.map((line) => `${(0,printable/* printable */.g)(line)}\n`).join('')).join('\n');
    const none = sequences.some((sequence) => sequenceLines(sequence, below).length > 0)
        ? ''
        : `No migrations found that pgfence reads.\n${text === '' ? '' : '\n'}`;
    surroundings.out(none + text);
    return 0;
}
function sequenceLines({ sequence, tool, migrations: all }, below) {
    const shown = all.filter(({ claim }) => below(claim.path));
    const [first] = shown;
    if (first === undefined)
        return [];
    const whys = new Set(shown.map(({ claim }) => claim.why));
    const shared = whys.size === 1 ? `: ${first.claim.why}` : '';
    return [
        `${tool.title}, ${sequence === '' ? '.' : sequence} (${files(shown.length)}, in this order)${shared}`,
        ...shown.map(({ claim }) => {
            const direction = { up: '', down: ' [down]', both: ' [up and down]' }[claim.direction];
            return `  ${within(claim.path, sequence)}${direction}${whys.size === 1 ? '' : `: ${claim.why}`}`;
        }),
    ];
}
/** A path, from the folder of its sequence on where it lies there. */
function within(path, folder) {
    return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}
function leftOutLines(excluded) {
    const groups = new Map();
    for (const { claim, why } of excluded) {
        const { sequence, path } = claim;
        const key = `${sequence}\u0000${why}`;
        const known = groups.get(key) ?? { heading: `  ${sequence === '' ? '.' : sequence}: ${why}`, names: [] };
        known.names.push(within(path, sequence));
        groups.set(key, known);
    }
    if (groups.size === 0)
        return [];
    return [
        'Left out:',
        ...[...groups.values()].map(({ heading, names }) => {
            const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
            return `${heading} (${names.slice(0, SHOWN).join(', ')}${more})`;
        }),
    ];
}
const SHOWN = 3;
function seenLines(seen) {
    if (seen.length === 0)
        return [];
    return [
        'Seen, not read:',
        ...seen.map(({ title, folder, paths }) => `  ${title}, ${folder === '' ? '.' : folder} (${files(paths.length)})`),
    ];
}
function withoutLines(found) {
    if (found.length === 0)
        return [];
    return [
        'Changes the database without migration files:',
        ...found.map(({ what, path, line }) => `  ${what}, ${path} line ${line}`),
    ];
}
function files(count) {
    return count === 1 ? '1 file' : `${count} files`;
}


/***/ }),

/***/ 9528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fs: () => (/* binding */ openWorkingCopy),
/* harmony export */   HR: () => (/* binding */ pathInTree),
/* harmony export */   fT: () => (/* binding */ expand)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var tinyglobby__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3382);
/* harmony import */ var _changes_source_tree__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3856);
/* harmony import */ var _config_user_error__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7965);
/* harmony import */ var _sql_source__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7548);
/* harmony import */ var _error_code__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8699);








/** Opens the working copy around a directory: the nearest one above with `.git` in it is the root. Listing is put off until it is asked for. */
function openWorkingCopy(directory, within) {
    const found = within === undefined ? repositoryRoot(directory) : null;
    const root = found ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(within ?? directory);
    const loaded = new Map();
    const load = (path) => {
        const known = loaded.get(path);
        if (known !== undefined)
            return known;
        const file = loadFile(root, path);
        if (!('text' in file) || file.text.length <= MOST_KEPT)
            loaded.set(path, file);
        return file;
    };
    return {
        root,
        git: found !== null,
        load,
        tree: (0,_changes_source_tree__WEBPACK_IMPORTED_MODULE_3__/* .sourceTree */ ._6)(() => (found === null ? null : tracked(root)) ?? walk(root), load),
    };
}
/** Longer files are read again when they are asked for again: UTF-16 units. */
const MOST_KEPT = 256 * 1024;
/** A path of the command line as the tree names it; one outside of the root keeps its `../`. */
function pathInTree(root, directory, path) {
    return (0,_sql_source__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(directory, path)));
}
/** The files that a path, folder or glob names. Throws a UserError where a plain path does not exist. */
function expand(root, directory, argument) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(directory, argument);
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(absolute, { throwIfNoEntry: false });
    const at = pathInTree(root, directory, argument);
    if (stat?.isFile() === true)
        return { kind: 'file', at, paths: [at] };
    if (stat?.isDirectory() === true) {
        const inside = walk(absolute).map((path) => pathInTree(root, absolute, path));
        return { kind: 'folder', at, paths: inside.sort() };
    }
    if (stat !== undefined)
        throw new _config_user_error__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .y(`${argument}: neither a file nor a folder`);
    if (!/[*?[\]{}!]/.test(argument))
        throw new _config_user_error__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .y(`${argument}: no such file or folder`);
    const matched = (0,tinyglobby__WEBPACK_IMPORTED_MODULE_6__/* .globSync */ .AZ)(argument.replaceAll('\\', '/'), {
        cwd: directory,
        ignore: [...SKIPPED].map((name) => `**/${name}/**`),
        dot: true,
        expandDirectories: false,
        followSymbolicLinks: false,
    });
    if (matched.length === 0)
        throw new _config_user_error__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .y(`${argument}: no file matches`);
    const fixed = argument
        .replaceAll('\\', '/')
        .split('/')
        .filter((part, index, parts) => index < parts.length - 1 && !/[*?[\]{}!]/.test(parts.slice(0, index + 1).join('/')));
    const paths = matched.map((path) => pathInTree(root, directory, path)).sort();
    return { kind: 'glob', at: pathInTree(root, directory, fixed.join('/') || '.'), paths };
}
/** Files that git knows, and new ones that it does not ignore; null where git cannot tell. */
function tracked(root) {
    try {
        const output = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('git', [
            '-c',
            'core.quotePath=off',
            '-c',
            'core.fsmonitor=false',
            'ls-files',
            '-z',
            '--cached',
            '--others',
            '--exclude-standard',
            '--',
        ], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
        const names = new Set(output.split('\0').filter((path) => path !== ''));
        return [...names].map(_sql_source__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$).sort();
    }
    catch {
        return null;
    }
}
const SKIPPED = new Set(['node_modules', '.git', '.next', '.venv', '__pycache__']);
/** Of built files nobody who walks a folder asks. */
const BUILT = new Set(['dist', 'build', 'target']);
const MOST_FILES = 200_000;
/** Every file below a folder, links not followed. Stops at a number that no project reaches. */
function walk(root) {
    const found = [];
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined && found.length < MOST_FILES; folder = folders.pop()) {
        for (const entry of entries((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, folder))) {
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isFile())
                found.push((0,_sql_source__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$)(path));
            else if (entry.isDirectory() && !SKIPPED.has(entry.name) && !BUILT.has(entry.name))
                folders.push(path);
        }
    }
    return found.sort();
}
function entries(folder) {
    try {
        return read(folder);
    }
    catch {
        return [];
    }
}
function read(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder, { withFileTypes: true });
}
/** The text of a file. A link that leads out of the root, a pipe, a device are gaps: reading them could tell secrets, or never end. */
function loadFile(root, path) {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path);
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(absolute).isSymbolicLink() && leadsOut(root, absolute))
            return (0,_changes_source_tree__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(path, 'the file is a link that leads out of the repository');
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(absolute);
        if (!stat.isFile())
            return (0,_changes_source_tree__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(path, 'it is no regular file');
        if (stat.size > _sql_source__WEBPACK_IMPORTED_MODULE_4__/* .MAX_FILE_BYTES */ .gZ)
            return (0,_sql_source__WEBPACK_IMPORTED_MODULE_4__/* .tooLarge */ .g$)(path, stat.size);
        return (0,_sql_source__WEBPACK_IMPORTED_MODULE_4__/* .decodeSource */ .E4)(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(absolute));
    }
    catch (error) {
        return (0,_changes_source_tree__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(path, `the file could not be read (${(0,_error_code__WEBPACK_IMPORTED_MODULE_7__/* .codeOf */ .$)(error)})`);
    }
}
function leadsOut(root, absolute) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(root), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(absolute));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(target) || target === '..' || target.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`);
}
function repositoryRoot(directory) {
    for (let current = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(directory);; current = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(current)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(current, '.git'), { throwIfNoEntry: false }) !== undefined)
            return current;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(current) === current)
            return null;
    }
}


/***/ }),

/***/ 8929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isGap)
/* harmony export */ });
/** Tells a gap from whatever else a reader may return. */
function isGap(value) {
    return 'kind' in value && value.kind === 'gap';
}


/***/ })

};
;