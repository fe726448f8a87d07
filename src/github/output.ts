/** A step output as the runner's file command takes it. Undefined if the value holds the delimiter: then it is not ours to write. */
export function outputCommand(name: string, value: string, delimiter: string): string | undefined {
  if (name.includes(delimiter) || value.includes(delimiter)) return undefined;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
