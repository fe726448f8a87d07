/** A command that the runner would carry out. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const KNOWN = new Set([
  'set-output',
  'save-state',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'echo',
  'group',
  'endgroup',
  'debug',
  'error',
  'warning',
  'notice',
  'stop-commands',
  'set-env',
  'add-path',
]);

/**
 * The commands in a step's output, read as the runner reads them (runner: ActionCommand.cs, ActionCommandManager.cs):
 * `::name properties::message` at the start of a line, blanks aside, and `##[name properties]message` anywhere in it,
 * unless they are stopped.
 */
export function commandsIn(output: string): readonly Command[] {
  const commands: Command[] = [];
  let stopped: string | undefined;
  for (const line of output.split(/\r?\n/)) {
    if (stopped !== undefined) {
      if (line.trim() === `::${stopped}::`) stopped = undefined;
      continue;
    }
    const command = newForm(line) ?? oldForm(line);
    if (command === undefined) continue;
    if (command.name === 'stop-commands') stopped = command.message;
    else commands.push(command);
  }
  if (stopped !== undefined) throw new Error('the output ends with commands stopped');
  return commands;
}

function newForm(line: string): Command | undefined {
  const trimmed = line.trimStart();
  const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
  return end < 0 ? undefined : command(trimmed.slice(2, end), trimmed.slice(end + 2), ',');
}

function oldForm(line: string): Command | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  return end < 0 ? undefined : command(line.slice(start + 3, end), line.slice(end + 1), ';');
}

function command(head: string, message: string, separator: string): Command | undefined {
  const [name = '', ...rest] = head.split(' ');
  if (!KNOWN.has(name)) return undefined;
  const properties = rest
    .join(' ')
    .split(separator)
    .flatMap((property) =>
      property.includes('=')
        ? [
            [
              property.slice(0, property.indexOf('=')).trim(),
              unescapeProperty(property.slice(property.indexOf('=') + 1)),
            ] as const,
          ]
        : [],
    );
  return { name, properties: Object.fromEntries(properties), message: unescapeData(message) };
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string): string =>
  unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

/** The step outputs in a file of `name<<delimiter`, value, delimiter. */
export function outputsIn(file: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = file.split('\n');
  for (let index = 0; index < lines.length && lines[index] !== '';) {
    const [name = '', delimiter] = (lines[index] ?? '').split('<<');
    const end = lines.indexOf(delimiter ?? '', index + 1);
    if (delimiter === undefined || end < 0) throw new Error(`not an output: ${lines[index] ?? ''}`);
    outputs[name] = lines.slice(index + 1, end).join('\n');
    index = end + 1;
  }
  return outputs;
}
