"use strict";
exports.id = 234;
exports.ids = [234];
exports.modules = {

/***/ 9234:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   typescriptDocument: () => (/* binding */ typescriptDocument)
/* harmony export */ });
/* harmony import */ var _javascript_parse__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6171);
/* harmony import */ var _sql_line_map__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3348);
/* harmony import */ var _user_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7965);



/**
 * Reads `pgfence.config.ts`: one exported object literal of literals, plain or in `defineConfig(…)`. It is evaluated statically, never
 * run: what is not a literal is refused with its line. Throws a UserError.
 */
function typescriptDocument(path, text, parser) {
    const lines = (0,_sql_line_map__WEBPACK_IMPORTED_MODULE_1__/* .lineMap */ .d)(text);
    const program = (0,_javascript_parse__WEBPACK_IMPORTED_MODULE_0__/* .parseProgram */ .E)(parser, path, text);
    if (!('body' in program))
        throw new _user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}:${lines.lineAt(program.start)}: ${program.message}`);
    const refuse = (what, at) => {
        throw new _user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}:${lines.lineAt(at)}: ${what} is not a literal; this file is read and never run, so it must be one object literal`);
    };
    const exported = exportedOf(program);
    if (exported === null)
        throw new _user_error__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`${path}:1: no exported object; write "export default defineConfig({ … })"`);
    const object = objectOf(exported, program);
    if (object === null)
        return refuse('what it exports', exported.start ?? 0);
    const places = new Map();
    return {
        path,
        value: valueOf(object, [], places, refuse),
        lineOf(keys) {
            for (let length = keys.length; length > 0; length -= 1) {
                const offset = places.get(JSON.stringify(keys.slice(0, length)));
                if (offset !== undefined)
                    return lines.lineAt(offset);
            }
            return lines.lineAt(object.start ?? 0);
        },
    };
}
function exportedOf(program) {
    for (const statement of program.body) {
        if (statement.type === 'ExportDefaultDeclaration') {
            return isExpression(statement.declaration) ? statement.declaration : null;
        }
        const assigned = moduleExports(statement);
        if (assigned !== null)
            return assigned;
    }
    return null;
}
function isExpression(node) {
    return !node.type.endsWith('Declaration');
}
function moduleExports(statement) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
        return null;
    const { left, right } = statement.expression;
    const named = left.type === 'MemberExpression' &&
        left.object.type === 'Identifier' &&
        left.object.name === 'module' &&
        left.property.type === 'Identifier' &&
        left.property.name === 'exports';
    return named ? right : null;
}
/** Through `as`, `satisfies`, one call of defineConfig and one constant. */
function objectOf(expression, program) {
    let current = expression;
    for (let depth = 0; depth < 8; depth += 1) {
        if (current.type === 'ObjectExpression')
            return current;
        if (current.type === 'TSAsExpression' || current.type === 'TSSatisfiesExpression')
            current = current.expression;
        else if (current.type === 'CallExpression') {
            const [first] = current.arguments;
            const callee = current.callee.type === 'Identifier' ? current.callee.name : '';
            if (callee !== 'defineConfig' ||
                first === undefined ||
                !isExpression(first) ||
                current.arguments.length !== 1)
                return null;
            current = first;
        }
        else if (current.type === 'Identifier') {
            const initial = constantOf(current.name, program);
            if (initial === null)
                return null;
            current = initial;
        }
        else
            return null;
    }
    return null;
}
function constantOf(name, program) {
    for (const statement of program.body) {
        if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const')
            continue;
        for (const { id, init } of statement.declarations) {
            if (id.type === 'Identifier' && id.name === name && init !== null && init !== undefined)
                return init;
        }
    }
    return null;
}
function valueOf(node, keys, places, refuse) {
    if (keys.length > 20)
        return refuse('something so deep', node.start ?? 0);
    if (node.type === 'StringLiteral' || node.type === 'NumericLiteral' || node.type === 'BooleanLiteral')
        return node.value;
    if (node.type === 'NullLiteral')
        return null;
    if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
        return node.quasis[0]?.value.cooked ?? '';
    if (node.type === 'TemplateLiteral')
        return refuse('a template with expressions', node.start ?? 0);
    if (node.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'NumericLiteral')
        return -node.argument.value;
    if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression')
        return valueOf(node.expression, keys, places, refuse);
    if (node.type === 'ArrayExpression') {
        return node.elements.map((element, index) => {
            if (element === null || element.type === 'SpreadElement')
                return refuse('this element', node.start ?? 0);
            places.set(JSON.stringify([...keys, index]), element.start ?? 0);
            return valueOf(element, [...keys, index], places, refuse);
        });
    }
    if (node.type !== 'ObjectExpression')
        return refuse('this', node.start ?? 0);
    const entries = node.properties.map((property) => {
        if (property.type !== 'ObjectProperty' || property.computed || !isExpression(property.value))
            return refuse('this property', property.start ?? 0);
        const key = keyOf(property.key);
        if (key === null)
            return refuse('this key', property.start ?? 0);
        places.set(JSON.stringify([...keys, key]), property.start ?? 0);
        return [key, valueOf(property.value, [...keys, key], places, refuse)];
    });
    return Object.fromEntries(entries);
}
function keyOf(node) {
    if (node.type === 'Identifier')
        return node.name;
    return node.type === 'StringLiteral' ? node.value : null;
}


/***/ })

};
;