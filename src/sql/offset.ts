/**
 * Turns offsets in the UTF-8 bytes of a text into offsets in its UTF-16 code units. It goes through the text once: ask in
 * ascending order. A lone surrogate counts three bytes, those of the replacement character that stands for it.
 */
export function byteOffsets(text: string): (byteOffset: number) => number {
  let bytes = 0;
  let at = 0;
  return (byteOffset) => {
    while (bytes < byteOffset && at < text.length) {
      const code = text.charCodeAt(at++);
      if (code < 0x80) bytes += 1;
      else if (code < 0x800) bytes += 2;
      else if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(at))) {
        bytes += 4;
        at++;
      } else bytes += 3;
    }
    return at;
  };
}

/** The offset in UTF-16 code units of the nth code point of a text, which is what an error of the parser names. */
export function codePointOffset(text: string, codePoints: number): number {
  let at = 0;
  for (let left = codePoints; left > 0 && at < text.length; left--) {
    at += isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1)) ? 2 : 1;
  }
  return at;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
