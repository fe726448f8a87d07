// Preloaded into the command line: prints the V8 flags that are set and the moment a wasm module is compiled.
const v8 = require('node:v8');

const { setFlagsFromString } = v8;
v8.setFlagsFromString = (flag) => {
  console.log(`trace: ${flag}`);
  setFlagsFromString(flag);
};
for (const name of ['instantiate', 'compile', 'Module', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  if (original === undefined) continue;
  WebAssembly[name] = function (...args) {
    console.log('trace: wasm');
    return new.target ? Reflect.construct(original, args) : original.apply(WebAssembly, args);
  };
  WebAssembly[name].prototype = original.prototype;
}
