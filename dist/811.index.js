"use strict";
exports.id = 811;
exports.ids = [811];
exports.modules = {

/***/ 9811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  shownJson: () => (/* binding */ shownJson)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/src/postgres/lock-mode.js
var lock_mode = __webpack_require__(7817);
;// CONCATENATED MODULE: ./build/src/report/json-shape.js

const RISK = dist/* picklist */.KIO(['safe', 'low', 'medium', 'high', 'critical']);
const SEVERITY = dist/* picklist */.KIO(['error', 'warning', 'notice']);
const COUNT = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(0));
const ONE_BASED = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1));
const PLACE = {
    line: dist/* pipe */.FsL(ONE_BASED, dist/* description */.h_('One-based.')),
    column: dist/* pipe */.FsL(ONE_BASED, dist/* description */.h_('One-based, in UTF-16 code units.')),
    endLine: ONE_BASED,
    endColumn: dist/* pipe */.FsL(ONE_BASED, dist/* description */.h_('Exclusive.')),
};
const SUPPRESSED = dist/* strictObject */.rej({ reason: dist/* string */.YjP(), line: ONE_BASED });
const FILE = dist/* pipe */.FsL(dist/* optional */.lqM(dist/* string */.YjP()), dist/* description */.h_('The file of the place, where it is not the migration itself (an imported constant, a sibling .sql file).'));
const LOCK = dist/* strictObject */.rej({
    relation: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Schema-qualified.')),
    kind: dist/* string */.YjP(),
    mode: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('As the manual spells it.')),
    work: dist/* pipe */.FsL(dist/* picklist */.KIO(['none', 'scan', 'build-index', 'copy-file', 'rewrite']), dist/* description */.h_('The longest work on this relation in this statement.')),
    under: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('The mode in force while that work runs.')),
    certainty: dist/* picklist */.KIO(['certain', 'assumed']),
    new: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* literal */.euz(true)), dist/* description */.h_('The relation is new, and nobody waits for it.')),
});
const STOP = dist/* strictObject */.rej({
    relation: dist/* string */.YjP(),
    kind: dist/* string */.YjP(),
    reads: dist/* boolean */.zMY(),
    writes: dist/* boolean */.zMY(),
    by: dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* description */.h_('The locked relations behind it.')),
});
const REPAIR = dist/* strictObject */.rej({
    summary: dist/* string */.YjP(),
    steps: dist/* array */.YOg(dist/* strictObject */.rej({
        run: dist/* picklist */.KIO(['statement', 'migration', 'batches', 'deploy']),
        transaction: dist/* picklist */.KIO(['same', 'own', 'none']),
        sql: dist/* optional */.lqM(dist/* string */.YjP()),
        note: dist/* optional */.lqM(dist/* string */.YjP()),
    })),
    edits: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* array */.YOg(dist/* strictObject */.rej({ ...PLACE, text: dist/* string */.YjP() }))), dist/* description */.h_('Where the safe form is an edit of what stands there.')),
});
const FINDING = dist/* strictObject */.rej({
    ...PLACE,
    file: FILE,
    id: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{16}$/), dist/* description */.h_("First 16 hex digits of SHA-256 over rule, path, the statement's tokens and its ordinal among equals.")),
    rule: dist/* string */.YjP(),
    severity: SEVERITY,
    risk: RISK,
    message: dist/* string */.YjP(),
    help: dist/* string */.YjP(),
    url: dist/* string */.YjP(),
    gating: dist/* boolean */.zMY(),
    suppressed: dist/* optional */.lqM(SUPPRESSED),
    repair: dist/* optional */.lqM(REPAIR),
});
const GAP = dist/* strictObject */.rej({
    ...PLACE,
    file: FILE,
    reason: dist/* string */.YjP(),
    detail: dist/* string */.YjP(),
    rule: dist/* picklist */.KIO(['unread-sql', 'syntax-error']),
    suppressed: dist/* optional */.lqM(SUPPRESSED),
});
const STATEMENT = dist/* strictObject */.rej({
    ...PLACE,
    file: FILE,
    sql: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('As it is sent to the server.')),
    changed: dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('Part of what the change set adds or changes; true throughout when there is no change set.')),
    risk: RISK,
    held: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* picklist */.KIO(['a moment, bounded', 'a moment, unbounded', 'scan', 'index build', 'rewrite'])), dist/* description */.h_('How long the worst of what it stops stands still; absent where it stops nothing.')),
    inTransaction: dist/* boolean */.zMY(),
    locks: dist/* pipe */.FsL(dist/* array */.YOg(LOCK), dist/* description */.h_('Strongest mode per relation, only on relations that other sessions can see.')),
    stops: dist/* pipe */.FsL(dist/* array */.YOg(STOP), dist/* description */.h_('Also relations that are not locked themselves: a view, the parent of a partition.')),
    findings: dist/* array */.YOg(FINDING),
});
const MIGRATION = dist/* strictObject */.rej({
    path: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Relative to the root of the repository, with forward slashes.')),
    previousPath: dist/* optional */.lqM(dist/* string */.YjP()),
    tool: dist/* string */.YjP(),
    sequence: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('What one runner runs in one order.')),
    direction: dist/* picklist */.KIO(['up', 'down']),
    status: dist/* picklist */.KIO(['added', 'modified', 'renamed', 'deleted', 'unknown']),
    transaction: dist/* pipe */.FsL(dist/* picklist */.KIO(['file', 'call', 'all', 'none', 'unknown']), dist/* description */.h_('What the tool does around it.')),
    statements: dist/* pipe */.FsL(dist/* array */.YOg(STATEMENT), dist/* description */.h_('Every statement, also the harmless ones.')),
    findings: dist/* pipe */.FsL(dist/* array */.YOg(FINDING), dist/* description */.h_('About the file as a whole.')),
    gaps: dist/* array */.YOg(GAP),
});
/** The shape of the JSON report, version 1: the published JSON schema is made of it. It says what `JsonReport` says, or this does not compile. */
const JSON_REPORT = dist/* strictObject */.rej({
    version: dist/* literal */.euz(1),
    pgfence: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Version of the program.')),
    postgres: dist/* pipe */.FsL(dist/* number */.aig(), dist/* description */.h_('Major version of PostgreSQL that the analysis speaks for.')),
    scope: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_("'changed', 'paths', 'all', or why the diff was not to be had.")),
    failOn: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* picklist */.KIO(['never', 'safe', 'low', 'medium', 'high', 'critical'])), dist/* description */.h_("What fails: 'never', or the lowest risk that does.")),
    notes: dist/* pipe */.FsL(dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())), dist/* description */.h_('Lines for people that are not findings.')),
    history: dist/* strictObject */.rej({
        migrations: COUNT,
        gaps: COUNT,
        source: dist/* picklist */.KIO(['files', 'snapshot', 'none']),
    }),
    migrations: dist/* pipe */.FsL(dist/* array */.YOg(MIGRATION), dist/* description */.h_('The judged ones, in the order the tool runs them.')),
    summary: dist/* strictObject */.rej({
        risk: dist/* pipe */.FsL(RISK, dist/* description */.h_('The worst.')),
        statements: dist/* strictObject */.rej({ safe: COUNT, low: COUNT, medium: COUNT, high: COUNT, critical: COUNT }),
        findings: dist/* strictObject */.rej({ error: COUNT, warning: COUNT, notice: COUNT }),
        gating: dist/* pipe */.FsL(COUNT, dist/* description */.h_('Findings that gate.')),
        understood: COUNT,
        gaps: COUNT,
        suppressed: dist/* pipe */.FsL(COUNT, dist/* description */.h_('Counted nowhere else.')),
    }),
});
/** Fails to compile where the schema and the type drift apart. */
const SHAPE_IS_THE_TYPE = true;

;// CONCATENATED MODULE: ./build/src/report/markdown/shown-json.js



/**
 * A JSON report in the form that is shown. Its text is a stranger's: whatever is no report of version 1 is answered with a
 * clause that says what is wrong with it.
 */
function shownJson(value) {
    const read = dist/* safeParse */.xLC(JSON_REPORT, value);
    if (!read.success) {
        const [issue] = read.issues;
        return `${dist/* getDotPath */.BuJ(issue) ?? 'it'}: ${issue.message}`;
    }
    const report = read.output;
    const rules = report.migrations.flatMap(({ statements, findings }) => [...findings, ...statements.flatMap((statement) => statement.findings)].map(({ rule }) => rule));
    const noRule = rules.find((rule) => !/^[a-z][a-z0-9-]{0,79}$/.test(rule));
    return noRule === undefined ? shown(report) : `"${noRule.slice(0, 40)}" is no name of a rule`;
}
function shown(report) {
    const findings = [];
    const add = (path, migration, step, found) => findings.push(findingOf(found, path, migration, step)) - 1;
    return {
        pgfence: report.pgfence,
        postgres: report.postgres,
        failOn: report.failOn ?? 'high',
        notes: report.notes ?? [],
        summary: report.summary,
        windows: [],
        migrations: report.migrations.map((migration, index) => {
            const { path } = migration;
            for (const found of migration.findings)
                add(path, index, null, found);
            return {
                path,
                steps: migration.statements.map((statement, step) => stepOf(statement, path, statement.findings.map((found) => add(path, index, step, found)))),
                gaps: migration.gaps.map((gap) => gapOf(gap, path)),
            };
        }),
        findings,
    };
}
function stepOf(statement, path, findings) {
    const { line, column, endLine, endColumn, risk, held, changed, sql, file, locks, stops } = statement;
    return {
        place: { line, column, endLine, endColumn },
        risk,
        held: held ?? null,
        changed,
        findings,
        step: {
            statement: { text: sql, at: { file: file ?? path } },
            locks: locks.flatMap(({ relation, kind, mode, work, certainty, new: isNew }) => {
                const known = lock_mode/* LOCK_MODES */.bx.find((candidate) => candidate === mode);
                return known === undefined
                    ? []
                    : [
                        {
                            relation: { name: relation, kind },
                            mode: known,
                            work,
                            certainty,
                            visible: true,
                            isNew: isNew === true,
                        },
                    ];
            }),
            stops: stops.map(({ relation, kind, reads, writes }) => ({
                relation: { name: relation, kind },
                reads,
                writes,
            })),
        },
    };
}
function findingOf(found, path, migration, step) {
    const { line, column, endLine, endColumn, file, suppressed, repair } = found;
    return {
        rule: found.rule,
        severity: found.severity,
        risk: found.risk,
        at: { file: file ?? path },
        place: { line, column, endLine, endColumn },
        step,
        migration,
        message: found.message,
        help: found.help,
        repair: repair ?? null,
        suppressed: suppressed ?? null,
        gating: found.gating,
        id: found.id,
    };
}
function gapOf({ line, column, endLine, endColumn, file, detail, suppressed }, path) {
    return {
        gap: { detail, at: { file: file ?? path } },
        place: { line, column, endLine, endColumn },
        suppressed: suppressed ?? null,
    };
}


/***/ })

};
;