"use strict";
exports.id = 700;
exports.ids = [700];
exports.modules = {

/***/ 2700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compact: () => (/* binding */ compact)
/* harmony export */ });
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5702);

/** One line a finding or gap: `file:line:col: severity: message [rule]`, as editors and grep read it. */
function compact(report) {
    const findings = report.findings
        .filter((finding) => finding.suppressed === null)
        .map(({ at, place, severity, message, rule }) => `${(0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(at.file)}:${place.line}:${place.column}: ${severity}: ${(0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(message)} [${rule}]`);
    const gaps = report.migrations.flatMap((migration) => migration.gaps
        .filter(({ gap, suppressed }) => suppressed === null && gap.reason !== 'syntax-error')
        .map(({ gap, place }) => `${(0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(gap.at.file)}:${place.line}:${place.column}: notice: not read: ${(0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(gap.detail)} [unread-sql]`));
    return [...findings, ...gaps].map((line) => `${line}\n`).join('');
}


/***/ })

};
;