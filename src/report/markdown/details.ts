/** Something to open. The title is HTML, the body Markdown: a blank line ends the one and begins the other. */
export function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
