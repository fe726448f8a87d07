"use strict";
exports.id = 714;
exports.ids = [714];
exports.modules = {

/***/ 3714:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitlab: () => (/* binding */ gitlab)
/* harmony export */ });
const SEVERITY = {
    critical: 'blocker',
    high: 'critical',
    medium: 'major',
    low: 'minor',
    safe: 'info',
};
/** GitLab's code quality report: a list of issues, by the subset of the Code Climate format that GitLab reads. */
function gitlab(report) {
    const issues = report.findings
        .filter((finding) => finding.suppressed === null)
        .map(({ rule, message, help, id, risk, at, place }) => ({
        description: `${message}. ${help}`,
        check_name: rule,
        fingerprint: id,
        severity: SEVERITY[risk],
        location: { path: at.file, lines: { begin: place.line, end: place.endLine } },
    }));
    return `${JSON.stringify(issues, null, 2)}\n`;
}


/***/ })

};
;