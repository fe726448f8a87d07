"use strict";
exports.id = 98;
exports.ids = [98];
exports.modules = {

/***/ 2098:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  changesSince: () => (/* binding */ changesSince),
  stagedChanges: () => (/* binding */ stagedChanges)
});

// EXTERNAL MODULE: ./build/src/changes/source-tree.js
var source_tree = __webpack_require__(3856);
// EXTERNAL MODULE: ./build/src/config/user-error.js
var user_error = __webpack_require__(7965);
;// CONCATENATED MODULE: ./build/src/github/untrusted.js
/**
 * Reading values of unknown shape: event payloads, answers of the API, the state line of a comment. Each of these
 * returns undefined (or an empty list) for what is not of the asked type, and never throws.
 */
/** What lies at a path of own property names. */
function member(value, ...path) {
    return path.reduce((found, name) => typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? Object.entries(found).find(([key]) => key === name)?.[1]
        : undefined, value);
}
const untrusted_text = (value) => (typeof value === 'string' ? value : undefined);
/** A whole number from 0 to 2^53 - 1; big integers in that range are accepted too. */
function whole(value) {
    const number = typeof value === 'bigint' ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
const flag = (value) => (typeof value === 'boolean' ? value : undefined);
const list = (value) => (Array.isArray(value) ? value : []);
/** A commit or blob id: 40 hexadecimal digits, or 64 in a repository that uses SHA-256. */
function untrusted_objectId(value) {
    return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}
/** Parses JSON; undefined for what is none. */
function json(value) {
    try {
        return JSON.parse(value);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/github/checkout.js

/**
 * Opens the work tree of the workspace. Undefined if there is no repository, or if another commit than the expected ones
 * is checked out: then its files say nothing about the run.
 */
async function openCheckout(root, git, expected) {
    // Also without --show-prefix of a folder inside a larger repository: the ceiling hides what lies above.
    const head = objectId(await line(git, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']));
    if (head === undefined || !expected.includes(head))
        return undefined;
    return { root, git, head, parents: await parentsOf(git, head) };
}
/** True if the commit and its tree are there, which a shallow clone does not promise. */
async function hasCommit(git, commit) {
    return (await git.run(['cat-file', '-e', `${commit}^{tree}`])).kind === 'ok';
}
/** The newest common ancestor, if the clone holds enough history to tell. */
async function mergeBase(git, a, b) {
    return untrusted_objectId(await line(git, ['merge-base', a, b]));
}
/** Reads the commit itself: `HEAD^1` fails in a shallow clone, the object still names its parents. */
async function parentsOf(git, commit) {
    const answer = await git.run(['cat-file', 'commit', commit]);
    if (answer.kind === 'failed')
        return [];
    const [header = ''] = answer.output.toString('utf8').split('\n\n');
    return header
        .split('\n')
        .flatMap((field) => (field.startsWith('parent ') ? (objectId(field.slice(7)) ?? []) : []));
}
async function line(git, args) {
    const answer = await git.run(args);
    return answer.kind === 'ok' ? answer.output.toString('utf8').trim() : undefined;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/github/git.js


const TIMEOUT_MILLISECONDS = 120_000;
const MOST_OUTPUT = 256 * 1024 * 1024;
/**
 * Runs git without a shell, and without whatever the repository's configuration would make it run. A container may run as
 * another user than the one who checked out: the folder is declared safe for these calls alone.
 */
function gitIn(folder, remote, environment) {
    const settings = [
        'core.quotePath=false',
        'core.fsmonitor=false',
        'core.hooksPath=/dev/null',
        `safe.directory=${folder}`,
    ];
    const plain = {
        ...environment,
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_CEILING_DIRECTORIES: (0,external_node_path_.dirname)(folder),
        LC_ALL: 'C',
    };
    const run = (args, env, input) => new Promise((resolve) => {
        const all = ['--no-pager', ...settings.flatMap((setting) => ['-c', setting]), ...args];
        const options = {
            cwd: folder,
            env,
            encoding: 'buffer',
            maxBuffer: MOST_OUTPUT,
            timeout: TIMEOUT_MILLISECONDS,
        };
        const child = (0,external_node_child_process_.execFile)('git', all, options, (error, output, errors) => {
            if (error === null)
                resolve({ kind: 'ok', output });
            else
                resolve({
                    kind: 'failed',
                    message: errors.toString('utf8').trim().split('\n').at(-1) || error.message,
                });
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(input ?? '');
    });
    return {
        run: (args, input) => run(args, { ...plain, GIT_NO_LAZY_FETCH: '1' }, input),
        fetch: async (commits) => {
            const shallow = await run(['rev-parse', '--is-shallow-repository'], plain);
            const depth = shallow.kind === 'ok' && shallow.output.toString('utf8').startsWith('true') ? ['--depth=1'] : [];
            const url = `${remote.serverUrl}/${remote.owner}/${remote.repo}`;
            const args = [
                'fetch',
                '--quiet',
                '--no-tags',
                '--no-recurse-submodules',
                '--no-write-fetch-head',
                ...depth,
                '--',
                url,
                ...commits,
            ];
            return run(args, { ...plain, ...credentials(remote, environment) });
        },
    };
}
/**
 * The token as configuration in the environment: neither in the arguments nor on disk, and bound to the server. The empty
 * value first takes away what actions/checkout left in the repository's own configuration: two headers are refused.
 */
function credentials({ serverUrl, token }, environment) {
    if (token === '')
        return {};
    const count = Number(environment['GIT_CONFIG_COUNT'] ?? 0) || 0;
    const key = `http.${serverUrl}/.extraheader`;
    const basic = Buffer.from(`x-access-token:${token}`, 'utf8').toString('base64');
    return {
        GIT_CONFIG_COUNT: String(count + 2),
        [`GIT_CONFIG_KEY_${String(count)}`]: key,
        [`GIT_CONFIG_VALUE_${String(count)}`]: '',
        [`GIT_CONFIG_KEY_${String(count + 1)}`]: key,
        [`GIT_CONFIG_VALUE_${String(count + 1)}`]: `AUTHORIZATION: basic ${basic}`,
    };
}

;// CONCATENATED MODULE: ./build/src/github/patch.js
const WHOLE = { added: 'whole', removedAfter: [] };
const NO_LINES = { added: [], removedAfter: [] };
/**
 * Reads the hunks of a unified diff. Undefined if it is cut off, malformed or has other counts than it should:
 * an incomplete patch must not make a changed line pass for an unchanged one.
 */
function readPatch(patch, counts) {
    const reader = new HunkReader();
    for (const line of patch.split('\n'))
        if (!reader.take(line))
            return undefined;
    return reader.result(counts);
}
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
class HunkReader {
    #added = [];
    #removedAfter = [];
    /** The head line that comes next, and what the hunk still has to show of either side. */
    #next = 1;
    #oldLeft = 0;
    #newLeft = 0;
    #deletions = 0;
    take(line) {
        if (this.#oldLeft === 0 && this.#newLeft === 0)
            return this.#between(line);
        switch (line[0]) {
            case '+':
                this.#added.push(this.#next);
                this.#step(0, 1);
                break;
            case '-':
                this.#removedAfter.push(this.#next - 1);
                this.#deletions++;
                this.#step(1, 0);
                break;
            case '\\':
                break;
            // Some servers strip the blank of an empty context line.
            case ' ':
            case undefined:
                this.#step(1, 1);
                break;
            default:
                return false;
        }
        return this.#oldLeft >= 0 && this.#newLeft >= 0;
    }
    result(counts) {
        if (this.#oldLeft !== 0 || this.#newLeft !== 0)
            return undefined;
        if (counts !== undefined &&
            (counts.additions !== this.#added.length || counts.deletions !== this.#deletions))
            return undefined;
        return { added: runsOf(this.#added), removedAfter: [...new Set(this.#removedAfter)] };
    }
    #between(line) {
        if (line === '' || line.startsWith('\\'))
            return true;
        const hunk = HUNK.exec(line);
        if (hunk === null)
            return false;
        this.#oldLeft = Number(hunk[1] ?? 1);
        this.#newLeft = Number(hunk[3] ?? 1);
        // Of a hunk without head lines, the number is that of the line before it.
        this.#next = Number(hunk[2]) + (this.#newLeft === 0 ? 1 : 0);
        return true;
    }
    #step(old, fresh) {
        this.#oldLeft -= old;
        this.#newLeft -= fresh;
        this.#next += fresh;
    }
}
function runsOf(lines) {
    const runs = [];
    for (const line of lines) {
        const last = runs.at(-1);
        if (last !== undefined && last.end + 1 === line)
            runs[runs.length - 1] = { start: last.start, end: line };
        else
            runs.push({ start: line, end: line });
    }
    return runs;
}

;// CONCATENATED MODULE: ./build/src/github/refusal.js
const ok = (value) => ({ kind: 'ok', value });
const refused = (refusal) => ({
    kind: 'refused',
    refusal,
});
/**
 * Classifies a refusing answer. A 403 is a rate limit when a header or the text says so, and a missing permission only
 * when nothing else explains it. The texts are GitHub's (codeql-action: api-client.ts; docs: troubleshooting SARIF uploads).
 */
function refusalOf(status, headers, message, now) {
    const requestId = headers['x-github-request-id'];
    const retryAfter = secondsToWait(headers, now);
    return {
        kind: kindOf(status, headers, message),
        status,
        message,
        ...(requestId === undefined ? {} : { requestId }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
    };
}
/** The refusal for an answer that never came, broke off, or is not what GitHub describes. */
const unavailable = (message) => ({ kind: 'unavailable', message });
function kindOf(status, headers, message) {
    if (status === 429 || (status === 403 && isRateLimit(headers, message)))
        return 'rate-limited';
    const told = WORDINGS.find(([wording]) => wording.test(message));
    if (told !== undefined && status >= 400 && status < 500)
        return told[1];
    if (status >= 300 && status < 400)
        return 'not-found';
    if (status >= 500)
        return 'unavailable';
    return BY_STATUS[status] ?? 'invalid';
}
const WORDINGS = (/* unused pure expression or super */ null && ([
    [
        /(advanced security|code security|code scanning).{0,80}(enabled|blocked|policy|available)/i,
        'feature-off',
    ],
    [/archived/i, 'archived'],
    [/\blocked\b/i, 'locked'],
    [/ip allow list|saml/i, 'policy'],
    [/too long|too[ _]large|too big|exceeded max|over the limit/i, 'too-large'],
    [/commit not found|ref .{0,200}not found|no commit found/i, 'not-found'],
]));
const BY_STATUS = {
    401: 'unauthenticated',
    403: 'permission',
    404: 'not-found',
    406: 'too-large',
    408: 'unavailable',
    409: 'not-found',
    410: 'not-found',
    413: 'too-large',
};
function isRateLimit(headers, message) {
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /secondary rate limit|rate limit exceeded/i.test(message));
}
function secondsToWait(headers, now) {
    const after = Number(headers['retry-after'] ?? Number.NaN);
    if (Number.isFinite(after))
        return Math.max(0, Math.ceil(after));
    if (headers['x-ratelimit-remaining'] !== '0')
        return undefined;
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
    return Number.isFinite(reset) ? Math.max(0, Math.ceil(reset - now.getTime() / 1000)) : undefined;
}

;// CONCATENATED MODULE: ./build/src/github/git-diff.js


/** What differs between two commits that are both there. */
function gitDiff(git, base, head) {
    return gitDiffOf(git, [base, head]);
}
/**
 * What `git diff` tells of two commits, of a commit and the work tree (`[base]`), or of a commit and the index (`['--cached', base]`).
 * Paths come NUL-terminated; the hunks are matched by the ids of the two versions and not by path, which a patch quotes in several ways.
 */
async function gitDiffOf(git, what) {
    const common = [
        'diff',
        '--no-ext-diff',
        '--no-textconv',
        '--no-color',
        '--ignore-submodules=all',
        '--find-renames',
    ];
    const listed = await git.run([...common, '--raw', '-z', '--no-abbrev', ...what, '--']);
    if (listed.kind === 'failed')
        return refused(unavailable(listed.message));
    const patched = await git.run([...common, '--patch', '--unified=0', '--full-index', ...what, '--']);
    if (patched.kind === 'failed')
        return refused(unavailable(patched.message));
    const sections = sectionsOf(patched.output.toString('latin1'));
    const entries = readRaw(listed.output.toString('utf8'));
    const lines = linesByVersions(sections);
    const ofWorkTree = linesOfWorkTree(entries, sections);
    return ok(entries.flatMap((entry) => fileOf(entry, ofWorkTree.get(entry) ?? linesOf(entry, lines)) ?? []));
}
/** Records are `:<old mode> <new mode> <old id> <new id> <status>`, then one path, or two for renames and copies. */
function readRaw(output) {
    const fields = output.split('\0');
    const entries = [];
    for (let index = 0; index < fields.length;) {
        const record = /^:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/.exec(fields[index] ?? '');
        if (record === null)
            break;
        const [, newMode = '', oldSha = '', newSha = '', status = ''] = record;
        const two = status === 'R' || status === 'C';
        const first = fields[index + 1] ?? '';
        const path = two ? (fields[index + 2] ?? '') : first;
        entries.push({ newMode, oldSha, newSha, status, path, previousPath: two ? first : undefined });
        index += two ? 3 : 2;
    }
    return entries;
}
/** No line of a file's content starts with `diff --git` or `index`: it has its mark before it. */
function sectionsOf(patch) {
    return `\n${patch}`
        .split('\ndiff --git ')
        .slice(1)
        .flatMap((section) => {
        const [header = '', ...hunks] = section.split(/\n(?=@@ )/);
        const [, versions, oldSha] = /^index (([0-9a-f]+)\.\.[0-9a-f]+)/m.exec(header) ?? [];
        const lines = hunks.length === 0 ? undefined : readPatch(hunks.join('\n'));
        if (versions === undefined || oldSha === undefined || lines === undefined)
            return [];
        return [{ oldSha, versions, lines }];
    });
}
/** The hunks of each pair of versions. */
function linesByVersions(sections) {
    return new Map(sections.map(({ versions, lines }) => [versions, lines]));
}
function linesOf({ oldSha, newSha }, lines) {
    return oldSha === newSha ? NO_LINES : (lines.get(`${oldSha}..${newSha}`) ?? WHOLE);
}
const UNHASHED = /^0+$/;
/** Of files of the work tree the list gives no id, the patch does. Both keep one order; where it cannot be told, every line counts. */
function linesOfWorkTree(entries, sections) {
    const found = new Map();
    const unhashed = entries.filter(({ newSha, status }) => UNHASHED.test(newSha) && /[MR]/.test(status));
    for (const entry of unhashed) {
        const alike = unhashed.filter(({ oldSha }) => oldSha === entry.oldSha);
        const told = sections.filter(({ oldSha }) => oldSha === entry.oldSha);
        const lines = alike.length === told.length ? told[alike.indexOf(entry)]?.lines : undefined;
        found.set(entry, lines ?? WHOLE);
    }
    return found;
}
const SUBMODULE = '160000';
function fileOf(entry, lines) {
    const { newSha, newMode, status, path, previousPath } = entry;
    if (newMode === SUBMODULE)
        return undefined;
    switch (status) {
        case 'A':
        case 'C':
            return { path, status: 'added', lines: WHOLE, blobSha: newSha };
        case 'D':
            return { path, status: 'deleted', lines: NO_LINES };
        case 'R':
            return {
                path,
                status: 'renamed',
                lines,
                blobSha: newSha,
                ...(previousPath === undefined ? {} : { previousPath }),
            };
        default:
            return { path, status: 'modified', lines, blobSha: newSha };
    }
}

// EXTERNAL MODULE: ./build/src/sql/source.js
var source = __webpack_require__(7548);
;// CONCATENATED MODULE: ./build/src/cli/git-versions.js



/** The files of a commit or tree, or of the index (the empty name), read one by one when they are asked for. */
function gitVersions(root, name, environment) {
    const git = (args) => (0,external_node_child_process_.execFileSync)('git', ['--no-pager', '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args], {
        cwd: root,
        env: { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' },
        maxBuffer: git_versions_MOST_OUTPUT,
        timeout: git_versions_TIMEOUT_MILLISECONDS,
        stdio: ['ignore', 'pipe', 'ignore'],
    });
    const list = name === ''
        ? ['ls-files', '-z', '--cached']
        : ['ls-tree', '-r', '-z', '--name-only', '--full-tree', name];
    const loaded = new Map();
    return (0,source_tree/* sourceTree */._6)(() => git_versions_linesOf(git(list)), (path) => {
        const known = loaded.get(path) ?? load(path, () => git(['cat-file', 'blob', `${name}:${path}`]));
        loaded.set(path, known);
        return known;
    });
}
const git_versions_TIMEOUT_MILLISECONDS = 120_000;
const git_versions_MOST_OUTPUT = 256 * 1024 * 1024;
function git_versions_linesOf(output) {
    const paths = output.toString('utf8').split('\0');
    return [...new Set(paths)].filter((path) => path !== '').map(source/* filePath */.s$);
}
function load(path, read) {
    try {
        const bytes = read();
        return (0,source/* decodeSource */.E4)(path, bytes.length > source/* MAX_FILE_BYTES */.gZ ? bytes.subarray(0, source/* MAX_FILE_BYTES */.gZ + 1) : bytes);
    }
    catch {
        return (0,source_tree/* unreadable */.O$)(path, 'git has no such version of the file');
    }
}

;// CONCATENATED MODULE: ./build/src/cli/local-changes.js








/** What the work tree adds since its merge base with a revision, committed or not, new files too. Throws a UserError. */
async function changesSince(copy, revision, environment) {
    const git = gitOf(copy, '--since', environment);
    const commit = await answerOf(git, [
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${revision}^{commit}`,
    ]);
    if (commit === null)
        throw new user_error/* UserError */.y(`--since ${revision}: git knows no such revision`);
    const base = await mergeBase(git, commit.trim(), 'HEAD');
    if (base === undefined)
        throw new user_error/* UserError */.y(`--since ${revision}: no common ancestor with HEAD; fetch more of the history`);
    const untracked = (await answerOf(git, ['ls-files', '-z', '--others', '--exclude-standard'])) ?? '';
    const added = untracked
        .split('\0')
        .filter((path) => path !== '')
        .map((path) => ({ path, status: 'added', lines: WHOLE }));
    const files = [...(await diffOf(git, [base])), ...added];
    return changesOf(files, copy.tree, gitVersions(copy.root, base, environment));
}
/** What the index adds to HEAD. Files are read as they are staged. Throws a UserError. */
async function stagedChanges(copy, environment) {
    const git = gitOf(copy, '--staged', environment);
    const head = await answerOf(git, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
    const base = head?.trim() ?? (await answerOf(git, ['hash-object', '-t', 'tree', '/dev/null']))?.trim() ?? '';
    const dirty = new Set((await answerOf(git, ['diff', '--no-ext-diff', '--name-only', '-z']))?.split('\0'));
    const tracked = (await answerOf(git, ['ls-files', '-z', '--cached'])) ?? '';
    const paths = [...new Set(tracked.split('\0'))].filter((path) => path !== '').map(source/* filePath */.s$);
    const staged = gitVersions(copy.root, '', environment);
    const index = (0,source_tree/* sourceTree */._6)(() => paths.sort(), (path) => (dirty.has(path) ? staged.load(path) : copy.load(path)));
    return changesOf(await diffOf(git, ['--cached', base]), index, gitVersions(copy.root, base, environment));
}
function changesOf(files, head, base) {
    const byPath = new Map(files.map((file) => [(0,source/* filePath */.s$)(file.path), file]));
    const isGone = (path) => byPath.get(path)?.status === 'deleted';
    const gone = [...byPath.keys()].filter(isGone);
    return {
        files: byPath,
        base,
        head: (0,source_tree/* sourceTree */._6)(() => [...new Set([...head.paths, ...gone])].sort(), (path) => (isGone(path) ? base.load(path) : head.load(path))),
    };
}
function gitOf(copy, option, environment) {
    if (!copy.git)
        throw new user_error/* UserError */.y(`${option}: there is no git repository here`);
    return gitIn(copy.root, { serverUrl: '', owner: '', repo: '', token: '' }, environment);
}
async function answerOf(git, args) {
    const answer = await git.run(args);
    return answer.kind === 'ok' ? answer.output.toString('utf8') : null;
}
async function diffOf(git, what) {
    const answer = await gitDiffOf(git, what);
    if (answer.kind === 'ok')
        return answer.value;
    throw new user_error/* UserError */.y(`git diff failed: ${answer.refusal.message}`);
}


/***/ })

};
;