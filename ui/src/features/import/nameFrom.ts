/** What may stand at the end of a file's name and is no part of what a person calls it. */
const ENDINGS = /(\.(json|txt|csv|tsv|xml))?(\.gz)?$/i;

/** A name for what is in a file, from the file's own name. */
export function nameFrom(fileName: string): string {
  return fileName.replace(ENDINGS, "").trim() || fileName;
}
