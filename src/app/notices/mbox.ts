// A file of mails (mbox, RFC 4155) taken apart: each mail begins with a line "From " after an empty line.
const begins = /^From \S.*\d{4}\s*$/;

/** The mails in a file, with quoted "From " lines as they were; what is no such file is one mail or calendar by itself. */
export function mailsIn(content: string): string[] {
  if (!begins.test(content.slice(0, 300).split('\n')[0]?.trimEnd() ?? '')) return [content];
  const mails: string[][] = [];
  let empty = true;
  for (const line of content.split('\n')) {
    if (empty && begins.test(line)) mails.push([]);
    else mails.at(-1)?.push(line.replace(/^>(>*From )/, '$1'));
    empty = line.trim() === '';
  }
  return mails.map((each) => each.join('\n')).filter((each) => each.trim() !== '');
}
