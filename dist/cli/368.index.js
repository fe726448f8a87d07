"use strict";
exports.id = 368;
exports.ids = [368];
exports.modules = {

/***/ 1368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./build/package.json
var build_package = __webpack_require__(8797);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(7336);
var picocolors_default = /*#__PURE__*/__webpack_require__.n(picocolors);
// EXTERNAL MODULE: ./build/src/config/did-you-mean.js
var did_you_mean = __webpack_require__(3050);
// EXTERNAL MODULE: ./build/src/config/rule-options.js
var rule_options = __webpack_require__(2192);
// EXTERNAL MODULE: ./build/src/config/user-error.js
var user_error = __webpack_require__(7965);
// EXTERNAL MODULE: ./build/src/config/active-rules.js
var active_rules = __webpack_require__(7673);
// EXTERNAL MODULE: ./build/src/report/printable.js
var printable = __webpack_require__(5702);
// EXTERNAL MODULE: ./build/src/report/table.js
var table = __webpack_require__(2137);
// EXTERNAL MODULE: ./build/src/report/terminal/context.js
var terminal_context = __webpack_require__(7137);
// EXTERNAL MODULE: ./build/src/report/terminal/finding-lines.js
var finding_lines = __webpack_require__(5745);
// EXTERNAL MODULE: ./build/src/report/words.js
var words = __webpack_require__(9108);
;// CONCATENATED MODULE: ./build/src/report/explanation.js





/** What statements lock, one line a relation, everyday locks too; what that stops and for how long; what is found in them. */
function explanation(report, context) {
    const lines = report.migrations.flatMap((migration) => [
        ...migration.steps.flatMap((step) => [...stepLines(step, report, context), '']),
        ...migration.gaps.flatMap((gap) => [...(0,finding_lines/* gapLines */.kE)(gap, migration.path, context), '']),
    ]);
    const { dim } = context.colors;
    return [...lines, dim(`PostgreSQL ${report.postgres}, of tables that hold rows`), ''].join('\n');
}
function stepLines(reported, report, context) {
    const { bold } = context.colors;
    const findings = reported.findings.flatMap((index) => report.findings[index] ?? []);
    const path = reported.step.statement.at.file;
    return [
        ...(0,finding_lines/* hanging */.rM)((0,printable/* printable */.g)((0,words/* oneLine */.TN)(reported.step.statement.text)), 0, context).map(bold),
        ...lockTable(reported, context),
        ...(0,finding_lines/* hanging */.rM)(stopped(reported, context), 2, context),
        ...findings.flatMap((finding) => ['', ...(0,finding_lines/* findingLines */.hq)(finding, path, context)]),
    ];
}
function lockTable({ step }, context) {
    const locks = step.locks.filter(({ visible }) => visible);
    if (locks.length === 0)
        return ['  takes no lock on what others can see'];
    const relation = Math.max(8, Math.min((0,terminal_context/* widthOf */.qz)(context) - 62, 40));
    const [head = '', ...rows] = (0,table/* table */.t)([
        { head: 'relation', width: relation },
        { head: 'kind', width: 17 },
        { head: 'lock', width: 22 },
        { head: 'work', width: 11 },
    ], locks.map((lock) => [
        { text: (0,printable/* printable */.g)((0,words/* shortName */.EU)(lock.relation.name)) },
        { text: lock.relation.kind },
        { text: lock.mode },
        { text: lock.work === 'none' ? '' : `${lock.work}${lock.certainty === 'assumed' ? ' (?)' : ''}` },
    ]), 3);
    return [`  ${context.colors.dim(head)}`, ...rows.map((row) => `  ${row}`)];
}
function stopped({ step, held, risk }, { colors }) {
    const names = (stops) => stops.map(({ relation }) => (0,printable/* printable */.g)((0,words/* shortName */.EU)(relation.name))).join(', ');
    const all = step.stops.filter(({ reads }) => reads);
    const writes = step.stops.filter((stop) => stop.writes && !stop.reads);
    const parts = [
        ...(all.length > 0 ? [`reads and writes of ${names(all)}`] : []),
        ...(writes.length > 0 ? [`writes to ${names(writes)}`] : []),
    ];
    const told = `risk: ${(0,terminal_context/* paintRisk */.Sy)(risk, risk, colors)}`;
    if (parts.length === 0)
        return `stops nobody · ${told}`;
    return `stops ${parts.join(', ')}${held === null ? '' : ` · ${words/* HELD_IN_WORDS */.yL[held]}`} · ${told}`;
}

// EXTERNAL MODULE: ./build/src/review.js + 186 modules
var review = __webpack_require__(1029);
// EXTERNAL MODULE: ./build/src/rules/registry.generated.js + 267 modules
var registry_generated = __webpack_require__(6638);
// EXTERNAL MODULE: ./build/src/sql/parse.js + 12 modules
var parse = __webpack_require__(6825);
// EXTERNAL MODULE: ./build/src/sql/source.js
var sql_source = __webpack_require__(7548);
// EXTERNAL MODULE: ./build/src/tools/sql/index.js + 2 modules
var sql = __webpack_require__(6771);
// EXTERNAL MODULE: ./build/src/cli/postgres-version.js
var postgres_version = __webpack_require__(4617);
// EXTERNAL MODULE: ./build/src/cli/rule-links.js
var rule_links = __webpack_require__(9969);
// EXTERNAL MODULE: ./build/src/cli/colors.js
var cli_colors = __webpack_require__(9943);
// EXTERNAL MODULE: ./build/src/cli/working-copy.js
var working_copy = __webpack_require__(9528);
;// CONCATENATED MODULE: ./build/src/cli/explain-command.js

















/** `pgfence explain`: the page of a rule, or for SQL the locks and what they stop. */
async function explain(text, options, surroundings) {
    const rule = registry_generated/* RULES */.y.find((candidate) => candidate.id === text.trim());
    if (rule !== undefined) {
        surroundings.out(await explainRule(rule, surroundings));
        return 0;
    }
    if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(text.trim())) {
        throw new user_error/* UserError */.y(`there is no rule "${text.trim()}"${(0,did_you_mean/* didYouMean */.a)(text.trim(), registry_generated/* RULES */.y.map(({ id }) => id))}`);
    }
    surroundings.out(await explainSql(text, options.postgres ?? null, surroundings));
    return 0;
}
async function explainRule(rule, surroundings) {
    const { RULE_DOCS } = await __webpack_require__.e(/* import() */ 371).then(__webpack_require__.bind(__webpack_require__, 371));
    const docs = RULE_DOCS[rule.id];
    const { bold, dim, green } = colorsOf(surroundings);
    const width = Math.min(Math.max(columnsOf(surroundings), 60), 100);
    const prose = (text) => text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => (0,table/* wrap */.L)(paragraph.replace(/\n/g, ' '), width, Number.POSITIVE_INFINITY).join('\n'))
        .join('\n\n');
    const example = docs?.reported[0];
    const code = example === undefined ? [] : [example.sql].flat().join('\n').split('\n');
    const said = example === undefined ? '' : [example.message].flat().join('\n');
    return [
        `${bold(rule.id)}  ${dim(`${rule.severity}, ${rule.group}`)}`,
        prose(`${rule.title}.`),
        '',
        prose(docs?.problem ?? ''),
        '',
        bold(green('The safe way')),
        prose(docs?.solution ?? ''),
        ...(code.length === 0
            ? []
            : ['', bold('Reported'), ...code.map((line) => `  ${line}`), '', prose(`${said}.`)]),
        '',
        dim(`Accept it with a reason:  -- pgfence allow ${rule.id}: why`),
        dim((0,rule_links/* ruleUrl */.Q)(rule.id)),
        '',
    ].join('\n');
}
function colorsOf({ environment, colors }) {
    return picocolors_default().createColors((0,cli_colors/* isColorful */.b)(environment, colors));
}
function columnsOf({ environment, columns }) {
    return Number(environment['COLUMNS']) || columns;
}
async function explainSql(text, postgres, surroundings) {
    const path = (0,sql_source/* filePath */.s$)('statement.sql');
    const source = { path, text };
    const { major, minor } = (0,postgres_version/* postgresVersion */.C)(postgres, (0,working_copy/* openWorkingCopy */.Fs)(surroundings.cwd).tree);
    const report = (0,review/* review */.N)({
        parser: await (0,parse/* loadParser */.q)(),
        major,
        sequences: [
            {
                sequence: '',
                complete: false,
                migrations: [
                    {
                        facts: {
                            path,
                            source,
                            tool: 'sql',
                            sequence: '',
                            direction: 'up',
                            status: 'unknown',
                            previousPath: null,
                            version: null,
                            transaction: 'none',
                        },
                        extract: () => sql/* sql */.l.extract(source, {
                            direction: 'up',
                            path,
                            tree: { paths: [], read: () => null },
                            transaction: 'none',
                            javascript: null,
                        }),
                        judged: { isChanged: () => true, base: null },
                    },
                ],
            },
        ],
        knownChangeSet: false,
        historySource: 'none',
        scope: 'paths',
        rules: (0,active_rules/* activeRules */.I)(registry_generated/* RULES */.y, undefined, 'default'),
        knownRules: new Set(registry_generated/* RULES */.y.map(({ id }) => id)),
        options: (0,rule_options/* ruleOptions */.j)({}, minor),
        gate: { failOn: 'never', gates: false, unchanged: false },
        version: build_package/* version */.rE,
        notes: [],
    });
    return explanation(report, {
        ruleUrl: rule_links/* ruleUrl */.Q,
        columns: columnsOf(surroundings),
        quiet: false,
        colors: colorsOf(surroundings),
    });
}


/***/ })

};
;