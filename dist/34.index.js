"use strict";
exports.id = 34;
exports.ids = [34];
exports.modules = {

/***/ 3034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   yamlDocument: () => (/* binding */ yamlDocument)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _user_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7965);


/** Reads YAML, and JSON, which is YAML. Aliases are limited, custom tags are data: nothing is executed. Throws a UserError with file and line. */
function yamlDocument(path, text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined)
        throw new _user_error__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${path}:${lines.linePos(error.pos[0]).line}: ${error.message}`);
    return {
        path,
        value: valueOf(document, path),
        lineOf(keys) {
            let node = document.contents;
            let offset = offsetOf(node) ?? 0;
            for (const key of keys) {
                const next = childOf(node, key);
                if (next === null)
                    break;
                offset = next.offset;
                node = next.node;
            }
            return lines.linePos(offset).line;
        },
    };
}
/** Aliases that unfold into very much are refused. */
function valueOf(document, path) {
    try {
        return document.toJS({ maxAliasCount: 50 });
    }
    catch (error) {
        throw new _user_error__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${path}:1: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function childOf(node, key) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
        const pair = node.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) && String(item.key) === String(key));
        return pair === undefined ? null : { node: pair.value, offset: offsetOf(pair.key) ?? 0 };
    }
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const item = node.items[Number(key)];
        return item === undefined ? null : { node: item, offset: offsetOf(item) ?? 0 };
    }
    return null;
}
function offsetOf(node) {
    return node?.range?.[0];
}


/***/ })

};
;